import { describe, expect, it } from 'vitest';
import { sameDrawing } from '../../../renderer/canvas/sameDrawing.ts';
import { createAdapter } from '../../../renderer/canvas/toReactFlow.ts';
import { addBoundary, addFlow, addResource } from '../../../shared/diagram/edit/add.ts';
import { rename, setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { bendFlow } from '../../../shared/diagram/edit/bend.ts';
import { move } from '../../../shared/diagram/edit/move.ts';
import { remove } from '../../../shared/diagram/edit/remove.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';

const FLOWS: Diagram['flows'] = [];
const NONE: ReadonlySet<string> = new Set();
const at = (x: number, y: number) => ({ position: { x, y } });

function sample(): Diagram {
  let diagram = addBoundary(emptyDiagram('d'), {
    id: 'vpc',
    kind: 'vpc',
    name: 'vpc',
    inside: null,
    ...at(0, 0),
    size: { width: 600, height: 400 },
  });
  diagram = addResource(diagram, { id: 'a', service: 'lambda', name: 'a', inside: 'vpc', ...at(40, 40) });
  diagram = addResource(diagram, { id: 'b', service: 's3', name: 'b', inside: null, ...at(800, 40) });
  return addFlow(diagram, 'f', 'a', 'b');
}

describe('the adapter to React Flow', () => {
  it('declares sizes and handles, so that nothing has to be measured', () => {
    const { nodes } = createAdapter()(sample(), FLOWS, [], NONE);
    expect(nodes.every((node) => node.width && node.height && node.handles)).toBe(true);
    expect(nodes.find((node) => node.id === 'a')?.handles?.map((handle) => handle.id)).toEqual([
      'left',
      'right',
      'top',
      'bottom',
    ]);
  });

  it('hides what it is told to, which stays selected', () => {
    const { nodes } = createAdapter()(sample(), FLOWS, ['a', 'b'], new Set(['b']));
    expect(nodes.map(({ id, selected, hidden = false }) => ({ id, selected, hidden }))).toEqual([
      { id: 'vpc', selected: false, hidden: false },
      { id: 'a', selected: true, hidden: false },
      { id: 'b', selected: true, hidden: true },
    ]);
  });

  it('puts boundaries before what they contain, however the file orders them', () => {
    const diagram = sample();
    const inner = {
      id: 'subnet',
      kind: 'private-subnet',
      name: '',
      inside: 'vpc',
      ...at(0, 0),
      size: { width: 300, height: 200 },
    };
    const mixed = { ...addBoundary(diagram, inner), boundaries: [...addBoundary(diagram, inner).boundaries].reverse() };
    const { nodes } = createAdapter()(mixed, FLOWS, [], NONE);
    expect(nodes.map((node) => node.id)).toEqual(['vpc', 'subnet', 'a', 'b']);
  });

  it('gives the same object for what an edit did not touch', () => {
    const adapt = createAdapter();
    const before = adapt(sample(), FLOWS, [], NONE);
    const diagram = sample();
    const first = adapt(diagram, FLOWS, [], NONE);
    const second = adapt(move(diagram, [{ id: 'b', position: { x: 880, y: 40 } }]), FLOWS, [], NONE);
    expect(second.nodes[0]).toBe(first.nodes[0]);
    expect(second.nodes[1]).toBe(first.nodes[1]);
    expect(second.nodes[2]).not.toBe(first.nodes[2]);
    expect(second.edges).toBe(first.edges);
    expect(before.nodes.length).toBe(3);
  });

  it('calls flows by their ends, and tells apart those between the same two', () => {
    const names = (diagram: Diagram) =>
      createAdapter()(diagram, diagram.flows, [], NONE).edges.map(({ ariaLabel }) => ariaLabel);
    expect(names(sample())).toEqual(['Flow a → b']);
    const two = addFlow(sample(), 'g', 'a', 'b');
    expect(names(two)).toEqual(['Flow a → b (1 of 2)', 'Flow a → b (2 of 2)']);
    expect(names(rename(two, 'a', 'in'))[0]).toBe('Flow in → b (1 of 2)');
  });

  it('counts the flows between the same two that it was not handed, too', () => {
    const two = addFlow(sample(), 'g', 'a', 'b');
    const part = { ...two, flows: two.flows.slice(0, 1) };
    expect(createAdapter()(part, two.flows, [], NONE).edges[0]?.ariaLabel).toBe('Flow a → b (1 of 2)');
  });
});

describe('whether React Flow would draw two diagrams alike', () => {
  it('says so of answers, notes and decisions, and of nothing that is drawn', () => {
    const diagram = sample();
    const answered = setAnswer(diagram, 'b', 'versioning', 'enabled');
    expect(sameDrawing(diagram, answered)).toBe(true);
    expect(sameDrawing(diagram, setAnswer(diagram, 'f', 'tls', true))).toBe(true);
    expect(sameDrawing(diagram, move(diagram, [{ id: 'b', position: { x: 880, y: 40 } }]))).toBe(false);
    expect(sameDrawing(diagram, rename(diagram, 'b', 'other'))).toBe(false);
    expect(sameDrawing(diagram, addFlow(diagram, 'g', 'b', 'a'))).toBe(false);
    expect(sameDrawing(diagram, bendFlow(diagram, 'f', { x: 10, y: 40 }))).toBe(false);
    expect(sameDrawing(diagram, remove(diagram, ['b']))).toBe(false);
  });
});
