import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALIGNMENTS,
  type Alignment,
  align,
  alignMoves,
  distribute,
  distributeMoves,
} from '../../../shared/diagram/edit/arrange.ts';
import { BOUNDARY_HEADER, type Rect } from '../../../shared/diagram/geometry.ts';
import { outermostPlaced } from '../../../shared/diagram/placed.ts';
import type { Boundary, Diagram, Resource, TextBox } from '../../../shared/diagram/schema.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';
import { anyDiagram } from '../../support/arbitraries.ts';

const resource = (id: string, x: number, y: number, inside: string | null = null): Resource => ({
  id,
  service: 's3',
  name: id,
  inside,
  position: { x, y },
  answers: {},
  note: '',
});
const boundary = (id: string, rect: Rect, inside: string | null = null): Boundary => ({
  id,
  kind: 'vpc',
  name: id,
  inside,
  position: { x: rect.x, y: rect.y },
  size: { width: rect.width, height: rect.height },
  answers: {},
  note: '',
});
const diagramOf = (resources: readonly Resource[], boundaries: readonly Boundary[] = []): Diagram => ({
  ...emptyDiagram('test'),
  resources,
  boundaries,
});

const idsOf = (diagram: Diagram) => [...diagram.resources, ...diagram.boundaries, ...diagram.texts].map(({ id }) => id);
const rectsOf = (diagram: Diagram, ids: readonly string[]) =>
  new Map(outermostPlaced(diagram, ids).map(({ id, rect }) => [id, rect]));
const lineOf = (alignment: Alignment, { x, y, width, height }: Rect): number =>
  ({
    left: x,
    centre: x + width / 2,
    right: x + width,
    top: y,
    middle: y + height / 2,
    bottom: y + height,
  })[alignment];

/** Any diagram without its extreme coordinates and sizes, which an edit cuts to what a file may hold, and some of its ids. */
const scenes = fc.tuple(anyDiagram, fc.integer()).map(([diagram, seed]) => {
  const tame = (value: number) => Math.round(value % 4000);
  const sized = (value: number) => (value % 4000) + 0.5;
  const place = <T extends Resource | Boundary | TextBox>(item: T): T => ({
    ...item,
    position: { x: tame(item.position.x), y: tame(item.position.y) },
    ...('size' in item ? { size: { width: sized(item.size.width), height: sized(item.size.height) } } : {}),
  });
  const drawn: Diagram = {
    ...diagram,
    resources: diagram.resources.map(place),
    boundaries: diagram.boundaries.map(place),
    texts: diagram.texts.map(place),
  };
  return { diagram: drawn, ids: idsOf(drawn).filter((_, i) => ((seed >> (i % 30)) & 1) === 1) };
});
const alignment = fc.constantFrom(...ALIGNMENTS);
const axis = fc.constantFrom('x', 'y');

/** The diagram without any place. */
const unplaced = (diagram: Diagram): unknown =>
  JSON.parse(JSON.stringify(diagram, (key, value) => (key === 'position' ? undefined : value)));

describe('align', () => {
  it('puts all onto one line, or changes nothing', () => {
    fc.assert(
      fc.property(scenes, alignment, ({ diagram, ids }, how) => {
        const moves = alignMoves(diagram, ids, how);
        const after = align(diagram, ids, how);
        if (moves === null) expect(after).toBe(diagram);
        else {
          const lines = [...rectsOf(after, ids).values()].map((rect) => lineOf(how, rect));
          if (lines.length > 1) expect(Math.max(...lines) - Math.min(...lines)).toBeLessThan(2);
        }
      }),
    );
  });

  it('does nothing the second time, and only ever moves', () => {
    fc.assert(
      fc.property(scenes, alignment, ({ diagram, ids }, how) => {
        const once = align(diagram, ids, how);
        expect(align(once, ids, how)).toBe(once);
        expect(unplaced(once)).toEqual(unplaced(diagram));
      }),
    );
  });

  it('goes by the outermost of what is selected', () => {
    const diagram = diagramOf([resource('a', 0, 0), resource('b', 100, 200), resource('c', 300, 80)]);
    const at = (how: Alignment) => align(diagram, ['a', 'b', 'c'], how).resources.map(({ position }) => position);
    expect(at('left').map(({ x }) => x)).toEqual([0, 0, 0]);
    expect(at('centre').map(({ x }) => x)).toEqual([150, 150, 150]);
    expect(at('right').map(({ x }) => x)).toEqual([300, 300, 300]);
    expect(at('bottom').map(({ y }) => y)).toEqual([200, 200, 200]);
  });

  it('takes the nearest line that what stands in a boundary can reach inside it', () => {
    const vpc = boundary('vpc', { x: 400, y: 0, width: 480, height: 320 });
    const diagram = diagramOf([resource('out', 0, 0), resource('in', 200, 100, 'vpc')], [vpc]);
    const left = align(diagram, ['out', 'in'], 'left');
    expect(left.resources.map(({ inside }) => inside)).toEqual([null, 'vpc']);
    expect(left.resources.map(({ position }) => position.x)).toEqual([412, 12]);
    const top = align(diagram, ['out', 'in'], 'top');
    expect(top.resources.map(({ position }) => position.y)).toEqual([BOUNDARY_HEADER, BOUNDARY_HEADER]);
  });

  it('refuses when there is no line that all can reach', () => {
    const vpcs = [0, 800].map((x) => boundary(`vpc${x}`, { x, y: 0, width: 480, height: 320 }));
    const diagram = diagramOf([resource('a', 40, 40, 'vpc0'), resource('b', 40, 40, 'vpc800')], vpcs);
    expect(alignMoves(diagram, ['a', 'b'], 'left')).toBeNull();
    expect(alignMoves(diagram, ['a', 'b'], 'top')).toEqual([]);
  });

  it('takes what stands in a selected boundary along', () => {
    const vpc = boundary('vpc', { x: 400, y: 0, width: 480, height: 320 });
    const diagram = diagramOf([resource('out', 0, 0), resource('in', 200, 100, 'vpc')], [vpc]);
    const after = align(diagram, ['out', 'in', 'vpc'], 'left');
    expect(after.boundaries[0]?.position.x).toBe(0);
    expect(after.resources[1]).toBe(diagram.resources[1]);
  });
});

describe('distribute', () => {
  const inOrder = (diagram: Diagram, ids: readonly string[], along: 'x' | 'y') => {
    const centre = (rect: Rect) => (along === 'x' ? rect.x + rect.width / 2 : rect.y + rect.height / 2);
    return [...rectsOf(diagram, ids)].map(([id, rect]) => ({ id, at: centre(rect) })).sort((a, b) => a.at - b.at);
  };

  it('does nothing the second time, only ever moves, and keeps the order and both ends', () => {
    fc.assert(
      fc.property(scenes, axis, ({ diagram, ids }, along) => {
        const once = distribute(diagram, ids, along);
        expect(distribute(once, ids, along)).toBe(once);
        expect(unplaced(once)).toEqual(unplaced(diagram));
        const [before, after] = [inOrder(diagram, ids, along), inOrder(once, ids, along)];
        const place = new Map(after.map(({ id, at }) => [id, at]));
        const placeOf = (index: number) => place.get(before[index]?.id ?? '') ?? Number.NaN;
        before.forEach(({ at }, i) => {
          const stoodBefore = i > 0 && (before[i - 1]?.at ?? at) < at;
          if (stoodBefore) expect(placeOf(i)).toBeGreaterThanOrEqual(placeOf(i - 1) - 1);
        });
        if (before.length === 0) return;
        expect(after.at(0)?.at).toBeCloseTo(before.at(0)?.at ?? Number.NaN, 1);
        expect(after.at(-1)?.at).toBeCloseTo(before.at(-1)?.at ?? Number.NaN, 1);
      }),
    );
  });

  it('makes gaps equal where there is room, else steps', () => {
    const roomy = diagramOf([
      resource('a', 0, 0),
      resource('b', 200, 0),
      resource('c', 600, 0),
      resource('d', 1000, 0),
    ]);
    const ids = ['a', 'b', 'c', 'd'];
    const xs = distribute(roomy, ids, 'x').resources.map(({ position }) => position.x);
    const gaps = xs.slice(1).map((x, i) => x - (xs[i] ?? 0) - 176);
    expect(gaps).toEqual([157, 158, 157]);
    const tight = diagramOf([resource('a', 0, 0), resource('b', 16, 0), resource('c', 200, 0)]);
    expect(distribute(tight, ids, 'x').resources.map(({ position }) => position.x)).toEqual([0, 100, 200]);
  });

  it('refuses to take anything out of its boundary', () => {
    const vpc = boundary('vpc', { x: 600, y: 0, width: 480, height: 320 });
    const diagram = diagramOf([resource('a', 0, 0), resource('b', 100, 100, 'vpc'), resource('c', 1000, 0)], [vpc]);
    expect(distributeMoves(diagram, ['a', 'b', 'c'], 'x')).toBeNull();
    expect(distribute(diagram, ['a', 'b', 'c'], 'x')).toBe(diagram);
  });
});
