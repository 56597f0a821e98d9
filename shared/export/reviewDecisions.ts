import { controlsOf } from '../catalog/quality.ts';
import type { Control } from '../catalog/schema.ts';
import { decisionKind, decisionReason } from '../diagram/decision.ts';
import type { Suppression } from '../diagram/schema.ts';
import { describe as wordsOf } from '../validate/describe.ts';
import { placeName } from '../validate/placeName.ts';
import { type Assessment, keyOf, type Report } from '../validate/report.ts';
import type { ExportInput } from './input.ts';
import { elementWords, type ReviewElement } from './reviewPoint.ts';
import { counted, lineOf } from './text.ts';

/**
 * How a decision stands: it holds; it came back (its day is over, the facts changed, or it weighs more); there is
 * nothing left to accept; or its element or control is not there any more.
 */
export const DECISION_STANDINGS = {
  holds: 'Holds',
  expired: 'Expired',
  factsChanged: 'The facts have changed',
  severityRose: 'The severity has risen',
  notNeeded: 'No longer needed',
  withoutSubject: 'Without a subject',
} as const;
export type DecisionStanding = keyof typeof DECISION_STANDINGS;

/** True where what a decision was made on is not so any more, so that it can be said what changed. */
export const isOvertaken = (standing: DecisionStanding | null): boolean =>
  standing === 'factsChanged' || standing === 'severityRose';

/** A recorded decision about one control on one element. */
export interface ReviewDecision {
  readonly key: string;
  readonly control: string;
  readonly title: string;
  /** Null when the element is not in the report. */
  readonly element: ReviewElement | null;
  readonly standing: DecisionStanding;
  /** The same in words. */
  readonly standingText: string;
  /** "Risk accepted" and the like. */
  readonly kind: string;
  /** Why, with the ticket. */
  readonly justification: string;
  readonly owner: string;
  readonly decidedOn: string;
  /** Its last day, or null for one without an end. */
  readonly expiresOn: string | null;
}

function standingOf(assessment: Assessment | undefined): DecisionStanding {
  if (!assessment) return 'withoutSubject';
  if (assessment.reopened) return assessment.reopened;
  return assessment.outcome === 'suppressed' ? 'holds' : assessment.error === null ? 'notNeeded' : 'holds';
}

const assessmentOf = (report: Report, { control, element }: Suppression): Assessment | undefined =>
  report.elements.get(element)?.assessments.find(({ key }) => key === keyOf(control, element));

function standingText(assessment: Assessment | undefined): string {
  const standing = standingOf(assessment);
  const words = DECISION_STANDINGS[standing];
  if (standing !== 'severityRose') return words;
  return `${words}: was ${assessment?.suppression?.decidedSeverity}, is ${assessment?.severity} now`;
}

/** How a decision of the diagram stands by the report on it. */
export const decisionStanding = (report: Report, decision: Suppression): DecisionStanding =>
  standingOf(assessmentOf(report, decision));

/** What a decision is about, in words, also where its element or control is gone. */
export interface DecisionSubject {
  readonly title: string;
  readonly where: string;
  /** Why it is about nothing any more; null while it is about something. */
  readonly gone: string | null;
}

const NO_ELEMENT = 'not in the diagram';

/** Names in the title of a control that is asked of nothing. */
const plainTitle = ({ title }: Control): string => title.replace(/\{(\w+)\}/g, 'the $1');

/** What a decision is about. */
export function decisionSubject(
  { catalog, report }: Pick<ExportInput, 'catalog' | 'report'>,
  decision: Suppression,
): DecisionSubject {
  const element = report.elements.get(decision.element);
  const where = element ? placeName(element.element) : NO_ELEMENT;
  const assessment = assessmentOf(report, decision);
  if (assessment) return { title: wordsOf(assessment).title, where, gone: null };
  const control = controlsOf(catalog).find(({ id }) => id === decision.control);
  const title = control ? plainTitle(control) : decision.control;
  if (!element) return { title, where, gone: 'The element was deleted.' };
  return { title, where, gone: `The catalog ${control ? 'does not ask this of the element' : 'has no such control'}.` };
}

const COUNTED: Readonly<Record<DecisionStanding, string>> = {
  holds: 'in force',
  expired: 'expired',
  factsChanged: 'whose facts have changed',
  severityRose: 'whose severity has risen',
  notNeeded: 'no longer needed',
  withoutSubject: 'without a subject',
};

/** "3 decisions: 1 in force, 2 without a subject". */
export function decisionsText(report: Report, decisions: readonly Suppression[]): string {
  const standings = decisions.map((each) => decisionStanding(report, each));
  const parts = Object.entries(COUNTED).flatMap(([standing, words]) => {
    const count = standings.filter((each) => each === standing).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `${counted(decisions.length, 'decision')}: ${parts.join(', ')}`;
}

function toDecision(input: ExportInput, decision: Suppression): ReviewDecision {
  const { catalog, report } = input;
  const element = report.elements.get(decision.element);
  return {
    key: lineOf(keyOf(decision.control, decision.element)),
    control: lineOf(decision.control),
    title: lineOf(decisionSubject(input, decision).title),
    element: element ? elementWords(catalog, element.element) : null,
    standing: decisionStanding(report, decision),
    standingText: standingText(assessmentOf(report, decision)),
    kind: lineOf(decisionKind(decision)),
    justification: lineOf(decisionReason(decision)),
    owner: lineOf(decision.owner),
    decidedOn: decision.decidedOn,
    expiresOn: decision.expiresOn,
  };
}

/** All decisions of the diagram, by key. */
export function reviewDecisions(input: ExportInput): readonly ReviewDecision[] {
  const decisions = input.diagram.suppressions.map((each) => toDecision(input, each));
  return decisions.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
