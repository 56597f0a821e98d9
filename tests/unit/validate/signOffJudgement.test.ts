import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addFlow } from '../../../shared/diagram/edit/add.ts';
import { rename, setAnswer, setNote } from '../../../shared/diagram/edit/answer.ts';
import { setBrings, setCarries, setTransformation } from '../../../shared/diagram/edit/data.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { idsWithin } from '../../../shared/diagram/graph.ts';
import type { Diagram, SignOff } from '../../../shared/diagram/schema.ts';
import { judgedHash, signOffHolds } from '../../../shared/diagram/signOff.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { applyStep, type Choices, idMaker, steps } from '../../support/edits.ts';
import { diagramIn } from '../../support/exports.ts';

const catalog = await shippedCatalog();
const TODAY = '2026-11-22';
const PIPELINE = ['kinesis-data-streams', 'lambda', 's3', 'kms', 'athena', 'quicksight', 'data-firehose'] as const;
const CHOICES: Choices = {
  services: PIPELINE,
  kinds: ['vpc', 'region', 'private-subnet', 'account'],
  controls: ['s3.encrypt-at-rest'],
  properties: ['encryption', 'tls', 'publicAccess', 'flowLogs', 'keyState'],
};

const signed = (diagram: Diagram, scope: SignOff['scope']): SignOff => ({
  reviewer: 'Ann',
  date: TODAY,
  scope,
  hash: judgedHash(diagram, scope),
});

/** What the report says of the signed elements and of what is inside of them, without names. */
function judgement(diagram: Diagram, scope: SignOff['scope']): readonly string[] {
  const { elements } = validate(diagram, catalog, TODAY);
  const ids = scope === 'all' ? [...elements.keys()] : new Set([...scope, ...idsWithin(diagram, scope)]);
  return [...ids]
    .flatMap((id) => elements.get(id)?.assessments ?? [])
    .map(({ key, outcome, severity, raise, because, suppression, reopened }) =>
      JSON.stringify([
        key,
        outcome,
        severity,
        raise,
        because,
        reopened,
        Object.entries(suppression ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
      ]),
    )
    .sort();
}

const scopes = fc.oneof(
  { weight: 1, arbitrary: fc.constant('all' as const) },
  { weight: 4, arbitrary: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }) },
);

it('is broken by every edit, of whatever diagram, after which its elements are judged otherwise', () => {
  fc.assert(
    fc.property(
      catalogDiagrams(catalog, 6, PIPELINE),
      scopes,
      fc.array(steps, { minLength: 1, maxLength: 6 }),
      (drawn, picks, edits) => {
        const all = [...drawn.resources, ...drawn.flows, ...drawn.boundaries];
        if (all.length === 0) return;
        const scope = picks === 'all' ? picks : picks.map((pick) => all[pick % all.length]?.id ?? '');
        let diagram = drawn;
        const newId = idMaker();
        for (const step of edits) {
          const made = signed(diagram, scope);
          const after = applyStep(diagram, step, CHOICES, newId);
          if (signOffHolds(after, made)) expect(judgement(after, scope)).toEqual(judgement(diagram, scope));
          diagram = after;
        }
      },
    ),
    { numRuns: 300 },
  );
}, 120_000);

const CHAIN = diagramIn(
  JSON.stringify({
    format: 'parapet',
    version: 1,
    boundaries: [
      { id: 'here', kind: 'region', name: 'Region eu-west-1' },
      { id: 'there', kind: 'region', name: 'Region eu-west-1' },
    ],
    resources: [
      { id: 'source', service: 'kinesis-data-streams' },
      { id: 'middle', service: 'lambda' },
      { id: 'firehose', service: 'data-firehose', inside: 'here' },
      { id: 'lake', service: 's3', inside: 'there', answers: { encryption: 'sse-kms' } },
      { id: 'key', service: 'kms' },
      { id: 'trail', service: 'cloudtrail', answers: { dataEvents: true } },
      { id: 'warehouse', service: 'redshift' },
      { id: 'apart', service: 's3' },
      { id: 'further', service: 's3' },
      { id: 'other', service: 'lambda' },
    ],
    flows: [
      { id: 'first', from: 'source', to: 'middle' },
      { id: 'second', from: 'middle', to: 'firehose' },
      { id: 'third', from: 'firehose', to: 'lake' },
      { id: 'uses', from: 'lake', to: 'key' },
      { id: 'tells', from: 'lake', to: 'trail' },
      { id: 'loads', from: 'firehose', to: 'warehouse' },
      { id: 'away', from: 'apart', to: 'further' },
    ],
  }),
);
const TAGGED = setBrings(CHAIN, ['source'], ['personal', 'payment']);
const MASKS = { how: 'masks', takes: ['personal', 'payment'], leaves: ['internal'], why: 'cut out' } as const;
const asService = (diagram: Diagram, id: string, service: string): Diagram => ({
  ...diagram,
  resources: diagram.resources.map((each) => (each.id === id ? { ...each, service } : each)),
});

it.each<[string, Diagram, readonly string[], (diagram: Diagram) => Diagram]>([
  ['data tagged far upstream where none were declared', CHAIN, ['lake'], () => TAGGED],
  ['other data tagged there', TAGGED, ['lake'], (diagram) => setBrings(diagram, ['source'], ['internal'])],
  ['what masks them declared on the way', TAGGED, ['lake'], (diagram) => setTransformation(diagram, 'middle', MASKS)],
  ['a flow upstream removed', TAGGED, ['lake'], (diagram) => remove(diagram, ['first'])],
  ['a flow upstream that carries less', TAGGED, ['lake'], (diagram) => setCarries(diagram, 'first', [])],
  ['a resource upstream that holds no data now', TAGGED, ['lake'], (diagram) => asService(diagram, 'middle', 'kms')],
  ['a flow that leads data here', TAGGED, ['further'], (diagram) => addFlow(diagram, 'new', 'source', 'apart')],
  ['data inside of a boundary', TAGGED, ['here'], (diagram) => setBrings(diagram, ['source'], [])],
  ['a Region that is another one now', CHAIN, ['third'], (diagram) => rename(diagram, 'there', 'Region us-east-1')],
  ['another flow of an end of a flow', CHAIN, ['loads'], (diagram) => remove(diagram, ['third'])],
  ['a neighbour of what is inside', CHAIN, ['there'], (diagram) => setAnswer(diagram, 'trail', 'dataEvents', false)],
])('of some elements is broken by %s', (_name, diagram, scope, edit) => {
  const after = edit(diagram);
  expect(judgement(after, scope)).not.toEqual(judgement(diagram, scope));
  expect(signOffHolds(after, signed(diagram, scope))).toBe(false);
  // Back as it was, it holds again.
  expect(signOffHolds(structuredClone(diagram), signed(diagram, scope))).toBe(true);
});

it('of some elements holds through whatever edit of what has no part in them', () => {
  const edits: readonly ((diagram: Diagram) => Diagram)[] = [
    (diagram) => setBrings(diagram, ['apart'], ['health']),
    (diagram) => setTransformation(diagram, 'further', MASKS),
    (diagram) => setCarries(diagram, 'away', ['internal']),
    (diagram) => remove(diagram, ['away']),
    (diagram) => setAnswer(diagram, 'apart', 'versioning', 'enabled'),
    (diagram) => addFlow(diagram, 'back', 'further', 'apart'),
    (diagram) => rename(diagram, 'lake', 'another name'),
    (diagram) => setNote(diagram, ['source', 'first', 'lake'], 'noted'),
    (diagram) => setAnswer(diagram, 'source', 'encryption', 'kms'),
    (diagram) => rename(diagram, 'there', 'Ireland, eu-west-1'),
  ];
  fc.assert(
    fc.property(fc.boolean(), fc.shuffledSubarray([...edits]), (tagged, some) => {
      const diagram = tagged ? TAGGED : CHAIN;
      const scope = ['lake', 'third'];
      const after = some.reduce((edited, edit) => edit(edited), diagram);
      expect(signOffHolds(after, signed(diagram, scope))).toBe(true);
      expect(judgement(after, scope)).toEqual(judgement(diagram, scope));
    }),
    { numRuns: 60 },
  );
});

it('of some elements is no matter of what masks data while none enter', () => {
  expect(signOffHolds(setTransformation(CHAIN, 'middle', MASKS), signed(CHAIN, ['lake']))).toBe(true);
});
