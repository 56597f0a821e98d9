import { holds } from './geometry.ts';
import { boundaryRect, idsWithin, outermostFirst } from './graph.ts';
import type { Boundary, Diagram, Position } from './schema.ts';

/**
 * The innermost boundary at a point of the canvas, or null for none. `moving` and what is inside it are left out: a
 * boundary is never dropped into itself.
 */
export function boundaryAt(
  diagram: Diagram,
  point: Readonly<Position>,
  moving: readonly string[] = [],
): Boundary | null {
  const left = new Set([...moving, ...idsWithin(diagram, moving)]);
  const under = outermostFirst(diagram.boundaries).filter(
    (boundary) => !left.has(boundary.id) && holds(boundaryRect(diagram, boundary), point),
  );
  return under.at(-1) ?? null;
}
