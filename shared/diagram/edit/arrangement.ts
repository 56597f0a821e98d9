import { fitSize } from '../fit.ts';
import { BOUNDARY_HEADER, BOUNDARY_PADDING, boundsOf, snap, snapUp } from '../geometry.ts';
import { boundariesById } from '../graph.ts';
import { itemsIn } from '../itemsIn.ts';
import { type Boundary, type Diagram, LIMITS, type Position, type Size } from '../schema.ts';
import type { Arrangement } from '../tidy/fromElk.ts';
import { placeNear, type Room } from '../tidy/placeNear.ts';
import { bendFlow } from './bend.ts';
import { growAround } from './grow.ts';
import { move } from './move.ts';

function resizeAll(diagram: Diagram, sizes: ReadonlyMap<string, Readonly<Size>>): Diagram {
  const resized = (boundary: Boundary): Boundary => {
    const size = sizes.get(boundary.id);
    const { width, height } = boundary.size;
    return !size || (size.width === width && size.height === height) ? boundary : { ...boundary, size: fitSize(size) };
  };
  const boundaries = diagram.boundaries.map(resized);
  return boundaries.every((each, i) => each === diagram.boundaries[i]) ? diagram : { ...diagram, boundaries };
}

/** Where the arranged may go: in a boundary within its padding, unless they stand outside of it now. */
function roomIn(diagram: Diagram, container: string | null, now: Position): Room {
  const size = container === null ? undefined : boundariesById(diagram.boundaries).get(container)?.size;
  if (!size) return { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  return {
    left: Math.min(now.x, BOUNDARY_PADDING),
    top: Math.min(now.y, BOUNDARY_HEADER + BOUNDARY_PADDING),
    right: size.width - BOUNDARY_PADDING,
    bottom: size.height - BOUNDARY_PADDING,
  };
}

/**
 * Where something of this length begins: on the grid, not after `start` lest a note that sticks out by less than a step
 * moves it all each time, and so that it ends where a file may.
 */
const beginning = (start: number, length: number): number =>
  Math.min(Math.max(-snapUp(-start), -LIMITS.coordinate), LIMITS.coordinate - snapUp(length));

/** The corner that an arrangement gets: where its elements begin now, or near it when that would cover others. */
function cornerFor(
  diagram: Diagram,
  container: string | null,
  { size }: Arrangement,
  moving: ReadonlySet<string>,
): Position {
  const items = itemsIn(diagram, container);
  const now = boundsOf(items.filter(({ id }) => moving.has(id))) ?? { x: 0, y: 0 };
  const taken = items.filter(({ id }) => !moving.has(id));
  const wanted = { x: beginning(now.x, size.width), y: beginning(now.y, size.height) };
  const { x, y } = placeNear(size, wanted, taken, roomIn(diagram, container, wanted));
  return { x: snap(x), y: snap(y) };
}

/** Flows of what has moved find their way anew: a bend was made for the old places. */
const straighten = (diagram: Diagram, moved: ReadonlySet<string>): Diagram =>
  diagram.flows
    .filter(({ bend, from, to }) => bend !== undefined && (moved.has(from) || moved.has(to)))
    .reduce((straight, { id }) => bendFlow(straight, id, null), diagram);

/**
 * Puts what stands in one container into an arrangement that was computed for it. What is not arranged stays where it
 * is; boundaries around grow where they have to.
 */
export function applyArrangement(diagram: Diagram, container: string | null, arrangement: Arrangement): Diagram {
  const { moves, sizes } = arrangement;
  const moving = new Set(moves.map(({ id }) => id));
  const corner = cornerFor(diagram, container, arrangement, moving);
  const outer = new Set(itemsIn(diagram, container).map(({ id }) => id));
  const placed = moves.map(({ id, position: { x, y } }) => ({
    id,
    position: outer.has(id) ? { x: x + corner.x, y: y + corner.y } : { x, y },
  }));
  const moved = move(diagram, placed);
  const resized = resizeAll(moved, new Map(sizes.map(({ id, size }) => [id, size])));
  const content = boundsOf(itemsIn(resized, container));
  const straight = straighten(resized, moving);
  return content === null ? straight : growAround(straight, container, content);
}
