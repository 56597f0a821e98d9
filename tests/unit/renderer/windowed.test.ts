import { describe, expect, it } from 'vitest';
import { createWindow, type Wanted } from '../../../renderer/canvas/windowed.ts';
import { addBoundary, addFlow, addResource } from '../../../shared/diagram/edit/add.ts';
import { bendFlow } from '../../../shared/diagram/edit/bend.ts';
import { move } from '../../../shared/diagram/edit/move.ts';
import { routesOf } from '../../../shared/diagram/router.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';

const AREA = { x: 0, y: 0, width: 1000, height: 800 };
const wanted = (change: Partial<Wanted> = {}): Wanted => ({
  area: AREA,
  always: new Set(),
  hidden: new Set(),
  shapeOf: () => null,
  painted: false,
  isRunning: false,
  ...change,
});
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();

/** Two in view, one of them in two boundaries; two far to the right; two far apart with a flow across the view. */
function sample(): Diagram {
  const vpc = { kind: 'vpc', name: '', position: { x: 0, y: 0 }, size: { width: 600, height: 500 } };
  let diagram = addBoundary(emptyDiagram('d'), { ...vpc, id: 'outer', inside: null });
  diagram = addBoundary(diagram, { ...vpc, id: 'inner', inside: 'outer', position: { x: 40, y: 40 } });
  diagram = addBoundary(diagram, { ...vpc, id: 'away', inside: null, position: { x: 5000, y: 0 } });
  const places: readonly [id: string, inside: string | null, x: number, y: number][] = [
    ['a', 'inner', 40, 40],
    ['b', null, 700, 300],
    ['c', 'away', 40, 40],
    ['d', null, 6000, 600],
    ['left', null, -3000, 400],
    ['right', null, 3000, 400],
  ];
  for (const [id, inside, x, y] of places) {
    diagram = addResource(diagram, { id, service: 's3', name: id, inside, position: { x, y } });
  }
  const flows = [
    ['a-b', 'a', 'b'],
    ['b-c', 'b', 'c'],
    ['c-d', 'c', 'd'],
    ['across', 'left', 'right'],
  ] as const;
  return flows.reduce((before, [id, from, to]) => addFlow(before, id, from, to), diagram);
}

describe('the part of a large diagram that React Flow is handed', () => {
  it('is what the area touches, flows with both ends, and the boundaries around all that', () => {
    const part = createWindow()(sample(), wanted());
    expect(ids(part.resources)).toEqual(['a', 'b', 'c', 'left', 'right']);
    expect(ids(part.flows)).toEqual(['a-b', 'across', 'b-c']);
    expect(ids(part.boundaries)).toEqual(['away', 'inner', 'outer']);
  });

  it('holds what is selected, wherever it is', () => {
    const part = createWindow()(sample(), wanted({ always: new Set(['d', 'c-d']) }));
    expect(ids(part.resources)).toContain('d');
    expect(ids(part.flows)).toContain('c-d');
  });

  it('is boundaries and the selection with its ends where the rest is painted', () => {
    const part = createWindow()(sample(), wanted({ painted: true, always: new Set(['c-d']) }));
    expect(ids(part.resources)).toEqual(['c', 'd']);
    expect(ids(part.flows)).toEqual(['c-d']);
    expect(ids(part.boundaries)).toEqual(['away', 'inner', 'outer']);
  });

  it('leaves out flows that are selected and painted all the same, and keeps resources, which move with others', () => {
    const always = new Set(['c', 'd', 'c-d']);
    const part = createWindow()(sample(), wanted({ painted: true, always, hidden: new Set(['d', 'c-d']) }));
    expect(ids(part.resources)).toEqual(['c', 'd']);
    expect(ids(part.flows)).toEqual([]);
  });

  it('takes in a flow that was bent into the area', () => {
    const part = createWindow()(bendFlow(sample(), 'c-d', { x: -5000, y: 0 }), wanted());
    expect(ids(part.flows)).toContain('c-d');
  });

  it('takes in a flow that runs through the area by a detour only, and no other that is near', () => {
    const places = [
      ['a', 0, -80],
      ['b', 900, -80],
      ['between', 450, -80],
      ['above', 450, -150],
      ['c', 0, -300],
      ['d', 900, -300],
    ] as const;
    const row = places.reduce(
      (before, [id, x, y]) => addResource(before, { id, service: 's3', name: id, inside: null, position: { x, y } }),
      emptyDiagram('d'),
    );
    const diagram = addFlow(addFlow(row, 'a-b', 'a', 'b'), 'c-d', 'c', 'd');
    const { shape: shapeOf } = routesOf(diagram);
    expect(ids(createWindow()(diagram, wanted({ shapeOf })).flows)).toEqual(['a-b']);
  });

  it('follows what moves, alone or with its boundary, and what comes and goes', () => {
    const window = createWindow();
    let diagram = sample();
    const seen = () => ids(window(diagram, wanted()).resources);
    window(diagram, wanted());
    diagram = move(diagram, [{ id: 'd', position: { x: 300, y: 700 } }]);
    expect(seen()).toEqual(['a', 'b', 'c', 'd', 'left', 'right']);
    diagram = move(diagram, [{ id: 'outer', position: { x: 0, y: -4000 } }]);
    expect(seen()).toEqual(['a', 'b', 'c', 'd', 'left', 'right']); // the flow from a to b ends in view
    diagram = { ...diagram, flows: diagram.flows.slice(1) };
    expect(seen()).toEqual(['b', 'c', 'd', 'left', 'right']);
    diagram = { ...diagram, resources: diagram.resources.toReversed() };
    expect(seen()).toEqual(['b', 'c', 'd', 'left', 'right']);
    expect(seen()).toEqual(ids(createWindow()(diagram, wanted()).resources));
  });

  it('is made of the same lists as before when the view has moved a little', () => {
    const window = createWindow();
    const diagram = sample();
    const before = window(diagram, wanted());
    const after = window(diagram, wanted({ area: { ...AREA, x: 10 } }));
    expect(after.resources).toBe(before.resources);
    expect(after.flows).toBe(before.flows);
  });

  it('stays the same in a gesture, each element as it is now, until the view or the selection is another one', () => {
    const window = createWindow();
    const running = (change: Partial<Wanted> = {}) => wanted({ isRunning: true, always: new Set(['a']), ...change });
    const diagram = sample();
    const before = window(diagram, running());
    const moved = move(diagram, [{ id: 'a', position: { x: -9000, y: 0 } }]);
    const during = window(moved, running());
    expect(ids(during.resources)).toEqual(ids(before.resources));
    expect(during.resources.find(({ id }) => id === 'a')?.position.x).toBe(-9000);
    const elsewhere = window(moved, running({ area: { ...AREA, x: 5000 } }));
    expect(ids(elsewhere.resources)).not.toEqual(ids(before.resources));
    expect(ids(window(moved, running({ always: new Set(['d']) })).resources)).toContain('d');
    expect(ids(window(moved, wanted()).resources)).toEqual(ids(createWindow()(moved, wanted()).resources));
  });
});
