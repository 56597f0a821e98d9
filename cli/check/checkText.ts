import type { Catalog } from '../../shared/catalog/catalog.ts';
import { SEVERITIES, type Severity } from '../../shared/catalog/terms.ts';
import { countClasses } from '../../shared/classify/countClasses.ts';
import type { Checked } from '../../shared/export/json.ts';
import {
  DECISION_STANDINGS,
  decisionStanding,
  decisionSubject,
  decisionsText,
} from '../../shared/export/reviewDecisions.ts';
import { reviewSignOffs } from '../../shared/export/reviewSignOffs.ts';
import { classText } from '../../shared/export/scopeText.ts';
import { counted } from '../../shared/export/text.ts';
import { brokenText } from '../../shared/exposure/words.ts';
import { type Reason, reasons, reopenedText, describe as wordsOf } from '../../shared/validate/describe.ts';
import { placeName } from '../../shared/validate/placeName.ts';
import { applicable, type Finding, type Tally } from '../../shared/validate/report.ts';
import { raiseText } from '../../shared/validate/severity.ts';
import { reportByStandard, type Standard, standingText, totalsText } from '../../shared/validate/standards.ts';
import { whereLines } from '../catalogText.ts';
import { decisionText } from '../decisionText.ts';
import { type Paint, SEVERITY_FORMATS, safe } from '../paint.ts';
import { type CheckView, isShown } from './checkView.ts';
import { ruleLines } from './rulesText.ts';

function countsLine(tally: Tally, paint: Paint): string {
  const bySeverity = SEVERITIES.filter((severity) => tally.bySeverity[severity] > 0)
    .map((severity) => paint(SEVERITY_FORMATS[severity], `${tally.bySeverity[severity]} ${severity}`))
    .join(', ');
  const gaps = tally.gap === 0 ? paint('green', 'no gaps') : `${counted(tally.gap, 'gap')}: ${bySeverity}`;
  const accepted = tally.suppressed === 0 ? '' : ` · ${tally.suppressed} accepted`;
  return `${gaps} · ${tally.unknown} not answered · ${tally.satisfied} of ${applicable(tally)} controls met${accepted}`;
}

const reasonText = ({ label, value, origin }: Reason): string =>
  `${safe(label)}: ${safe(value)}${origin === '' ? '' : ` (${origin})`}`;

/** What the control cites and serves. */
const sourceLines = ({ compiled: { control } }: Finding, paint: Paint): readonly string[] => [
  ...control.references.map(({ framework, requirement }) => paint('dim', `      ${framework} ${requirement}`)),
  ...control.sources.pages.map(({ title, url }) => paint('dim', `      ${title}: ${url}`)),
];

function gapLines(finding: Finding, { catalog, paint, detail, known }: CheckView): readonly string[] {
  const { title, gap, why, remediation } = wordsOf(finding);
  const { control } = finding.compiled;
  const because = reasons(catalog, finding).map(reasonText).join('; ');
  return [
    `  ${paint('bold', safe(placeName(finding.element)))}  ${safe(title)}  ${paint('dim', control.id)}${known?.has(finding.key) ? '  (known)' : ''}`,
    `      ${safe(gap)}`,
    ...(detail === 'verbose' ? [`      ${safe(why)}`] : []),
    ...(because === '' ? [] : [paint('dim', `      Because ${because}`)]),
    ...(finding.raise ? [`      Severity ${raiseText(finding.raise)}`] : []),
    ...(finding.reopened ? [`      ${reopenedText(finding)}`] : []),
    `      → ${safe(remediation)}`,
    ...whereLines(control.where).map((line) => paint('dim', `        ${line}`)),
    ...(detail === 'verbose' ? [paint('dim', `      ${finding.key}`), ...sourceLines(finding, paint)] : []),
  ];
}

function severityLines(severity: Severity, shown: readonly Finding[], view: CheckView): readonly string[] {
  const own = shown.filter((finding) => finding.severity === severity);
  if (own.length === 0) return [];
  const heading = view.paint(SEVERITY_FORMATS[severity], `${severity.toUpperCase()} (${own.length})`);
  return ['', heading, ...own.flatMap((finding) => gapLines(finding, view))];
}

function knownLines({ report }: Checked, { detail, known }: CheckView): readonly string[] {
  const count = report.findings.filter(({ key, outcome }) => outcome === 'gap' && known?.has(key)).length;
  if (count === 0 || detail !== 'normal') return [];
  return ['', `${counted(count, 'gap')} of the baseline not shown; --verbose shows them.`];
}

/** All decisions, with how each stands. */
function decisionLines({ diagram, report }: Checked, catalog: Catalog, paint: Paint): readonly string[] {
  const lines = diagram.suppressions.flatMap((decision) => {
    const { title, where, gone } = decisionSubject({ catalog, report }, decision);
    const standing = DECISION_STANDINGS[decisionStanding(report, decision)];
    return [
      `  ${paint('bold', safe(where))}  ${safe(title)}`,
      `      ${standing}${gone === null ? '' : `. ${gone}`}`,
      `      ${decisionText(decision)}`,
    ];
  });
  return lines.length === 0 ? [] : ['', `DECISIONS (${diagram.suppressions.length})`, ...lines];
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
  const lines = requirements.flatMap((each) => {
    const { requirement, controls, standing } = each;
    const title = requirement.title ? `  ${requirement.title}` : '';
    const reason = requirement.notCovered ? ` ${requirement.notCovered}` : '';
    const detail =
      standing === 'notCovered' ? `      No control:${reason || ' none yet.'}` : `      ${controls.join(', ')}`;
    return [`  ${paint('bold', requirement.id)}${title}: ${standingText(each)}`, paint('dim', detail)];
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

const dataLines = ({ diagram }: Checked, catalog: Catalog, paint: Paint): readonly string[] => {
  const counts = countClasses({ diagram, catalog });
  return counts.length === 0 ? [] : [paint('dim', `${counts.map(classText).join(', ')}.`)];
};

function restLines(checked: Checked, view: CheckView): readonly string[] {
  const { catalog, standard, paint } = view;
  return [
    ...knownLines(checked, view),
    ...questionLines(checked.report.findings, catalog, paint),
    ...uncheckedLines(checked),
    ...(view.detail === 'verbose' ? decisionLines(checked, catalog, paint) : []),
    ...(standard ? standardLines(standard, checked, catalog, paint) : []),
    ...overrideLines(catalog),
  ];
}

/**
 * The report on one file for people: counts, gaps by severity, what was not answered, what could not be checked.
 * Quiet, it is empty for a file that does not fail.
 */
export function checkText(checked: Checked, view: CheckView): string {
  const { file, diagram, report } = checked;
  const { paint, detail } = view;
  const shown = report.findings.filter(
    (finding) => finding.outcome === 'gap' && isShown(finding.severity, finding.key, view),
  );
  const rules = ruleLines(checked, view);
  if (detail === 'quiet' && shown.length + rules.length === 0) return '';
  const size = [
    counted(diagram.resources.length, 'resource'),
    counted(diagram.flows.length, 'flow'),
    counted(diagram.boundaries.length, 'boundary', 'boundaries'),
  ].join(', ');
  const lines = [
    `${paint('bold', safe(file))}${diagram.name === '' ? '' : `  ${safe(diagram.name)}`}`,
    paint('dim', size),
    countsLine(report.tally, paint),
    ...(diagram.suppressions.length === 0 ? [] : [`${decisionsText(report, diagram.suppressions)}.`]),
    ...reviewSignOffs(diagram).map(({ text }) => safe(text)),
    ...dataLines(checked, view.catalog, paint),
    ...SEVERITIES.flatMap((severity) => severityLines(severity, shown, view)),
    ...rules,
    ...(detail === 'quiet' ? [] : restLines(checked, view)),
  ];
  return `${lines.join('\n')}\n`;
}

/** What came of all files of a run. */
export interface Total {
  readonly files: number;
  readonly unreadable: number;
  readonly tally: Tally;
  readonly brokenRules: number;
}

/** One line on all files of a run. */
export function totalText({ files, unreadable, tally, brokenRules }: Total, paint: Paint): string {
  const failed = unreadable === 0 ? '' : ` · ${unreadable} could not be checked`;
  const counts = `${countsLine(tally, paint)}${brokenRules === 0 ? '' : ` · ${brokenText(brokenRules)}`}`;
  return `${paint('bold', counted(files, 'diagram'))}${failed} · ${counts}\n`;
}
