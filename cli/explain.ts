import type { Catalog } from '../shared/catalog/catalog.ts';
import { CATEGORIES } from '../shared/catalog/terms.ts';
import { classify } from '../shared/classify/classify.ts';
import type { Drawn } from '../shared/classify/links.ts';
import { reaching } from '../shared/classify/propagate.ts';
import { wayOf, wayText } from '../shared/classify/wayOf.ts';
import { classesOf, DATA_CLASSES } from '../shared/dataClasses.ts';
import { decisionSubject, isOvertaken } from '../shared/export/reviewDecisions.ts';
import { type Situation, triedRemedies } from '../shared/remedy/effect.ts';
import { type ChangedFact, changedFacts } from '../shared/validate/decided.ts';
import { reasons, reopenedText, describe as wordsOf } from '../shared/validate/describe.ts';
import { elementName } from '../shared/validate/elementName.ts';
import { placeName } from '../shared/validate/placeName.ts';
import { type Assessment, keyOf, type Outcome, type Report } from '../shared/validate/report.ts';
import { raiseText } from '../shared/validate/severity.ts';
import { validate } from '../shared/validate/validate.ts';
import { snippetLines, whereLines } from './catalogText.ts';
import { decisionText } from './decisionText.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';
import { type Paint, painter, safe } from './paint.ts';
import { readCatalog, readDiagram } from './read.ts';

export interface ExplainOptions {
  readonly catalog?: string;
}

const MOST_HINTS = 20;

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  gap: 'Gap',
  unknown: 'Not answered',
  suppressed: 'Accepted',
  satisfied: 'Met',
  notApplicable: 'Does not apply',
};

const changeLine = ({ label, before, after }: ChangedFact): string =>
  `  ${safe(label)}: was ${safe(before)}, is ${safe(after)}`;

function decisionLines(situation: Situation, assessment: Assessment): readonly string[] {
  const { suppression, reopened } = assessment;
  if (!suppression) return [];
  const why = reopenedText(assessment);
  return [
    '',
    decisionText(suppression),
    ...(why === null ? [] : [why]),
    ...(isOvertaken(reopened) ? changedFacts(situation, assessment).map(changeLine) : []),
  ];
}

function becauseLines(catalog: Catalog, assessment: Assessment): readonly string[] {
  const lines = reasons(catalog, assessment).map(
    ({ label, value, origin }) => `  ${safe(label)}: ${safe(value)} (${origin || 'answered'})`,
  );
  return lines.length === 0 ? [] : ['', 'BECAUSE', ...lines];
}

/** The data that reach a resource, with the way that each came by. */
function dataLines(drawn: Drawn, { element }: Assessment): readonly string[] {
  const lines = classesOf(reaching(classify(drawn), element.id)).map((each) => {
    const nameOf = (id: string) => safe(elementName(drawn.diagram, drawn.catalog, id));
    return `  ${DATA_CLASSES[each]}: ${wayText(wayOf(drawn, element.id, each), nameOf)}`;
  });
  return lines.length === 0 ? [] : ['', 'DATA THAT REACH IT', ...lines];
}

/** What would close it, with what else each way closes and opens. */
function remedyLines(situation: Situation, assessment: Assessment): readonly string[] {
  if (assessment.outcome !== 'gap') return [];
  const lines = triedRemedies(situation, assessment).map(({ label, effect: { closed, opened } }) => {
    const others = closed.length - 1;
    const more = [
      ...(others > 0 ? [`closes ${others} more`] : []),
      ...(opened.length > 0 ? [`opens ${opened.length}`] : []),
    ];
    return `  ${safe(label)}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
  });
  return lines.length === 0 ? [] : ['', 'WHAT WOULD CLOSE IT', ...lines];
}

/** All there is to say of one control on one element, whatever came of it. */
function assessmentText(situation: Situation, assessment: Assessment, paint: Paint): string {
  const { catalog } = situation;
  const { control } = assessment.compiled;
  const { title, gap, why, remediation } = wordsOf(assessment);
  const raise = assessment.raise ? ` (${raiseText(assessment.raise)})` : '';
  const lines = [
    paint('bold', `${safe(placeName(assessment.element))}: ${safe(title)}`),
    `${OUTCOME_WORDS[assessment.outcome]}, ${assessment.severity}${raise}, ${CATEGORIES[control.category]}`,
    paint('dim', safe(assessment.key)),
    ...(assessment.outcome === 'gap' ? ['', safe(gap)] : []),
    ...(assessment.error === null ? [] : ['', safe(assessment.error)]),
    ...decisionLines(situation, assessment),
    ...becauseLines(catalog, assessment),
    ...dataLines(situation, assessment),
    ...remedyLines(situation, assessment),
    '',
    'WHY IT MATTERS',
    `  ${safe(why)}`,
    '',
    'WHAT TO DO',
    `  ${safe(remediation)}`,
    ...whereLines(control.where).map((line) => `  ${line}`),
    ...snippetLines(control.fix).map((line) => (line === '' ? '' : `  ${line}`)),
    '',
    'SOURCES',
    ...control.sources.pages.map((page) => `  ${page.title}: ${page.url}`),
    ...control.references.map(({ framework, requirement }) => `  ${framework} ${requirement}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What to say of a recorded decision whose element or control is gone; null for anything else. */
function goneText({ diagram, catalog, report }: Situation, key: string, paint: Paint): string | null {
  const decision = diagram.suppressions.find((each) => keyOf(each.control, each.element) === key);
  if (!decision) return null;
  const { title, where, gone } = decisionSubject({ catalog, report }, decision);
  const lines = [
    paint('bold', `${safe(where)}: ${safe(title)}`),
    gone ?? '',
    paint('dim', safe(key)),
    '',
    decisionText(decision),
  ];
  return `${lines.join('\n')}\n`;
}

/** Assessments by their key, or all of a control. */
function find(report: Report, wanted: string): readonly Assessment[] {
  const all = [...report.elements.values()].flatMap(({ assessments }) => assessments);
  const exact = all.filter(({ key }) => key === wanted);
  return exact.length > 0 ? exact : all.filter(({ compiled }) => compiled.control.id === wanted);
}

function hint({ findings }: Report): string {
  const lines = findings.slice(0, MOST_HINTS).map(({ key }) => `  ${safe(key)}\n`);
  return lines.length === 0 ? '' : `Keys of findings in it:\n${lines.join('')}`;
}

/** `explain KEY FILE`: why a control came out as it did on an element, and what to do; a control alone: on all of them. */
export async function explain(io: Io, key: string, file: string, options: ExplainOptions): Promise<ExitCode> {
  const catalog = await readCatalog(io, options.catalog);
  if (!catalog) return EXIT.unreadable;
  const read = await readDiagram(io, file);
  if (!read.ok) return EXIT.unreadable;
  const report = validate(read.diagram, catalog, io.today);
  const situation = { diagram: read.diagram, catalog, report, today: io.today };
  const found = find(report, key);
  const gone = found.length === 0 ? goneText(situation, key, painter(io.colours)) : null;
  if (gone !== null) {
    await io.stdout(gone);
    return EXIT.clean;
  }
  if (found.length === 0) {
    io.stderr(`${file}: nothing has the key "${safe(key)}". ${hint(report)}`.trimEnd().concat('\n'));
    return EXIT.usage;
  }
  await io.stdout(found.map((each) => assessmentText(situation, each, painter(io.colours))).join('\n'));
  return EXIT.clean;
}
