import { compilePredicate, type FactReader } from '../catalog/predicate.ts';
import type { Predicate } from '../catalog/schema.ts';

/** What a fact has to become: this value, or a list that holds it. */
export interface Aim {
  readonly fact: string;
  readonly kind: 'is' | 'holds';
  readonly value: string | boolean;
}

/** Aims that together make a condition come out as wanted; none where it does already. */
export type Way = readonly Aim[];

/** What a search needs to know of facts: their values now, and the values of a choice, weakest first. */
export interface Facts {
  readonly read: FactReader;
  readonly options: (fact: string) => readonly string[];
}

/** More ways than a person would read; what is cut off is the longest. */
const MOST = 12;

const NOTHING_TO_DO: readonly Way[] = [[]];
const NO_WAY: readonly Way[] = [];

const is = (fact: string, values: readonly (string | boolean)[]): readonly Way[] =>
  values.map((value) => [{ fact, kind: 'is', value }]);

/** The values that a fact may have instead of these. */
function others(fact: string, values: readonly (string | boolean)[], { options }: Facts): readonly Way[] {
  if (values.every((value) => typeof value === 'boolean')) {
    return is(
      fact,
      [true, false].filter((value) => !values.includes(value)),
    );
  }
  return is(
    fact,
    options(fact).filter((value) => !values.includes(value)),
  );
}

/** Two ways as one; null where they want different things of one fact. */
function together(one: Way, other: Way): Way | null {
  const clash = other.some(({ fact, kind, value }) =>
    one.some((aim) => aim.fact === fact && aim.kind === 'is' && kind === 'is' && aim.value !== value),
  );
  if (clash) return null;
  const known = (aim: Aim) =>
    one.some(({ fact, kind, value }) => fact === aim.fact && kind === aim.kind && value === aim.value);
  return [...one, ...other.filter((aim) => !known(aim))];
}

const shortest = (ways: readonly Way[]): readonly Way[] => [...ways].sort((a, b) => a.length - b.length).slice(0, MOST);

const allOf = (parts: readonly (readonly Way[])[]): readonly Way[] =>
  parts.reduce(
    (sofar, ways) =>
      shortest(sofar.flatMap((one) => ways.map((other) => together(one, other)).filter((way) => way !== null))),
    NOTHING_TO_DO,
  );

const anyOf = (parts: readonly (readonly Way[])[]): readonly Way[] => shortest(parts.flat());

function search(predicate: Predicate, wanted: boolean, facts: Facts): readonly Way[] {
  if ('not' in predicate) return waysTo(predicate.not, !wanted, facts);
  if ('all' in predicate || 'any' in predicate) {
    const parts = ('all' in predicate ? predicate.all : predicate.any).map((part) => waysTo(part, wanted, facts));
    return 'all' in predicate === wanted ? allOf(parts) : anyOf(parts);
  }
  const { fact } = predicate;
  if ('equals' in predicate) return wanted ? is(fact, [predicate.equals]) : others(fact, [predicate.equals], facts);
  if ('oneOf' in predicate) return wanted ? is(fact, predicate.oneOf) : others(fact, predicate.oneOf, facts);
  if ('atLeast' in predicate) {
    const order = facts.options(fact);
    const floor = order.indexOf(predicate.atLeast);
    return floor < 0 ? NO_WAY : is(fact, wanted ? order.slice(floor) : order.slice(0, floor));
  }
  if ('includes' in predicate && wanted) return [[{ fact, kind: 'holds', value: predicate.includes }]];
  // That something is not drawn, or not answered, is nothing that one would bring about.
  return NO_WAY;
}

/**
 * The ways to make a condition true, or false: each a set of facts with the values they need, the shortest first, at
 * most twelve. One empty way where it is so already; none where no answer and nothing drawn would do.
 */
export function waysTo(predicate: Predicate, wanted: boolean, facts: Facts): readonly Way[] {
  const { truth } = compilePredicate(predicate, facts.options)(facts.read);
  return truth === String(wanted) ? NOTHING_TO_DO : search(predicate, wanted, facts);
}
