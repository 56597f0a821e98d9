import fc from 'fast-check';
import type { Fact, FactReader } from '../../shared/catalog/predicate.ts';
import type { Predicate } from '../../shared/catalog/schema.ts';

export const VALUES = ['none', 'sse', 'kms'] as const;
export const CHOICES = ['a', 'b', 'c'] as const;
export const LISTS = ['near', 'around'] as const;

/** The order of the choices, as `atLeast` reads it. */
export const rankOf = (fact: string): readonly string[] | undefined =>
  CHOICES.some((choice) => choice === fact) ? VALUES : undefined;

const leaf: fc.Arbitrary<Predicate> = fc.oneof(
  fc.record({ fact: fc.constantFrom(...CHOICES), equals: fc.constantFrom<string | boolean>(...VALUES, true) }),
  fc.record({
    fact: fc.constantFrom(...CHOICES),
    oneOf: fc.array(fc.constantFrom<string | boolean>(...VALUES, false), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ fact: fc.constantFrom(...CHOICES), atLeast: fc.constantFrom(...VALUES) }),
  fc.record({ fact: fc.constantFrom(...LISTS), includes: fc.constantFrom<string | boolean>(...VALUES, true) }),
);

/** Predicates over three choices and two lists, nested a few levels. */
export const predicates: fc.Arbitrary<Predicate> = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('predicate') }),
  ),
})).predicate;

const members = fc.uniqueArray(fc.constantFrom('none', 'sse', 'kms', 'true'), { maxLength: 3 });

/** A value for every fact, without a hole. */
export const fullFacts: fc.Arbitrary<Readonly<Record<string, Fact>>> = fc.record({
  ...Object.fromEntries(
    CHOICES.map((name) => [
      name,
      fc.record({ value: fc.constantFrom(...VALUES, true), origin: fc.constantFrom('answer', 'awsDefault') }),
    ]),
  ),
  ...Object.fromEntries(
    LISTS.map((name) => [name, members.map((value): Fact => ({ value: value.sort(), origin: 'graph' }))]),
  ),
}) as fc.Arbitrary<Readonly<Record<string, Fact>>>;

const UNANSWERED: Fact = { value: null, origin: 'unanswered' };

/** Full facts, and the same with some of them unknown: choices unanswered, lists without some of their members. */
export const factsWithHoles = fc
  .tuple(fullFacts, fc.subarray([...CHOICES]), fc.subarray([...LISTS]), fc.nat(3))
  .map(([full, unanswered, incomplete, kept]) => {
    const holes = Object.fromEntries(
      Object.entries(full).map(([name, fact]): [string, Fact] => {
        if (unanswered.some((each) => each === name)) return [name, UNANSWERED];
        if (!incomplete.some((each) => each === name)) return [name, fact];
        const value = Array.isArray(fact.value) ? fact.value.slice(0, kept) : fact.value;
        return [name, { value, origin: 'graph', incomplete: true }];
      }),
    );
    return { full, holes };
  });

/** Reads facts from a record; any other name is unanswered. */
export const reader =
  (facts: Readonly<Record<string, Fact>>): FactReader =>
  (name) =>
    facts[name] ?? UNANSWERED;
