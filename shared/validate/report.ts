import type { CompiledControl } from '../catalog/catalog.ts';
import type { Origin } from '../catalog/predicate.ts';
import type { AnswerValue } from '../catalog/schema.ts';
import { SEVERITIES, type Severity } from '../catalog/terms.ts';
import type { Diagram, Suppression } from '../diagram/schema.ts';
import type { Raise } from './severity.ts';

/** What came of one control on one element. */
export const OUTCOMES = ['gap', 'unknown', 'suppressed', 'satisfied', 'notApplicable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an assessment is about. `service` of a flow is `from → to`; of a boundary, its kind. */
export interface ElementRef {
  readonly id: string;
  readonly kind: 'resource' | 'flow' | 'boundary';
  readonly name: string;
  readonly service: string;
  /** The ends of a flow, by name. */
  readonly ends?: { readonly source: string; readonly target: string };
  /** The ends of a flow, by id. */
  readonly between?: readonly [source: string, target: string];
}

/** A fact that decided: its name (`target.encryption`), its value (null: none), and where that came from. */
export interface Because {
  readonly fact: string;
  readonly value: AnswerValue | null;
  readonly origin: Origin;
}

/** Why a decision no longer holds: its last day is over, or what it was made on is not so any more. */
export const REOPENED = ['expired', 'factsChanged', 'severityRose'] as const;
export type Reopened = (typeof REOPENED)[number];

/** The outcome of one control on one element, and why. */
export interface Assessment {
  /** `controlId@elementId`. */
  readonly key: string;
  readonly compiled: CompiledControl;
  readonly element: ElementRef;
  readonly outcome: Outcome;
  /** That of its control for these services, or a higher one for the data that reach the element. */
  readonly severity: Severity;
  /** Why the severity is higher than that of the control, or null. */
  readonly raise: Raise | null;
  readonly because: readonly Because[];
  /** The decision on it, whether it still holds or not. */
  readonly suppression: Suppression | null;
  /** Why a decision no longer holds. */
  readonly reopened: Reopened | null;
  /** Why a control could not be judged: a fault in the control itself. */
  readonly error: string | null;
}

/** An assessment someone must act on. */
export type Finding = Assessment & { readonly outcome: 'gap' | 'unknown' };

/** Counts over assessments. `bySeverity` counts gaps only. */
export interface Tally {
  readonly gap: number;
  readonly unknown: number;
  readonly suppressed: number;
  readonly satisfied: number;
  readonly notApplicable: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

/** All assessments of one element. */
export interface ElementReport {
  readonly element: ElementRef;
  readonly assessments: readonly Assessment[];
  readonly findings: readonly Finding[];
  readonly tally: Tally;
  /** False when the catalog has no entry for this service or boundary kind: nothing could be checked. */
  readonly known: boolean;
}

/** What `validate` finds. Findings are sorted: gaps before questions, worst first, then by key. */
export interface Report {
  readonly elements: ReadonlyMap<string, ElementReport>;
  readonly findings: readonly Finding[];
  readonly tally: Tally;
}

/** A diagram and the report on it. */
export interface Judged {
  readonly diagram: Diagram;
  readonly report: Report;
}

export const keyOf = (control: string, element: string): string => `${control}@${element}`;

export const isFinding = (assessment: Assessment): assessment is Finding =>
  assessment.outcome === 'gap' || assessment.outcome === 'unknown';

const RANK: Readonly<Record<Severity, number>> = Object.fromEntries(
  SEVERITIES.map((severity, rank) => [severity, rank]),
) as Record<Severity, number>;

/** 0 is the worst. */
export const severityRank = (severity: Severity): number => RANK[severity];

/** True when `severity` is worse than another one. */
export const isWorse = (severity: Severity, other: Severity): boolean => RANK[severity] < RANK[other];

/** True when `severity` is as bad as `threshold` or worse. */
export const isAtLeast = (severity: Severity, threshold: Severity): boolean => RANK[severity] <= RANK[threshold];

/** The order of findings: gaps before questions, worst severity first, then by key. */
export function compareFindings(a: Finding, b: Finding): number {
  if (a.outcome !== b.outcome) return a.outcome === 'gap' ? -1 : 1;
  const bySeverity = RANK[a.severity] - RANK[b.severity];
  return bySeverity !== 0 ? bySeverity : byKey(a, b);
}

const byKey = (a: Finding, b: Finding): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

const byElement = ({ element: a }: Finding, { element: b }: Finding): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Findings of one outcome and severity: first the controls are put in order, then the elements of each. */
function sortByControl(findings: readonly Finding[]): readonly Finding[] {
  const byControl = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { id } = finding.compiled.control;
    const same = byControl.get(id);
    if (same) same.push(finding);
    else byControl.set(id, [finding]);
  }
  const controls = [...byControl.values()].sort(([a], [b]) => byKey(a, b));
  return controls.flatMap((same) => same.sort(byElement));
}

/** Findings in the order of `compareFindings`, found without comparing whole keys: a large diagram has thousands. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const heaps: Finding[][] = Array.from({ length: 2 * SEVERITIES.length }, () => []);
  for (const finding of findings) {
    const first = finding.outcome === 'gap' ? 0 : SEVERITIES.length;
    heaps[first + RANK[finding.severity]]?.push(finding);
  }
  return heaps.flatMap(sortByControl);
}

export const NO_TALLY: Tally = {
  gap: 0,
  unknown: 0,
  suppressed: 0,
  satisfied: 0,
  notApplicable: 0,
  bySeverity: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
};

/** Adds up counts. */
export function sumTallies(tallies: Iterable<Tally>): Tally {
  const sum = { ...NO_TALLY, bySeverity: { ...NO_TALLY.bySeverity } };
  for (const tally of tallies) {
    for (const outcome of OUTCOMES) sum[outcome] += tally[outcome];
    for (const severity of SEVERITIES) sum.bySeverity[severity] += tally.bySeverity[severity];
  }
  return sum;
}

/** `sum` without the counts of `before` and with those of `after`. */
export function exchangeTally(sum: Tally, before: Tally, after: Tally): Tally {
  const result = { ...sum, bySeverity: { ...sum.bySeverity } };
  for (const outcome of OUTCOMES) result[outcome] += after[outcome] - before[outcome];
  for (const severity of SEVERITIES) {
    result.bySeverity[severity] += after.bySeverity[severity] - before.bySeverity[severity];
  }
  return result;
}

/** Counts assessments by outcome, and gaps by severity. */
export function tallyOf(assessments: readonly Assessment[]): Tally {
  const tally = { ...NO_TALLY, bySeverity: { ...NO_TALLY.bySeverity } };
  for (const { outcome, severity } of assessments) {
    tally[outcome]++;
    if (outcome === 'gap') tally.bySeverity[severity]++;
  }
  return tally;
}

/** The severity of the worst gap counted, or null without gaps. */
export const worstGap = (tally: Tally): Severity | null =>
  SEVERITIES.find((severity) => tally.bySeverity[severity] > 0) ?? null;

/** Assessments that count for "met": everything that applies. */
export const applicable = (tally: Tally): number => tally.gap + tally.unknown + tally.suppressed + tally.satisfied;
