import { BOUNDARY_HEADER, BOUNDARY_PADDING, boundsOf, overlaps, type Rect, snapUp } from '../geometry.ts';
import { boundariesById } from '../graph.ts';
import { type Item, itemsIn } from '../itemsIn.ts';
import type { Boundary, Diagram } from '../schema.ts';
import { move, resizeBoundary } from './move.ts';

/*
 * What a boundary covers looks as if it were in it. So where one grows by a command, what stood beside it makes way: all
 * that lay beyond that border moves on by the same distance, which leaves everything in its order and in line.
 */

interface Direction {
  readonly axis: 'x' | 'y';
  readonly length: 'width' | 'height';
  readonly sign: 1 | -1;
}

const DIRECTIONS: readonly Direction[] = [
  { axis: 'x', length: 'width', sign: 1 },
  { axis: 'y', length: 'height', sign: 1 },
  { axis: 'x', length: 'width', sign: -1 },
  { axis: 'y', length: 'height', sign: -1 },
];

/** How far beyond the border of a rectangle, in a direction, another one begins; negative when it begins before that. */
const distanceBeyond = (rect: Rect, other: Rect, { axis, length, sign }: Direction): number =>
  sign > 0 ? other[axis] - rect[axis] - rect[length] : rect[axis] - other[axis] - other[length];

const reachesBeyond = (rect: Rect, other: Rect, direction: Direction): boolean =>
  distanceBeyond(rect, other, direction) + other[direction.length] > 0;

/** Moves what lay beyond the old border on, where the new one covers some of it. */
function makeWay(items: readonly Item[], before: Rect, grown: Rect, direction: Direction): readonly Item[] {
  const isBeyond = (item: Item): boolean => distanceBeyond(before, item, direction) >= 0;
  const covered = items.filter((item) => isBeyond(item) && overlaps(item, grown));
  if (covered.length === 0) return items;
  const nearest = Math.min(...covered.map((item) => distanceBeyond(grown, item, direction)));
  const by = direction.sign * snapUp(BOUNDARY_PADDING - nearest);
  return items.map((item) => (isBeyond(item) ? { ...item, [direction.axis]: item[direction.axis] + by } : item));
}

/** A boundary as it stands in what it is inside of. */
function ownRect(diagram: Diagram, id: string): (Rect & Pick<Boundary, 'inside'>) | null {
  const boundary = boundariesById(diagram.boundaries).get(id);
  return boundary ? { ...boundary.position, ...boundary.size, inside: boundary.inside } : null;
}

/** Gives a boundary this rectangle. Where that is larger, what is beside it makes way, and what is around it grows. */
export function reshape(diagram: Diagram, id: string, wanted: Rect): Diagram {
  const resized = resizeBoundary(diagram, id, wanted, wanted);
  const [before, grown] = [ownRect(diagram, id), ownRect(resized, id)];
  if (!before || !grown) return diagram;
  if (!DIRECTIONS.some((direction) => reachesBeyond(before, grown, direction))) return resized;
  const { inside } = grown;
  const beside = itemsIn(diagram, inside).filter((item) => item.id !== id);
  const after = DIRECTIONS.reduce<readonly Item[]>((items, way) => makeWay(items, before, grown, way), beside);
  const moved = after.filter((item, i) => item !== beside[i]);
  const moves = moved.map(({ id: item, x, y }) => ({ id: item, position: { x, y } }));
  return growAround(move(resized, moves), inside, boundsOf([grown, ...moved]) ?? grown);
}

/** Makes a boundary large enough for a rectangle in it, with room to its border; likewise the boundaries around it. */
export function growAround(diagram: Diagram, container: string | null, rect: Rect): Diagram {
  const boundary = container === null ? undefined : boundariesById(diagram.boundaries).get(container);
  if (!boundary) return diagram;
  const { id, position, size } = boundary;
  const left = rect.x < 0 ? BOUNDARY_PADDING - rect.x : 0;
  const top = rect.y < 0 ? BOUNDARY_HEADER + BOUNDARY_PADDING - rect.y : 0;
  const width = left + Math.max(size.width, snapUp(rect.x + rect.width + BOUNDARY_PADDING));
  const height = top + Math.max(size.height, snapUp(rect.y + rect.height + BOUNDARY_PADDING));
  if (width === size.width && height === size.height) return diagram;
  return reshape(diagram, id, { x: position.x - left, y: position.y - top, width, height });
}
