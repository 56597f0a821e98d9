import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setBrings } from '../../../shared/diagram/edit/data.ts';
import { type Diagram, type Question, THROUGH, type Through } from '../../../shared/diagram/schema.ts';
import { COMMON_QUESTIONS } from '../../../shared/exposure/commonQuestions.ts';
import { findPaths, MOST_PATHS } from '../../../shared/exposure/findPaths.ts';
import { isWeak, stepsOf } from '../../../shared/exposure/steps.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { SHOP } from '../../support/shop.ts';
import { lengthsByHand } from './naive.ts';

const catalog = await shippedCatalog();
const judge = (diagram: Diagram) => ({ diagram, catalog, report: validate(diagram, catalog, '2026-11-22') });

const ask = (from: Question['from'], through: Through = 'anything'): Question => ({
  from,
  to: { kind: 'data', atLeast: 'sensitive' },
  through,
});
const told = (diagram: Diagram, question: Question) =>
  findPaths(judge(diagram), question).paths.map(({ resources }) => resources.join(' > '));

describe('exposure paths', () => {
  it('lead from users outside to a store of personal data', () => {
    expect(told(SHOP, ask({ kind: 'internet' }))).toEqual(['app > api > orders > table']);
  });

  it('lead from another account to what sends it data, and not from the own one', () => {
    expect(told(SHOP, ask({ kind: 'otherAccount' }))).toEqual(['report > table']);
  });

  it('begin at a service or a resource', () => {
    expect(told(SHOP, ask({ kind: 'service', service: 'api-gateway' }))).toEqual(['api > orders > table']);
    expect(told(SHOP, ask({ kind: 'resource', id: 'orders' }))).toEqual(['orders > table']);
  });

  it('are none to data that nobody called sensitive', () => {
    expect(told(setBrings(SHOP, ['table'], ['confidential']), ask({ kind: 'internet' }))).toEqual([]);
  });

  it('are those of a naive search, the same in any order of elements, through something weak, and the shortest first', () => {
    const question = fc.record({
      from: fc.constantFrom<Question['from']>(
        { kind: 'internet' },
        { kind: 'otherAccount' },
        { kind: 'service', service: 'lambda' },
      ),
      to: fc.constantFrom<Question['to']>({ kind: 'data', atLeast: 'public' }, { kind: 'data', atLeast: 'sensitive' }),
      through: fc.constantFrom(...(Object.keys(THROUGH) as Through[])),
    });
    const dense = catalogDiagrams(catalog, 8, ['s3', 'lambda', 'web-app', 'api-gateway', 'dynamodb', 'quicksight']);
    fc.assert(
      fc.property(dense, question, (drawn, asked) => {
        const diagram = setBrings(
          drawn,
          drawn.resources.filter((_each, i) => i % 3 === 0).map(({ id }) => id),
          ['health'],
        );
        const judged = judge(diagram);
        const { paths } = findPaths(judged, asked);
        const turned = {
          ...diagram,
          resources: diagram.resources.toReversed(),
          flows: diagram.flows.toReversed(),
          boundaries: diagram.boundaries.toReversed(),
        };
        expect(findPaths(judge(turned), asked).paths).toEqual(paths);
        expect(paths.length).toBeLessThanOrEqual(MOST_PATHS);
        const lengths = new Map(paths.map(({ resources, flows }) => [resources.at(-1), flows.length]));
        expect(lengths).toEqual(lengthsByHand(judged, asked));
        const steps = stepsOf(judged);
        for (const { resources, flows } of paths) {
          flows.forEach((id, i) => {
            const next = steps.get(resources[i] ?? '')?.filter(({ to }) => to === resources[i + 1]);
            expect(next?.map((step) => step.flow)).toContain(id);
          });
          const on = [...resources, ...flows].map((id) => judged.report.elements.get(id));
          expect(on.some((each) => isWeak(each, asked.through))).toBe(true);
        }
        expect([...lengths.values()]).toEqual([...lengths.values()].toSorted((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('answers the common questions of any diagram', () => {
    const [diagram] = fc.sample(catalogDiagrams(catalog), { numRuns: 1, seed: 7 });
    if (!diagram) throw new Error('no diagram');
    for (const question of COMMON_QUESTIONS) expect(findPaths(judge(diagram), question).more).toBe(false);
  });
});
