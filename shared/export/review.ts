import { type CatalogVersion, catalogVersion } from '../catalog/catalogVersion.ts';
import type { Override } from '../catalog/schema.ts';
import { type ClassCount, countClasses } from '../classify/countClasses.ts';
import { applicable, type ElementRef, type Finding, type Report, type Tally } from '../validate/report.ts';
import type { ExportInput } from './input.ts';
import { type ReviewData, reviewData } from './reviewData.ts';
import { type ReviewDecision, reviewDecisions } from './reviewDecisions.ts';
import { elementWords, type ReviewElement, type ReviewPoint, reviewPoint } from './reviewPoint.ts';
import { type ReviewRule, reviewRules } from './reviewRules.ts';
import { type ReviewSignOff, reviewSignOffs } from './reviewSignOffs.ts';
import { type ReviewStandard, reviewStandard } from './reviewStandard.ts';
import { byElement, numberGaps } from './svg/numbering.ts';
import { lineOf } from './text.ts';

/** A gap with the number of its marker in the picture. */
export interface ReviewGap extends ReviewPoint {
  readonly number: number;
}

/** What could not be judged yet, and the questions to answer. */
export interface ReviewQuestion extends ReviewPoint {
  /** Labels of what nobody answered; none when the control itself is at fault. */
  readonly asks: readonly string[];
}

/** What the report does not speak of, or only in general. */
export interface ReviewScope {
  /** Elements that were judged, and how many controls applied to them. */
  readonly elements: number;
  readonly controls: number;
  /** Elements that the catalog does not know. */
  readonly unchecked: readonly ReviewElement[];
  /** Flows between services that nobody wrote a rule for: the general controls judged them. */
  readonly general: readonly ReviewElement[];
  /** Controls that an own catalog switched off. */
  readonly off: readonly Override[];
  /** Classes of data, strongest first, and how many resources each reaches; none where nothing is classified. */
  readonly data: readonly ClassCount[];
  /** Controls whose severity an own catalog changed. */
  readonly changed: readonly Override[];
}

/**
 * All that a report says, in words: the one model that HTML, Markdown, CSV, SARIF and PDF print, so that they agree.
 * Texts hold no control characters and no marks of direction; markup in them is not escaped yet.
 */
export interface Review {
  readonly title: string;
  /** The name of the diagram file, or null. */
  readonly file: string | null;
  readonly date: string;
  readonly size: { readonly resources: number; readonly flows: number; readonly boundaries: number };
  readonly tally: Tally;
  /** In the order of their numbers, which are those of the picture. */
  readonly gaps: readonly ReviewGap[];
  /** By element, as the report first names each. */
  readonly questions: readonly ReviewQuestion[];
  /** The worst first. */
  readonly rules: readonly ReviewRule[];
  readonly decisions: readonly ReviewDecision[];
  /** What data reach each resource; none where nothing is classified. */
  readonly data: readonly ReviewData[];
  /** Oldest first. */
  readonly signOffs: readonly ReviewSignOff[];
  readonly standard: ReviewStandard | null;
  readonly scope: ReviewScope;
  readonly catalog: CatalogVersion;
}

function toQuestion(input: ExportInput, finding: Finding): ReviewQuestion {
  const point = reviewPoint(input.catalog, finding);
  const open = point.because.filter(({ unanswered }) => unanswered);
  return { ...point, asks: [...new Set(open.map(({ label }) => label))] };
}

/** Questions by element, in their order. */
export function questionsByElement(questions: readonly ReviewQuestion[]): readonly (readonly ReviewQuestion[])[] {
  const groups = new Map<string, ReviewQuestion[]>();
  for (const question of questions) {
    const group = groups.get(question.element.id);
    if (group) group.push(question);
    else groups.set(question.element.id, [question]);
  }
  return [...groups.values()];
}

function generalFlows({ diagram, catalog, report }: ExportInput): readonly ElementRef[] {
  return diagram.flows.flatMap(({ id }) => {
    const element = report.elements.get(id)?.element;
    const [from = '', to = ''] = element?.service.split(' → ') ?? [];
    return element && !catalog.flow(from, to).specific ? [element] : [];
  });
}

function toScope(input: ExportInput): ReviewScope {
  const { catalog, report } = input;
  const unchecked = [...report.elements.values()].filter(({ known }) => !known).map(({ element }) => element);
  const overrides = catalog.overrides.map((each) => ({ ...each, reason: lineOf(each.reason) }));
  return {
    elements: report.elements.size - unchecked.length,
    controls: applicable(report.tally),
    unchecked: unchecked.map((element) => elementWords(catalog, element)),
    general: generalFlows(input).map((element) => elementWords(catalog, element)),
    off: overrides.filter(({ off }) => off),
    changed: overrides.filter(({ off }) => !off),
    data: countClasses(input),
  };
}

const toGaps = (input: ExportInput, report: Report): readonly ReviewGap[] =>
  numberGaps(report).flatMap(({ gaps }) =>
    gaps.map(({ number, finding }) => ({ ...reviewPoint(input.catalog, finding), number })),
  );

/** A report in words; `input.report` must be that of `input.diagram`. */
export function toReview(input: ExportInput): Review {
  const { diagram, report, catalog, date, file, standard } = input;
  const gaps = toGaps(input, report);
  return {
    title: lineOf(diagram.name) || 'Untitled diagram',
    file: file && lineOf(file.name),
    date,
    size: { resources: diagram.resources.length, flows: diagram.flows.length, boundaries: diagram.boundaries.length },
    tally: report.tally,
    gaps,
    questions: byElement(report.findings, 'unknown')
      .flat()
      .map((finding) => toQuestion(input, finding)),
    rules: reviewRules(input),
    decisions: reviewDecisions(input),
    data: reviewData(input),
    signOffs: reviewSignOffs(diagram),
    standard: standard && reviewStandard(input, standard, gaps),
    scope: toScope(input),
    catalog: catalogVersion(catalog),
  };
}
