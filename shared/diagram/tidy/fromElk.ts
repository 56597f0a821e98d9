import { boundsOf, type Rect, snap } from '../geometry.ts';
import type { Position, Size } from '../schema.ts';
import type { Area, Block } from './plan.ts';
import { type ElkGraph, elkId, leastSize, roomOf, rowsGap } from './toElk.ts';

/** Where things stand after a layout. What stands directly in the plan is placed from the corner of it all. */
export interface Arrangement {
  readonly moves: readonly { readonly id: string; readonly position: Readonly<Position> }[];
  /** Of boundaries. */
  readonly sizes: readonly { readonly id: string; readonly size: Readonly<Size> }[];
  /** Of it all. */
  readonly size: Readonly<Size>;
}

type Corners = ReadonlyMap<string, Position>;

/** Where elk put its nodes, from the corner of the drawing, on the grid. */
function cornersOf(graph: ElkGraph): Corners {
  const corners = new Map<string, Position>();
  const visit = (node: ElkGraph, x: number, y: number): void => {
    corners.set(node.id, { x: snap(x), y: snap(y) });
    for (const child of node.children ?? []) visit(child, x + (child.x ?? 0), y + (child.y ?? 0));
  };
  visit(graph, 0, 0);
  return corners;
}

/** The parts of something, from a corner. */
const shifted = (parts: Block['parts'], { x, y }: Readonly<Position>): readonly Placed[] =>
  parts.map(({ id, at }) => ({ id, at: { x: x + at.x, y: y + at.y } }));

interface Placed {
  readonly id: string;
  readonly at: Readonly<Position>;
}

/** The frame around content, with room for texts in rows above and below it. */
function frameAround(area: Area, content: Rect): Rect {
  const { top, side, bottom } = roomOf(area);
  const least = leastSize(area);
  return {
    x: content.x - side,
    y: content.y - top,
    width: Math.max(least.width, content.width + 2 * side),
    height: Math.max(least.height, content.height + top + bottom),
  };
}

/** Texts in rows above and below content. */
function placeRows(area: Area, { x, y, height }: Rect): readonly Placed[] {
  const { above, below } = area;
  return [
    ...shifted(above.parts, { x, y: y - rowsGap(area) - above.height }),
    ...shifted(below.parts, { x, y: y + height + rowsGap(area) }),
  ];
}

/** Where the content of an area begins that has nothing but texts. */
function startOf(area: Area, { x, y }: Readonly<Position>): Rect {
  const { side, top } = roomOf(area);
  return { x: x + side, y: y + top, width: 0, height: 0 };
}

/** Reads out of elk's answer where everything goes: on the grid, boundaries close around what is in them. */
export function fromElk(plan: Area, answer: ElkGraph): Arrangement {
  const corners = cornersOf(answer);
  const cornerOf = (id: string): Position => corners.get(elkId(id)) ?? { x: 0, y: 0 };
  const moves: Arrangement['moves'][number][] = [];
  const sizes: Arrangement['sizes'][number][] = [];

  /** Places what is in an area; the area's own frame in the drawing. */
  const settle = (area: Area): Rect => {
    const inner = area.areas.map((each) => ({ id: each.id ?? '', rect: settle(each) }));
    const blocks = area.blocks.map(({ id, size, parts }) => ({ parts, rect: { ...cornerOf(id), ...size } }));
    const content = boundsOf([...inner, ...blocks].map(({ rect }) => rect)) ?? startOf(area, cornerOf(area.id ?? ''));
    const frame = frameAround(area, content);
    const placed = [
      ...inner.map(({ id, rect }) => ({ id, at: rect })),
      ...blocks.flatMap(({ parts, rect }) => shifted(parts, rect)),
      ...placeRows(area, content),
    ];
    for (const { id, at } of placed) moves.push({ id, position: { x: at.x - frame.x, y: at.y - frame.y } });
    if (area.id !== null) sizes.push({ id: area.id, size: { width: frame.width, height: frame.height } });
    return frame;
  };
  const { width, height } = settle(plan);
  return { moves, sizes, size: { width, height } };
}
