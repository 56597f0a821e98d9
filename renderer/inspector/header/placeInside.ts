import { move, putInside, resizeBoundary } from '../../../shared/diagram/edit/move.ts';
import { BOUNDARY_PADDING, overlaps, RESOURCE_SIZE, type Rect } from '../../../shared/diagram/geometry.ts';
import { boundariesById } from '../../../shared/diagram/graph.ts';
import type { Boundary, Diagram } from '../../../shared/diagram/schema.ts';
import { freePlace, freePlaceInside, placeBelow } from '../../state/freePlace.ts';
import { isFlow, isResource, itemOf } from '../element.ts';

function rectOf(diagram: Diagram, id: string): Rect | null {
  const item = itemOf(diagram, id);
  if (!item || isFlow(item)) return null;
  return { ...item.position, ...(isResource(item) ? RESOURCE_SIZE : item.size) };
}

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

function roomInside(diagram: Diagram, boundary: Boundary, rect: Rect): Diagram {
  const size = {
    width: Math.max(boundary.size.width, rect.x + rect.width + BOUNDARY_PADDING),
    height: Math.max(boundary.size.height, rect.y + rect.height + BOUNDARY_PADDING),
  };
  const fits = size.width === boundary.size.width && size.height === boundary.size.height;
  return fits ? diagram : resizeBoundary(diagram, boundary.id, boundary.position, size);
}

/**
 * Puts an element into a boundary, or out with null, so that it also looks so: where its place on the canvas says
 * otherwise it moves to a free one.
 */
export function placeInside(diagram: Diagram, id: string, container: string | null): Diagram {
  const put = putInside(diagram, id, container);
  const rect = rectOf(put, id);
  if (put === diagram || !rect) return put;
  const elsewhere = looksElsewhere(put, id, container, rect);
  const boundary = container === null ? undefined : boundariesById(diagram.boundaries).get(container);
  if (!boundary) return elsewhere ? move(put, [{ id, position: freePlace(put, rect, rect) }]) : put;
  if (isWithin(rect, boundary) && !elsewhere) return put;
  // Looked for in the diagram as it was, where the element is not in its own way.
  const position = freePlaceInside(diagram, boundary, rect) ?? placeBelow(diagram, boundary);
  return roomInside(move(put, [{ id, position }]), boundary, { ...rect, ...position });
}
