import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePredicate, factsOf, type Truth } from '../../../shared/catalog/predicate.ts';
import type { Predicate } from '../../../shared/catalog/schema.ts';
import { factsWithHoles, fullFacts, predicates, rankOf, reader } from '../../support/predicates.ts';

type Facts = Parameters<typeof reader>[0];

const judge = (predicate: Predicate, facts: Facts) => compilePredicate(predicate, rankOf)(reader(facts));
const truth = (predicate: Predicate, facts: Facts): Truth => judge(predicate, facts).truth;

describe('predicates follow three-valued logic', () => {
  it('not-all is any-not, and not-any is all-not', () => {
    fc.assert(
      fc.property(fc.array(predicates, { minLength: 1, maxLength: 3 }), factsWithHoles, (parts, { holes }) => {
        const nots = parts.map((not) => ({ not }));
        expect(truth({ not: { all: parts } }, holes)).toBe(truth({ any: nots }, holes));
        expect(truth({ not: { any: parts } }, holes)).toBe(truth({ all: nots }, holes));
      }),
    );
  });

  it('not-not changes nothing', () => {
    fc.assert(
      fc.property(predicates, factsWithHoles, (predicate, { holes }) => {
        expect(judge({ not: { not: predicate } }, holes)).toEqual(judge(predicate, holes));
      }),
    );
  });

  it('answering what was open never turns a pass into a failure or a failure into a pass', () => {
    fc.assert(
      fc.property(predicates, factsWithHoles, (predicate, { full, holes }) => {
        const before = truth(predicate, holes);
        if (before !== 'unknown') expect(truth(predicate, full)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  it('with every fact known, nothing is unknown', () => {
    fc.assert(
      fc.property(predicates, fullFacts, (predicate, full) => {
        // A value that nobody ranked leaves `atLeast` open; the facts here are then left out.
        const ranked = Object.values(full).every(({ value }) => value !== true);
        fc.pre(ranked);
        expect(truth(predicate, full)).not.toBe('unknown');
      }),
    );
  });

  it('the order of parts does not matter', () => {
    fc.assert(
      fc.property(fc.array(predicates, { minLength: 1, maxLength: 4 }), factsWithHoles, (parts, { holes }) => {
        const turned = [...parts].reverse();
        expect(truth({ all: parts }, holes)).toBe(truth({ all: turned }, holes));
        expect(truth({ any: parts }, holes)).toBe(truth({ any: turned }, holes));
      }),
    );
  });

  it('the facts that are named as deciding suffice for a pass or a failure', () => {
    fc.assert(
      fc.property(predicates, factsWithHoles, (predicate, { holes }) => {
        const verdict = judge(predicate, holes);
        const names = factsOf(predicate);
        expect(verdict.decidedBy.length).toBeGreaterThan(0);
        expect(verdict.decidedBy.every((name) => names.includes(name))).toBe(true);
        const deciding = Object.fromEntries(Object.entries(holes).filter(([name]) => verdict.decidedBy.includes(name)));
        if (verdict.truth !== 'unknown') expect(truth(predicate, deciding)).toBe(verdict.truth);
      }),
      { numRuns: 500 },
    );
  });

  it('a question is named for whatever is unknown', () => {
    fc.assert(
      fc.property(predicates, factsWithHoles, (predicate, { holes }) => {
        const verdict = judge(predicate, holes);
        if (verdict.truth !== 'unknown') return;
        const open = verdict.decidedBy.some((name) => {
          const fact = holes[name];
          return fact?.origin === 'unanswered' || fact?.incomplete || fact?.value === true;
        });
        expect(open).toBe(true);
      }),
    );
  });
});

describe('a single condition', () => {
  const facts: Facts = {
    a: { value: 'sse', origin: 'answer' },
    near: { value: ['kms'], origin: 'graph', incomplete: true },
    around: { value: [], origin: 'graph' },
  };

  it.each<[string, Predicate, Truth]>([
    ['equals its value', { fact: 'a', equals: 'sse' }, 'true'],
    ['equals another value', { fact: 'a', equals: 'kms' }, 'false'],
    ['is one of several', { fact: 'a', oneOf: ['none', 'sse'] }, 'true'],
    ['is at least a weaker option', { fact: 'a', atLeast: 'none' }, 'true'],
    ['is at least a stronger option', { fact: 'a', atLeast: 'kms' }, 'false'],
    ['is unanswered', { fact: 'b', equals: 'sse' }, 'unknown'],
    ['includes a known member', { fact: 'near', includes: 'kms' }, 'true'],
    ['may include what is not known yet', { fact: 'near', includes: 'sse' }, 'unknown'],
    ['has a value', { fact: 'near', answered: true }, 'true'],
    ['has none, and is no question by itself', { fact: 'nowhere', answered: true }, 'false'],
    ['includes nothing', { fact: 'around', includes: 'sse' }, 'false'],
  ])('that %s', (_name, predicate, expected) => {
    expect(truth(predicate, facts)).toBe(expected);
  });

  it('on a value that no option has any more is a question, not a failure', () => {
    expect(truth({ fact: 'a', atLeast: 'sse' }, { a: { value: 'from-a-newer-catalog', origin: 'answer' } })).toBe(
      'unknown',
    );
  });
});
