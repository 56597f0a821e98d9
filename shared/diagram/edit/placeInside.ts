import { freePlace, freePlaceInside, placeBelow } from '../freePlace.ts';
import { overlaps, type Rect } from '../geometry.ts';
import { boundariesById } from '../graph.ts';
import { itemsIn } from '../itemsIn.ts';
import type { Boundary, Diagram } from '../schema.ts';
import { growAround } from './grow.ts';
import { move, putInside } from './move.ts';

const isWithin = (rect: Rect, boundary: Boundary): boolean =>
  rect.x >= 0 &&
  rect.y >= 0 &&
  rect.x + rect.width <= boundary.size.width &&
  rect.y + rect.height <= boundary.size.height;

/** True when another boundary of the same container lies under the rectangle: it would look as if it were in that. */
const looksElsewhere = (diagram: Diagram, id: string, container: string | null, rect: Rect): boolean =>
  diagram.boundaries.some(
    (each) => each.inside === container && each.id !== id && overlaps({ ...each.position, ...each.size }, rect),
  );

/**
 * Puts a resource, boundary or text into a boundary, or out with null, so that it also looks so: where its place on the
 * canvas says otherwise it moves to a free one.
 */
export function placeInside(diagram: Diagram, id: string, container: string | null): Diagram {
  const put = putInside(diagram, id, container);
  const rect = itemsIn(put, container).find((item) => item.id === id);
  if (put === diagram || !rect) return put;
  const elsewhere = looksElsewhere(put, id, container, rect);
  const boundary = container === null ? undefined : boundariesById(diagram.boundaries).get(container);
  if (!boundary) return elsewhere ? move(put, [{ id, position: freePlace(put, rect, rect) }]) : put;
  if (isWithin(rect, boundary) && !elsewhere) return put;
  // Looked for in the diagram as it was, where the element is not in its own way.
  const position = freePlaceInside(diagram, boundary, rect) ?? placeBelow(diagram, boundary);
  return growAround(move(put, [{ id, position }]), container, { ...rect, ...position });
}

/** The same for several, one after the other. */
export const placeAllInside = (diagram: Diagram, ids: readonly string[], container: string | null): Diagram =>
  ids.reduce((after, id) => placeInside(after, id, container), diagram);
