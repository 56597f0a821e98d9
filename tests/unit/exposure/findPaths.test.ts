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
import { account, flow, resource, SHOP } from '../../support/shop.ts';
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

/** A bucket that anyone reads, a queue that is polled, two functions in a circle, a warehouse whose password is in clear text. */
const LAKE: Diagram = setBrings(
  {
    name: 'Lake',
    boundaries: [account('data'), account('vendor')],
    resources: [
      resource('users', 'web-app', null),
      resource('site', 's3', 'data', { bucketPolicy: 'public' }),
      resource('jobs', 'sqs', 'data'),
      resource('load', 'lambda', 'data'),
      resource('clean', 'lambda', 'data'),
      resource('wide', 'redshift', 'data', { adminPassword: 'literal', publiclyAccessible: false }),
      resource('cold', 's3', 'data', { blockPublicAccess: 'all' }),
      resource('tool', 'lambda', 'vendor'),
    ],
    flows: [
      flow('users', 'jobs', { tls: true }),
      flow('jobs', 'load', { tls: true }),
      flow('load', 'clean', { tls: true }),
      flow('clean', 'load', { tls: true }),
      flow('load', 'wide', { tls: false }),
      flow('site', 'clean', { tls: true }),
      flow('tool', 'cold', { tls: true }),
    ],
    suppressions: [],
    texts: [],
  },
  ['site', 'cold'],
  ['health'],
);

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

  const to = (id: string): Question['to'] => ({ kind: 'resource', id });

  const INTERNET: Question['from'] = { kind: 'internet' };
  const LOAD: Question['from'] = { kind: 'resource', id: 'load' };

  it.each<[string, Question, readonly string[]]>([
    ['to what anyone reads, at once', ask(INTERNET), ['site']],
    ['on from it, to what it calls', { ...ask(INTERNET), to: to('wide') }, ['site > clean > load > wide']],
    ['not to what polls a queue', { ...ask({ kind: 'resource', id: 'users' }), to: to('load') }, []],
    ['from the other account only', ask({ kind: 'otherAccount' }), ['tool > cold']],
    ['not through what is private', ask({ kind: 'otherAccount' }, 'public'), []],
    ['the shortest first', ask({ kind: 'service', service: 'lambda' }), ['tool > cold', 'clean > site']],
    [
      'by a detour through what is public',
      { ...ask(LOAD, 'public'), to: to('wide') },
      ['load > clean > site > clean > load > wide'],
    ],
  ])('lead %s', (_what, question, paths) => {
    expect(told(LAKE, question)).toEqual(paths);
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
