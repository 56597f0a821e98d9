import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFlow, addResource } from '../../../shared/diagram/edit/add.ts';
import { rename, setAnswer, setNote } from '../../../shared/diagram/edit/answer.ts';
import { setBrings } from '../../../shared/diagram/edit/data.ts';
import { move, putInside } from '../../../shared/diagram/edit/move.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { signOff, withdrawSignOff } from '../../../shared/diagram/edit/signOff.ts';
import { suppress } from '../../../shared/diagram/edit/suppress.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram, SignOff } from '../../../shared/diagram/schema.ts';
import { judgedHash, scopeText, signOffHolds, signOffText } from '../../../shared/diagram/signOff.ts';
import { anyDiagram } from '../../support/arbitraries.ts';

const ORDER = { reviewer: 'Ann', date: '2026-11-22', scope: 'all' } as const;

const parsed = (text: string): Diagram => {
  const result = parseDiagram(text);
  if (!result.ok) throw new Error(result.message);
  return result.diagram;
};

const SMALL = parsed(
  JSON.stringify({
    format: 'parapet',
    version: 1,
    name: 'Small',
    boundaries: [{ id: 'vpc', kind: 'vpc' }],
    resources: [
      { id: 'stream', service: 'kinesis-data-streams', answers: { encryption: 'none', ports: ['1', '2'] } },
      { id: 'bucket', service: 's3', inside: 'vpc' },
      { id: 'apart', service: 's3' },
    ],
    flows: [{ id: 'flow', from: 'stream', to: 'bucket', answers: { tls: true } }],
  }),
);

const DECISION = {
  control: 's3.versioning',
  element: 'bucket',
  kind: 'riskAccepted',
  justification: 'because',
  owner: '',
  decidedOn: '2026-11-22',
  expiresOn: null,
  facts: null,
} as const;

const signed = (diagram: Diagram, scope: SignOff['scope'] = 'all'): SignOff => {
  const [made] = signOff(diagram, { ...ORDER, scope }).signOffs ?? [];
  if (!made) throw new Error('not signed');
  return made;
};

describe('a sign-off', () => {
  it('survives saving, another order, other names, places and notes of whatever diagram', () => {
    fc.assert(
      fc.property(anyDiagram, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), (diagram, [a = 0, b = 0]) => {
        const made = signed(diagram);
        const resource = diagram.resources[a % Math.max(1, diagram.resources.length)];
        const flow = diagram.flows[b % Math.max(1, diagram.flows.length)];
        const turned: Diagram = {
          ...diagram,
          resources: diagram.resources.toReversed(),
          boundaries: diagram.boundaries.toReversed(),
          flows: diagram.flows.toReversed(),
          suppressions: diagram.suppressions.toReversed(),
          texts: [],
          name: 'another',
          ...(diagram.rules && { rules: diagram.rules.map((rule) => ({ ...rule, name: 'renamed' })) }),
        };
        let edited = parsed(formatDiagram(signOff(turned, ORDER)));
        if (resource) edited = rename(edited, resource.id, 'renamed');
        if (flow) edited = setNote(edited, [flow.id], 'noted');
        if (resource) edited = move(edited, [{ id: resource.id, position: { x: 7, y: 9 } }]);
        expect(signOffHolds(edited, made)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('breaks with any answer, element or decision that comes, goes or changes in whatever diagram', () => {
    fc.assert(
      fc.property(anyDiagram, fc.nat(), (diagram, a) => {
        const holds = (edited: Diagram) => signOffHolds(edited, signed(diagram));
        const elements = [...diagram.resources, ...diagram.boundaries, ...diagram.flows];
        const element = elements[a % Math.max(1, elements.length)];
        fc.pre(element !== undefined);
        const id = element?.id ?? '';
        expect(holds(setAnswer(diagram, id, 'new-answer', 'x'))).toBe(false);
        expect(holds(remove(diagram, [id]))).toBe(false);
        expect(holds(suppress(diagram, { ...DECISION, control: 'own.control', element: id }))).toBe(false);
        for (const decision of diagram.suppressions) {
          const others = diagram.suppressions.filter((each) => each !== decision);
          expect(holds({ ...diagram, suppressions: others })).toBe(false);
          const changed = { ...decision, justification: `${decision.justification}!` };
          expect(holds({ ...diagram, suppressions: [...others, changed] })).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, (diagram: Diagram) => Diagram]>([
    ['a resource that leaves its boundary', (diagram) => putInside(diagram, 'bucket', null)],
    ['a new flow', (diagram) => addFlow(diagram, 'new', 'bucket', 'apart')],
    [
      'a new resource',
      (diagram) =>
        addResource(diagram, { id: 'new', service: 'sqs', name: '', inside: null, position: { x: 0, y: 0 } }),
    ],
    [
      'a flow that was turned round',
      (diagram) => ({
        ...diagram,
        flows: diagram.flows.map((flow) => ({ ...flow, from: flow.to, to: flow.from })),
      }),
    ],
    ['an answer taken back', (diagram) => setAnswer(diagram, 'stream', 'encryption', undefined)],
    ['a later end of a decision', (diagram) => suppress(diagram, { ...DECISION, expiresOn: '2030-01-01' })],
  ])('of all breaks with %s', (_name, edit) => {
    const base = suppress(SMALL, DECISION);
    expect(signOffHolds(edit(base), signed(base))).toBe(false);
  });

  it('of some elements holds while they, what they exchange data with and what is around them stay', () => {
    const made = signed(SMALL, ['stream']);
    expect(signOffHolds(setAnswer(SMALL, 'apart', 'versioning', 'enabled'), made)).toBe(true);
    expect(signOffHolds(suppress(SMALL, { ...DECISION, element: 'apart' }), made)).toBe(true);
    expect(signOffHolds(setAnswer(SMALL, 'bucket', 'versioning', 'enabled'), made)).toBe(false);
    expect(signOffHolds(setAnswer(SMALL, 'flow', 'tls', false), made)).toBe(false);
    expect(signOffHolds(setAnswer(SMALL, 'vpc', 'flowLogs', 'none'), made)).toBe(false);
    expect(signOffHolds(putInside(SMALL, 'apart', 'vpc'), signed(SMALL, ['vpc']))).toBe(false);
    expect(signOffHolds(setBrings(SMALL, ['apart'], ['personal']), made)).toBe(true);
    expect(signOffHolds(setBrings(SMALL, ['bucket'], ['personal']), made)).toBe(false);
    expect(scopeText(remove(SMALL, ['apart']), ['apart', 'stream'])).toBe('2 elements, 1 of which is gone');
  });

  it('takes the place of the same one before, names somebody, and goes without a trace when it is withdrawn', () => {
    const first = signOff(SMALL, ORDER);
    const later = signOff(setAnswer(first, 'stream', 'encryption', 'kms'), { ...ORDER, date: '2026-11-23' });
    expect(later.signOffs?.map(({ date }) => date)).toEqual(['2026-11-23']);
    const both = signOff(later, { ...ORDER, reviewer: 'Bob' });
    expect(both.signOffs?.map(({ reviewer }) => reviewer)).toEqual(['Ann', 'Bob']);
    expect(signOff(SMALL, { ...ORDER, reviewer: '\u200b ' })).toBe(SMALL);
    const [made] = first.signOffs ?? [];
    expect(made && formatDiagram(withdrawSignOff(first, made))).toBe(formatDiagram(SMALL));
  });

  it('is refused in a file with a hash that is none, and reads in words', () => {
    const text = formatDiagram(signOff(SMALL, ORDER));
    expect(parseDiagram(text).ok).toBe(true);
    expect(parseDiagram(text.replace(judgedHash(SMALL, 'all'), 'nothing')).ok).toBe(false);
    expect(signOffText(signed(SMALL), true)).toBe('Signed off by Ann on 2026-11-22');
    expect(signOffText(signed(SMALL), false)).toBe(
      'Sign-off by Ann on 2026-11-22 is broken: the diagram has changed since',
    );
  });
});
