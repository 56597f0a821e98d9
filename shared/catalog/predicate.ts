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

/** A predicate ready to run. Gives one of a few `Verdict` objects, the same ones each time. */
export type Compiled = (read: FactReader) => Verdict;

/** The order of a choice's options, weakest first, for `atLeast`; undefined when the fact is no choice. */
export type RankOf = (fact: string) => readonly string[] | undefined;

const NOT: Record<Truth, Truth> = { true: 'false', false: 'true', unknown: 'unknown' };

const isUnknown = (fact: Fact): boolean => fact.origin === 'unanswered';

/** The three verdicts that one fact can give: made once, so that what combines them can know them again. */
function verdictsOf(name: string): Readonly<Record<Truth, Verdict>> {
  const decidedBy = [name];
  return {
    true: { truth: 'true', decidedBy },
    false: { truth: 'false', decidedBy },
    unknown: { truth: 'unknown', decidedBy },
  };
}

function test(name: string, decide: (value: AnswerValue | null, fact: Fact) => Truth): Compiled {
  const verdicts = verdictsOf(name);
  return (read) => {
    const fact = read(name);
    return verdicts[isUnknown(fact) ? 'unknown' : decide(fact.value, fact)];
  };
}

const truth = (value: boolean): Truth => (value ? 'true' : 'false');

/** The one operator that never gives `unknown`: a control may wait until its question is answered. */
function answered(name: string): Compiled {
  const verdicts = verdictsOf(name);
  return (read) => verdicts[truth(!isUnknown(read(name)))];
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
  return [...new Set(verdicts.flatMap(({ decidedBy }) => decidedBy))];
}

/** Verdicts of parts so far, and what they come to together. */
interface Step {
  readonly verdicts: readonly Verdict[];
  readonly together: Verdict;
  readonly next: Map<Verdict, Step>;
}

function stepOf(verdicts: readonly Verdict[], otherwise: Truth): Step {
  const open = verdicts.filter((verdict) => verdict.truth === 'unknown');
  const together: Verdict =
    open.length > 0 ? { truth: 'unknown', decidedBy: union(open) } : { truth: otherwise, decidedBy: union(verdicts) };
  return { verdicts, together, next: new Map() };
}

/**
 * `all` stops at `false`, `any` at `true`: the stopping verdicts alone decided. Parts give the same few objects again
 * and again, so each row of verdicts is summed up once and looked up from then on: an edit runs thousands of these.
 */
function combine(parts: readonly Compiled[], stop: Truth): Compiled {
  const otherwise = NOT[stop];
  const start = stepOf([], otherwise);
  const grow = (step: Step, verdict: Verdict): Step => {
    const grown = stepOf([...step.verdicts, verdict], otherwise);
    step.next.set(verdict, grown);
    return grown;
  };
  return (read) => {
    let step = start;
    for (const part of parts) {
      const verdict = part(read);
      if (verdict.truth === stop) return verdict;
      step = step.next.get(verdict) ?? grow(step, verdict);
    }
    return step.together;
  };
}

/** A verdict turned round, the same object each time. */
function negate(inner: Compiled): Compiled {
  const known = new Map<Verdict, Verdict>();
  return (read) => {
    const verdict = inner(read);
    const before = known.get(verdict);
    if (before) return before;
    const turned = { truth: NOT[verdict.truth], decidedBy: verdict.decidedBy };
    known.set(verdict, turned);
    return turned;
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
  if ('not' in predicate) return negate(compilePredicate(predicate.not, rankOf));
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
