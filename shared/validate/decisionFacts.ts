import type { Suppression } from '../diagram/schema.ts';
import type { Assessment, Because } from './report.ts';

/** Facts as a decision keeps them. */
export type DecidedFacts = NonNullable<Suppression['decidedFacts']>;

/** Facts that a decision keeps besides those that decided: no condition can name them. */
export const ENDS_FACT = '@ends';
export const RAISED_FACT = '@raisedBy';

/**
 * The facts that a decision is made on: those that decided, the resources that a flow leads between, and the classes of
 * data that raise the severity.
 */
export const factsDecidedOn = ({
  because,
  element,
  raise,
}: Pick<Assessment, 'because' | 'element' | 'raise'>): DecidedFacts => [
  ...because.map(({ fact, value }) => ({ fact, value })),
  ...(element.between ? [{ fact: ENDS_FACT, value: element.between }] : []),
  ...(raise ? [{ fact: RAISED_FACT, value: raise.by }] : []),
];

/** A short text that changes when facts change: what a decision remembers of them. */
export function factsHash(facts: readonly (Pick<Because, 'fact' | 'value'> | DecidedFacts[number])[]): string {
  const text = JSON.stringify(facts.map(({ fact, value }) => [fact, value]));
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** What a decision on an assessment is made on, as it keeps it. */
export function groundsOf(assessment: Pick<Assessment, 'because' | 'element' | 'raise' | 'severity'>) {
  const decidedFacts = factsDecidedOn(assessment);
  return { facts: factsHash(decidedFacts), decidedFacts, decidedSeverity: assessment.severity };
}

/**
 * Whether the facts that a decision was made on are others now. Where fewer classes raise the severity than then,
 * nothing is worse, so that is no change. Older files kept only a hash of those that decided.
 */
export function isOutdated(
  { facts, decidedFacts }: Suppression,
  judged: Pick<Assessment, 'because' | 'element' | 'raise'>,
): boolean {
  if (facts === null) return false;
  if (decidedFacts === undefined) return facts !== factsHash(judged.because);
  const raised = decidedFacts.filter(({ fact }) => fact === RAISED_FACT);
  const classes = raised.flatMap(({ value }) => value);
  const isNoMore = judged.raise?.by.every((each) => classes.includes(each)) ?? true;
  const now = isNoMore ? [...factsDecidedOn({ ...judged, raise: null }), ...raised] : factsDecidedOn(judged);
  return facts !== factsHash(now);
}
