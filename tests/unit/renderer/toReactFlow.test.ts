import { describe, expect, it } from 'vitest';
import { createAdapter } from '../../../renderer/canvas/toReactFlow.ts';
import { addBoundary, addFlow, addResource } from '../../../shared/diagram/edit/add.ts';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { move } from '../../../shared/diagram/edit/move.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';

const LABELS = { resource: () => 'r', boundary: () => 'b', flow: () => 'f', text: () => 't' };
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
    const { nodes } = createAdapter(LABELS)(sample(), [], 1, NONE);
    expect(nodes.every((node) => node.width && node.height && node.handles)).toBe(true);
    expect(nodes.find((node) => node.id === 'a')?.handles?.map((handle) => handle.id)).toEqual([
      'left',
      'right',
      'top',
      'bottom',
    ]);
  });

  it('hides what it is told to, which stays selected', () => {
    const { nodes } = createAdapter(LABELS)(sample(), ['a', 'b'], 1, new Set(['b']));
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
    const { nodes } = createAdapter(LABELS)(mixed, [], 1, NONE);
    expect(nodes.map((node) => node.id)).toEqual(['vpc', 'subnet', 'a', 'b']);
  });

  it('gives the same object for what an edit did not touch', () => {
    const adapt = createAdapter(LABELS);
    const before = adapt(sample(), [], 1, NONE);
    const diagram = sample();
    const first = adapt(diagram, [], 1, NONE);
    const second = adapt(move(diagram, [{ id: 'b', position: { x: 880, y: 40 } }]), [], 1, NONE);
    expect(second.nodes[0]).toBe(first.nodes[0]);
    expect(second.nodes[1]).toBe(first.nodes[1]);
    expect(second.nodes[2]).not.toBe(first.nodes[2]);
    expect(second.edges).toBe(first.edges);
    expect(before.nodes.length).toBe(3);
  });

  it('keeps the data of a resource whose answer changed apart from its neighbours', () => {
    const adapt = createAdapter(LABELS);
    const diagram = sample();
    const first = adapt(diagram, [], 1, NONE);
    const second = adapt(setAnswer(diagram, 'b', 'versioning', 'enabled'), [], 2, NONE);
    expect(second.nodes[1]).toBe(first.nodes[1]);
  });

  it('asks for labels again on new ground only, and what is called the same stays the same', () => {
    let asked = 0;
    let counts = '1 gap';
    const resource = ({ name }: { name: string }) => {
      asked++;
      return `${name}: ${counts}`;
    };
    const adapt = createAdapter({ ...LABELS, resource });
    const diagram = sample();
    const first = adapt(diagram, [], 1, NONE);
    const { length } = diagram.resources;
    adapt(move(diagram, [{ id: 'b', position: { x: 880, y: 40 } }]), [], 1, NONE);
    expect(asked).toBe(length + 1);
    expect(adapt(diagram, [], 2, NONE).nodes[1]).toBe(first.nodes[1]);
    counts = 'no gaps';
    expect(adapt(diagram, [], 3, NONE).nodes[1]?.ariaLabel).toContain('no gaps');
  });
});
