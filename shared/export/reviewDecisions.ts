import { controlsOf } from '../catalog/quality.ts';
import { decisionKind, decisionReason } from '../diagram/decision.ts';
import type { Suppression } from '../diagram/schema.ts';
import { describe as wordsOf } from '../validate/describe.ts';
import { type Assessment, keyOf, type Report } from '../validate/report.ts';
import type { ExportInput } from './input.ts';
import { elementWords, type ReviewElement } from './reviewPoint.ts';
import { lineOf } from './text.ts';

/**
 * How a decision stands: it holds; it came back (its day is over, or the facts changed); there is nothing left to
 * accept; or its element or control is not there any more.
 */
export const DECISION_STANDINGS = {
  holds: 'Holds',
  expired: 'Expired',
  factsChanged: 'The facts have changed',
  notNeeded: 'No longer needed',
  withoutSubject: 'Without a subject',
} as const;
export type DecisionStanding = keyof typeof DECISION_STANDINGS;

/** A recorded decision about one control on one element. */
export interface ReviewDecision {
  readonly key: string;
  readonly control: string;
  readonly title: string;
  /** Null when the element is not in the report. */
  readonly element: ReviewElement | null;
  readonly standing: DecisionStanding;
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

/** How a decision of the diagram stands by the report on it. */
export const decisionStanding = (report: Report, decision: Suppression): DecisionStanding =>
  standingOf(assessmentOf(report, decision));

function toDecision({ catalog, report }: ExportInput, decision: Suppression): ReviewDecision {
  const key = keyOf(decision.control, decision.element);
  const element = report.elements.get(decision.element);
  const assessment = assessmentOf(report, decision);
  const control = assessment ? null : controlsOf(catalog).find(({ id }) => id === decision.control);
  return {
    key: lineOf(key),
    control: lineOf(decision.control),
    title: lineOf(assessment ? wordsOf(assessment).title : (control?.title ?? decision.control)),
    element: element ? elementWords(catalog, element.element) : null,
    standing: standingOf(assessment),
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
