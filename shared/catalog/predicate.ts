import type { AnswerValue, Predicate } from './schema.ts';

/** Three-valued truth: `unknown` is neither a pass nor a failure. */
export type Truth = 'true' | 'false' | 'unknown';

/** Where a fact's value came from. `graph` is read off the drawing; `unanswered` has no value. */
export type Origin = 'answer' | 'awsDefault' | 'graph' | 'unanswered';

/** A fact as a predicate sees it. `incomplete` marks a list of which some members are unknown. */
export interface Fact {
  readonly value: AnswerValue | null;
  readonly origin: Origin;
  readonly incomplete?: boolean;
}

/** Looks a fact up by name. Must answer for every name: an unheard-of one is unanswered. */
export type FactReader = (name: string) => Fact;

/** Truth, and the names of the facts that decided it, in reading order without repeats. */
export interface Verdict {
  readonly truth: Truth;
  readonly decidedBy: readonly string[];
}

/** A predicate ready to run. */
export type Compiled = (read: FactReader) => Verdict;

/** The order of a choice's options, weakest first, for `atLeast`; undefined when the fact is no choice. */
export type RankOf = (fact: string) => readonly string[] | undefined;

const NOT: Record<Truth, Truth> = { true: 'false', false: 'true', unknown: 'unknown' };

const isUnknown = (fact: Fact): boolean => fact.origin === 'unanswered';

function test(name: string, decide: (value: AnswerValue | null, fact: Fact) => Truth): Compiled {
  const decidedBy = [name];
  // Made once: an edit runs thousands of these.
  const verdicts: Readonly<Record<Truth, Verdict>> = {
    true: { truth: 'true', decidedBy },
    false: { truth: 'false', decidedBy },
    unknown: { truth: 'unknown', decidedBy },
  };
  return (read) => {
    const fact = read(name);
    return verdicts[isUnknown(fact) ? 'unknown' : decide(fact.value, fact)];
  };
}

const truth = (value: boolean): Truth => (value ? 'true' : 'false');

/** The one operator that never gives `unknown`: a control may wait until its question is answered. */
function answered(name: string): Compiled {
  const decidedBy = [name];
  return (read) => ({ truth: truth(!isUnknown(read(name))), decidedBy });
}

function includes(name: string, wanted: string | boolean): Compiled {
  const text = String(wanted);
  return test(name, (value, fact) => {
    if (Array.isArray(value) && value.includes(text)) return 'true';
    return fact.incomplete ? 'unknown' : 'false';
  });
}

function atLeast(name: string, wanted: string, rankOf: RankOf): Compiled {
  const order = rankOf(name) ?? [];
  const floor = order.indexOf(wanted);
  return test(name, (value) => {
    const rank = typeof value === 'string' ? order.indexOf(value) : -1;
    // A value nobody ranked (from a newer catalog, say) is a question, not a failure.
    return rank < 0 || floor < 0 ? 'unknown' : truth(rank >= floor);
  });
}

function union(verdicts: readonly Verdict[]): readonly string[] {
  const [first, ...rest] = verdicts;
  if (first === undefined || rest.length === 0) return first?.decidedBy ?? [];
  const all = [...first.decidedBy];
  for (const { decidedBy } of rest) for (const fact of decidedBy) if (!all.includes(fact)) all.push(fact);
  return all;
}

/** `all` stops at `false`, `any` at `true`: the stopping verdicts alone decided. */
function combine(parts: readonly Compiled[], stop: Truth): Compiled {
  return (read) => {
    const verdicts: Verdict[] = [];
    for (const part of parts) {
      const verdict = part(read);
      if (verdict.truth === stop) return verdict;
      verdicts.push(verdict);
    }
    const open = verdicts.filter((verdict) => verdict.truth === 'unknown');
    if (open.length > 0) return { truth: 'unknown', decidedBy: union(open) };
    return { truth: NOT[stop], decidedBy: union(verdicts) };
  };
}

/**
 * Turns a predicate into a closure, once. The closure is pure and total: it follows Kleene's three-valued logic, and
 * names the facts that decided.
 */
export function compilePredicate(predicate: Predicate, rankOf: RankOf): Compiled {
  if ('all' in predicate)
    return combine(
      predicate.all.map((part) => compilePredicate(part, rankOf)),
      'false',
    );
  if ('any' in predicate)
    return combine(
      predicate.any.map((part) => compilePredicate(part, rankOf)),
      'true',
    );
  if ('not' in predicate) {
    const inner = compilePredicate(predicate.not, rankOf);
    return (read) => {
      const { truth: said, decidedBy } = inner(read);
      return { truth: NOT[said], decidedBy };
    };
  }
  if ('answered' in predicate) return answered(predicate.fact);
  if ('equals' in predicate) return test(predicate.fact, (value) => truth(value === predicate.equals));
  if ('oneOf' in predicate) {
    return test(predicate.fact, (value) => truth(predicate.oneOf.some((wanted) => wanted === value)));
  }
  if ('atLeast' in predicate) return atLeast(predicate.fact, predicate.atLeast, rankOf);
  return includes(predicate.fact, predicate.includes);
}

/** The names of all facts a predicate may read, without repeats. */
export function factsOf(predicate: Predicate): readonly string[] {
  if ('all' in predicate) return [...new Set(predicate.all.flatMap(factsOf))];
  if ('any' in predicate) return [...new Set(predicate.any.flatMap(factsOf))];
  if ('not' in predicate) return factsOf(predicate.not);
  return [predicate.fact];
}

/** True when a fact that a predicate may read passes the test. */
export function mentions(predicate: Predicate, test: (fact: string) => boolean): boolean {
  if ('all' in predicate) return predicate.all.some((part) => mentions(part, test));
  if ('any' in predicate) return predicate.any.some((part) => mentions(part, test));
  return 'not' in predicate ? mentions(predicate.not, test) : test(predicate.fact);
}
