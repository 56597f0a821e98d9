import type { Catalog } from '../shared/catalog/catalog.ts';
import { SEVERITIES, type Severity } from '../shared/catalog/terms.ts';
import type { Checked } from '../shared/export/json.ts';
import { type Reason, reasons, describe as wordsOf } from '../shared/validate/describe.ts';
import { placeName } from '../shared/validate/placeName.ts';
import { applicable, type Finding, type Tally } from '../shared/validate/report.ts';
import { reportByStandard, STANDING_WORDS, type Standard, totalsText } from '../shared/validate/standards.ts';
import { whereLines } from './catalogText.ts';
import { type Paint, SEVERITY_FORMATS, safe } from './paint.ts';

const plural = (count: number, word: string, many = `${word}s`): string => `${count} ${count === 1 ? word : many}`;

function countsLine(tally: Tally, paint: Paint): string {
  const bySeverity = SEVERITIES.filter((severity) => tally.bySeverity[severity] > 0)
    .map((severity) => paint(SEVERITY_FORMATS[severity], `${tally.bySeverity[severity]} ${severity}`))
    .join(', ');
  const gaps = tally.gap === 0 ? paint('green', 'no gaps') : `${plural(tally.gap, 'gap')}: ${bySeverity}`;
  const accepted = tally.suppressed === 0 ? '' : ` · ${tally.suppressed} accepted`;
  return `${gaps} · ${tally.unknown} not answered · ${tally.satisfied} of ${applicable(tally)} controls met${accepted}`;
}

const reasonText = ({ label, value, origin }: Reason): string =>
  `${safe(label)}: ${safe(value)}${origin === '' ? '' : ` (${origin})`}`;

const REOPENED = {
  expired: 'The decision on it has expired.',
  factsChanged: 'The facts it was decided on have changed.',
};

function gapLines(finding: Finding, catalog: Catalog, paint: Paint): readonly string[] {
  const { title, gap, remediation } = wordsOf(finding);
  const { control } = finding.compiled;
  const because = reasons(catalog, finding).map(reasonText).join('; ');
  return [
    `  ${paint('bold', safe(placeName(finding.element)))}  ${safe(title)}  ${paint('dim', control.id)}`,
    `      ${safe(gap)}`,
    ...(because === '' ? [] : [paint('dim', `      Because ${because}`)]),
    ...(finding.reopened ? [`      ${REOPENED[finding.reopened]}`] : []),
    `      → ${safe(remediation)}`,
    ...whereLines(control.where).map((line) => paint('dim', `        ${line}`)),
  ];
}

function severityLines(severity: Severity, findings: readonly Finding[], catalog: Catalog, paint: Paint) {
  const own = findings.filter(({ outcome, compiled }) => outcome === 'gap' && compiled.control.severity === severity);
  if (own.length === 0) return [];
  const heading = paint(SEVERITY_FORMATS[severity], `${severity.toUpperCase()} (${own.length})`);
  return ['', heading, ...own.flatMap((finding) => gapLines(finding, catalog, paint))];
}

function questionLines(findings: readonly Finding[], catalog: Catalog, paint: Paint): readonly string[] {
  const open = findings.filter(({ outcome }) => outcome === 'unknown');
  if (open.length === 0) return [];
  const lines = open.map((finding) => {
    const asked = reasons(catalog, finding).filter(({ because }) => because.origin === 'unanswered');
    const question = finding.error ?? asked.map(({ label }) => label).join(', ');
    const why = question === '' ? '' : paint('dim', `  (${safe(question)})`);
    return `  ${paint('bold', safe(placeName(finding.element)))}  ${safe(wordsOf(finding).title)}${why}`;
  });
  return ['', `NOT ANSWERED (${open.length})`, ...lines];
}

function uncheckedLines({ report }: Checked): readonly string[] {
  const names = [...report.elements.values()].filter(({ known }) => !known).map(({ element }) => element);
  if (names.length === 0) return [];
  const list = names.map(({ name, service }) => `  ${safe(name)} (${safe(service)})`);
  return ['', `NOT CHECKED, because the catalog does not know them (${names.length})`, ...list];
}

function standardLines(standard: Standard, { report }: Checked, catalog: Catalog, paint: Paint): readonly string[] {
  const { requirements, totals } = reportByStandard(standard, catalog, report);
  const lines = requirements.flatMap(({ requirement, controls, standing, counts }) => {
    const count = counts.gap > 0 ? ` (${plural(counts.gap, 'gap')})` : '';
    const title = requirement.title ? `  ${requirement.title}` : '';
    const reason = requirement.notCovered ? ` ${requirement.notCovered}` : '';
    const detail =
      standing === 'notCovered' ? `      No control:${reason || ' none yet.'}` : `      ${controls.join(', ')}`;
    return [`  ${paint('bold', requirement.id)}${title}: ${STANDING_WORDS[standing]}${count}`, paint('dim', detail)];
  });
  const heading = `${standard.name} ${standard.version}`.toUpperCase();
  return ['', heading, `  ${totalsText(totals, ', ')}. A mapping to controls, not a claim of compliance.`, ...lines];
}

function overrideLines({ overrides }: Catalog): readonly string[] {
  const lines = overrides.map(({ control, severity, reason }) => {
    const change = severity === undefined ? 'switched off' : `is ${severity}`;
    return `  ${control} ${change}: ${safe(reason)}`;
  });
  return lines.length === 0 ? [] : ['', `CHANGED BY YOUR OWN CATALOG (${lines.length})`, ...lines];
}

/** What a report on a file is shown with. */
export interface CheckView {
  readonly catalog: Catalog;
  /** Shown requirement by requirement, too. */
  readonly standard: Standard | null;
  readonly paint: Paint;
}

/** The report on one file for people: counts, gaps by severity, what was not answered, what could not be checked. */
export function checkText(checked: Checked, { catalog, standard, paint }: CheckView): string {
  const { file, diagram, report } = checked;
  const size = [
    plural(diagram.resources.length, 'resource'),
    plural(diagram.flows.length, 'flow'),
    plural(diagram.boundaries.length, 'boundary', 'boundaries'),
  ].join(', ');
  const lines = [
    `${paint('bold', file)}${diagram.name === '' ? '' : `  ${safe(diagram.name)}`}`,
    paint('dim', size),
    countsLine(report.tally, paint),
    ...SEVERITIES.flatMap((severity) => severityLines(severity, report.findings, catalog, paint)),
    ...questionLines(report.findings, catalog, paint),
    ...uncheckedLines(checked),
    ...(standard ? standardLines(standard, checked, catalog, paint) : []),
    ...overrideLines(catalog),
  ];
  return `${lines.join('\n')}\n`;
}
