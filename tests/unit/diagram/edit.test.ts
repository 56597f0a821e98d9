import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFlow, addResource, refuseFlow } from '../../../shared/diagram/edit/add.ts';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { move } from '../../../shared/diagram/edit/move.ts';
import { reconnect } from '../../../shared/diagram/edit/reconnect.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { toCanvas } from '../../../shared/diagram/graph.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { anyDiagram } from '../../support/arbitraries.ts';
import { applyStep, type Choices, idMaker, steps } from '../../support/edits.ts';

const CHOICES: Choices = {
  services: ['s3', 'lambda'],
  kinds: ['vpc', 'region'],
  controls: ['s3.encrypt-at-rest'],
  properties: ['tls', 'encryption'],
};

const idsOf = (diagram: Diagram) =>
  [...diagram.boundaries, ...diagram.resources, ...diagram.flows].map((element) => element.id);

describe('edits', () => {
  it('leave a diagram that can be saved and opened again, whatever is edited', () => {
    fc.assert(
      fc.property(anyDiagram, fc.array(steps, { maxLength: 12 }), (start, list) => {
        const newId = idMaker();
        const edited = list.reduce((diagram, step) => applyStep(diagram, step, CHOICES, newId), start);
        const opened = parseDiagram(formatDiagram(edited));
        expect(opened).toEqual({ ok: true, diagram: edited });
      }),
      { numRuns: 300 },
    );
  });

  it('keep every element that they do not touch the same object', () => {
    fc.assert(
      fc.property(anyDiagram, steps, (before, step) => {
        const after = applyStep(before, step, CHOICES, idMaker());
        for (const list of ['boundaries', 'resources', 'flows'] as const) {
          const old = new Map<string, unknown>(before[list].map((element) => [element.id, element]));
          for (const element of after[list]) {
            const was = old.get(element.id);
            if (was !== undefined && was !== element) expect(element).not.toEqual(was);
          }
        }
      }),
    );
  });

  it('change nothing when they name an element that is not there', () => {
    fc.assert(
      fc.property(anyDiagram, (diagram) => {
        expect(setAnswer(diagram, 'nothing', 'tls', true)).toBe(diagram);
        expect(move(diagram, [{ id: 'nothing', position: { x: 8, y: 8 } }])).toBe(diagram);
        expect(addFlow(diagram, 'new', 'nothing', 'nowhere')).toBe(diagram);
      }),
    );
  });

  it('remove the flows and decisions of what they remove, and keep what stood inside in place', () => {
    fc.assert(
      fc.property(anyDiagram, fc.nat(), (diagram, index) => {
        const ids = idsOf(diagram);
        const gone = ids[index % Math.max(1, ids.length)] ?? 'nothing';
        const left = remove(diagram, [gone]);
        const leftIds = new Set(idsOf(left));
        expect(leftIds.has(gone)).toBe(false);
        expect(left.flows.every((flow) => flow.from !== gone && flow.to !== gone)).toBe(true);
        expect(left.suppressions.every((each) => leftIds.has(each.element) || !ids.includes(each.element))).toBe(true);
        expect(left.resources.length).toBe(diagram.resources.filter(({ id }) => id !== gone).length);
      }),
    );
  });

  const small: Diagram = {
    name: '',
    boundaries: [
      {
        id: 'vpc',
        kind: 'vpc',
        name: 'net',
        inside: null,
        position: { x: 80, y: 40 },
        size: { width: 400, height: 300 },
        answers: {},
        note: '',
      },
      {
        id: 'subnet',
        kind: 'private-subnet',
        name: '',
        inside: 'vpc',
        position: { x: 16, y: 40 },
        size: { width: 300, height: 200 },
        answers: {},
        note: '',
      },
    ],
    resources: [
      { id: 'a', service: 's3', name: 'raw', inside: 'subnet', position: { x: 24, y: 32 }, answers: {}, note: '' },
      { id: 'b', service: 'lambda', name: 'clean', inside: null, position: { x: 800, y: 0 }, answers: {}, note: '' },
    ],
    flows: [{ id: 'f', from: 'a', to: 'b', label: '', answers: {}, note: '' }],
    suppressions: [],
    texts: [],
  };

  it('leave a resource where it was on the canvas when its boundary is removed', () => {
    const without = remove(small, ['subnet']);
    const resource = without.resources[0];
    expect(resource?.inside).toBe('vpc');
    expect(resource && toCanvas(without, resource.inside, resource.position)).toEqual({ x: 120, y: 112 });
  });

  it('never put a boundary into itself or into what it contains', () => {
    const moved = move(small, [{ id: 'vpc', position: { x: 0, y: 0 }, inside: 'subnet' }]);
    expect(moved.boundaries[0]?.inside).toBeNull();
    expect(parseDiagram(formatDiagram(moved)).ok).toBe(true);
  });

  it.each([
    ['a', 'a', /itself/],
    ['a', 'vpc', /"net" is a boundary/],
    ['a', 'gone', /not on the canvas/],
  ])('say why %s cannot send data to %s', (from, to, why) => {
    expect(refuseFlow(small, from, to)).toMatch(why);
  });

  it('let several flows run between the same two resources', () => {
    const twice = addFlow(small, 'g', 'a', 'b');
    expect(twice.flows.map(({ from, to }) => [from, to])).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(parseDiagram(formatDiagram(twice)).ok).toBe(true);
  });

  it('put an end of a flow elsewhere with what still holds there, and nowhere that data cannot flow to', () => {
    const flow = { ...small.flows[0], id: 'f', from: 'a', to: 'b', label: 'raw', note: 'nightly' };
    const answers = { tls: true, role: 'own' };
    const decision = {
      control: 'flow.tls',
      element: 'f',
      kind: 'riskAccepted',
      justification: 'inside',
      owner: '',
      decidedOn: '2026-01-01',
      expiresOn: null,
      facts: null,
    } as const;
    const decided = { ...small, flows: [{ ...flow, answers, bend: { x: 8, y: 80 } }], suppressions: [decision] };
    const third = addResource(decided, {
      id: 'c',
      service: 'sqs',
      name: 'c',
      inside: null,
      position: { x: 0, y: 600 },
    });
    const after = reconnect(third, 'f', 'to', 'c', (property) => property !== 'role');
    expect(after.flows).toEqual([{ ...flow, to: 'c', answers: { tls: true } }]);
    expect(after.suppressions).toBe(third.suppressions);
    for (const onto of ['a', 'vpc', 'gone']) expect(reconnect(third, 'f', 'to', onto)).toBe(third);
    expect(reconnect(third, 'f', 'to', 'b')).toBe(third);
  });
});
