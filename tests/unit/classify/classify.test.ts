import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, classifyAfter } from '../../../shared/classify/classify.ts';
import { reaching } from '../../../shared/classify/propagate.ts';
import { wayOf } from '../../../shared/classify/wayOf.ts';
import { classesOf, DATA_CLASS_IDS, type DataClass, inOrder, strengthOf } from '../../../shared/dataClasses.ts';
import { setBrings } from '../../../shared/diagram/edit/data.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import type { Diagram, Resource } from '../../../shared/diagram/schema.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { applyStep, type Choices, idMaker, type Step, steps } from '../../support/edits.ts';
import { naiveLinks, naiveStep, naiveSteps } from '../../support/naiveClasses.ts';
import { resource as unclassified } from '../../support/shop.ts';

const RUNS = Number(process.env.PARAPET_RUNS ?? 300);
const catalog = await shippedCatalog();
// Services that data goes on from whichever way, and some that hold none.
const SERVICES = ['s3', 'lambda', 'dynamodb', 'kms', 'quicksight', 'athena', 'kinesis-data-streams', 'unheard-of'];

const choices: Choices = { services: SERVICES, kinds: ['vpc'], controls: [], properties: [] };
const telling: fc.Arbitrary<Step> = fc.record({
  operation: fc.constantFrom(
    'setBrings',
    'setTransformation',
    'setCarries',
    'addFlow',
    'addFlow',
    'reconnect',
    'remove',
    'addResource',
    'duplicate',
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
  text: fc.constant('x'),
  answer: fc.constant(true),
});
const dense = catalogDiagrams(catalog, 9, SERVICES);

const plain = (diagram: Diagram) => {
  const classification = classify({ diagram, catalog });
  return diagram.resources.map(({ id }) => [id, classesOf(reaching(classification, id))]);
};
const naive = (diagram: Diagram) =>
  [...naiveSteps(diagram, catalog)].map(([id, steps]) => [id, inOrder([...steps.keys()])]);

function eachEdit(list: readonly Step[], start: Diagram, look: (before: Diagram, after: Diagram) => void): void {
  const newId = idMaker();
  let diagram = start;
  for (const step of list) {
    const after = applyStep(diagram, step, choices, newId);
    look(diagram, after);
    diagram = after;
  }
}

describe('data that flow', () => {
  it.each([
    ['edits of flows and classes', telling],
    ['any edits', steps],
  ])(
    'are after %s what a naive computation from scratch says',
    (_name, anySteps) => {
      fc.assert(
        fc.property(dense, fc.array(anySteps, { maxLength: 16 }), (start, list) => {
          expect(plain(start)).toEqual(naive(start));
          eachEdit(list, start, (before, after) => {
            classifyAfter(before, { diagram: after, catalog });
            expect(plain(after)).toEqual(naive(after));
          });
        }),
        { numRuns: RUNS },
      );
    },
    120_000,
  );

  it('come by the same ways after edits as when they are worked out at once', () => {
    fc.assert(
      fc.property(dense, fc.array(telling, { maxLength: 12 }), (start, list) => {
        eachEdit(list, start, (before, after) => {
          const steps = classifyAfter(before, { diagram: after, catalog });
          expect(new Map([...steps].sort())).toEqual(new Map([...classify({ diagram: { ...after }, catalog })].sort()));
        });
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('never weaken along a flow unless that is declared, and hold nothing that did not come', () => {
    fc.assert(
      fc.property(dense, fc.array(telling, { maxLength: 12 }), (start, list) => {
        eachEdit(list, start, (_before, diagram) => {
          const classification = classify({ diagram, catalog });
          const at = (id: string) => classesOf(reaching(classification, id));
          const strength = (classes: readonly DataClass[]) => Math.max(-1, ...classes.map(strengthOf));
          const links = naiveLinks(diagram, catalog);
          for (const { flow, from, to } of links) {
            if (from.data?.transforms || flow.carries) continue;
            expect(strength(at(to.id))).toBeGreaterThanOrEqual(strength(at(from.id)));
            expect(at(to.id)).toEqual(expect.arrayContaining([...at(from.id)]));
          }
          // Least: each class enters where it is, or some neighbour has what becomes it.
          for (const { id, data } of diagram.resources) {
            for (const each of at(id)) {
              const came = links.some(
                (link) => link.to.id === id && at(link.from.id).some((was) => naiveStep(link, was).includes(each)),
              );
              expect(data?.brings.includes(each) || came).toBe(true);
            }
          }
        });
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('come by a way that is there, of which no other is shorter, and the same in any order of elements', () => {
    fc.assert(
      fc.property(dense, fc.array(telling, { maxLength: 12 }), (start, list) => {
        const newId = idMaker();
        const diagram = list.reduce((each, step) => applyStep(each, step, choices, newId), start);
        const turned = { ...diagram, resources: diagram.resources.toReversed(), flows: diagram.flows.toReversed() };
        const links = naiveLinks(diagram, catalog);
        const shortest = naiveSteps(diagram, catalog);
        for (const { id } of diagram.resources) {
          for (const each of DATA_CLASS_IDS) {
            const way = wayOf({ diagram, catalog }, id, each);
            expect(wayOf({ diagram: turned, catalog }, id, each)).toEqual(way);
            if (!classesOf(reaching(classify({ diagram, catalog }), id)).includes(each)) {
              expect(way).toEqual([]);
              continue;
            }
            expect(way.length - 1).toBe(shortest.get(id)?.get(each));
            expect(way.at(-1)).toMatchObject({ resource: id, as: each });
            const first = diagram.resources.find((resource) => resource.id === way[0]?.resource);
            expect(first?.data?.brings).toContain(way[0]?.as);
            for (const [i, stop] of way.entries()) {
              const before = way[i - 1];
              if (!before) continue;
              const link = links.find(
                ({ flow, from, to }) => flow.id === stop.by && from.id === before.resource && to.id === stop.resource,
              );
              expect(link && naiveStep(link, before.as)).toContain(stop.as);
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});

const resource = (id: string, service: string, data?: Resource['data']): Resource => ({
  ...unclassified(id, service),
  ...(data ? { data } : {}),
});
const flow = (from: string, to: string, carries?: readonly DataClass[]) => ({
  id: `${from}-${to}`,
  from,
  to,
  label: '',
  answers: {},
  note: '',
  ...(carries ? { carries } : {}),
});
const drawing = (resources: Diagram['resources'], flows: Diagram['flows']): Diagram => ({
  name: '',
  boundaries: [],
  resources,
  flows,
  suppressions: [],
  texts: [],
});
const at = (diagram: Diagram, id: string) => classesOf(reaching(classify({ diagram, catalog }), id));

describe('a pipeline with personal and payment data', () => {
  const tokeniser = resource('tokeniser', 'kinesis-data-streams', {
    brings: [],
    transforms: { how: 'tokenises', takes: ['payment'], leaves: ['internal'], why: 'card numbers are replaced' },
  });
  const pipeline = drawing(
    [
      resource('orders', 'kinesis-data-streams', { brings: ['personal', 'payment'] }),
      tokeniser,
      resource('firehose', 'data-firehose'),
      resource('lake', 's3'),
      resource('partner', 'splunk'),
      resource('key', 'kms'),
      resource('board', 'quicksight'),
      resource('athena', 'athena'),
    ],
    [
      flow('orders', 'tokeniser'),
      flow('tokeniser', 'firehose'),
      flow('firehose', 'lake'),
      flow('firehose', 'partner', ['internal']),
      flow('lake', 'key'),
      flow('athena', 'lake'),
      flow('board', 'athena'),
    ],
  );

  it('is tokenised where that is declared, and goes on as what remains', () => {
    expect(at(pipeline, 'tokeniser')).toEqual(['personal', 'payment']);
    expect(at(pipeline, 'firehose')).toEqual(['internal', 'personal']);
  });

  it('reaches the bucket, and who queries it though the flow is drawn towards the data', () => {
    expect(at(pipeline, 'lake')).toEqual(['internal', 'personal']);
    expect(at(pipeline, 'board')).toEqual(['internal', 'personal']);
    expect(wayOf({ diagram: pipeline, catalog }, 'board', 'personal').map((stop) => stop.resource)).toEqual([
      'orders',
      'tokeniser',
      'firehose',
      'lake',
      'athena',
      'board',
    ]);
  });

  it('reaches the partner only as what the flow carries, and no key', () => {
    expect(at(pipeline, 'partner')).toEqual(['internal']);
    expect(at(pipeline, 'key')).toEqual([]);
  });

  it('says of what a class became on its way', () => {
    expect(wayOf({ diagram: pipeline, catalog }, 'partner', 'internal').map(({ as }) => as)).toEqual([
      'payment',
      'payment',
      'internal',
      'internal',
    ]);
  });
});

describe('a cycle', () => {
  const streams = ['a', 'b', 'c'].map((id) => resource(id, 'kinesis-data-streams'));
  const cycle = drawing(
    [...streams, resource('source', 'kinesis-data-streams', { brings: ['health'] })],
    [flow('a', 'b'), flow('b', 'c'), flow('c', 'a'), flow('source', 'b')],
  );

  it('ends, and lets go of what nothing brings any more', () => {
    expect(at(cycle, 'a')).toEqual(['health']);
    const { diagram } = { diagram: setBrings(cycle, ['source'], []) };
    expect(classifyAfter(cycle, { diagram, catalog }).size).toBe(0);
    const without = remove(cycle, ['source']);
    expect(classifyAfter(cycle, { diagram: without, catalog }).size).toBe(0);
  });

  it('is left alone by an edit that changes nothing of it', () => {
    const before = classify({ diagram: cycle, catalog });
    const after = drawing([...cycle.resources, resource('far', 's3')], cycle.flows);
    expect(classifyAfter(cycle, { diagram: after, catalog })).toBe(before);
  });
});
