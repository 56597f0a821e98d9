import { boundaryAt } from './container.ts';
import { BOUNDARY_HEADER, BOUNDARY_MIN, BOUNDARY_PADDING, overlaps, RESOURCE_SIZE, type Rect } from './geometry.ts';
import { resourceRect, textRect } from './graph.ts';
import { itemsIn } from './itemsIn.ts';
import type { Boundary, Diagram, Position, Size } from './schema.ts';

/** Wider than high, so that what is added stands beside what is there rather than below it. */
const STEP = { x: 64, y: 32 } as const;
const FINE_STEP = 16;
const MARGIN = 16;
const RINGS = 60;

/** What is kept free around a place, in pixels. */
interface Clearance {
  readonly x: number;
  readonly y: number;
}

const CLOSE: Clearance = { x: MARGIN, y: MARGIN };

/** Room for a flow between two resources, with what it says. */
export const FOR_FLOWS: Clearance = { x: 120, y: 72 };

/** The same inside a boundary, where room is scarce: one below the other. */
export const FOR_FLOWS_INSIDE: Clearance = { x: 120, y: 40 };

const roomAround = ({ x, y }: Position, size: Size, clearance: Clearance): Rect => ({
  x: x - clearance.x,
  y: y - clearance.y,
  width: size.width + 2 * clearance.x,
  height: size.height + 2 * clearance.y,
});

const isFree = (place: Position, size: Size, taken: readonly Rect[], clearance: Clearance): boolean => {
  const room = roomAround(place, size, clearance);
  return !taken.some((rect) => overlaps(rect, room));
};

/** The steps of the ring with this radius; to the right first, then below, left, above. */
function ring(radius: number): readonly Position[] {
  if (radius === 0) return [{ x: 0, y: 0 }];
  const side = Array.from({ length: 2 * radius }, (_, i) => i - radius);
  return [
    ...side.map((i) => ({ x: radius, y: i })),
    ...side.map((i) => ({ x: -i, y: radius })),
    ...side.map((i) => ({ x: -radius, y: -i })),
    ...side.map((i) => ({ x: i, y: -radius })),
  ].sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
}

/** The free place on the bare canvas that is nearest to the middle of `visible`; right of everything if there is none. */
export function freePlace(diagram: Diagram, size: Size, visible: Rect, clearance = CLOSE): Position {
  const taken = itemsIn(diagram, null);
  const middle = { x: visible.x + (visible.width - size.width) / 2, y: visible.y + (visible.height - size.height) / 2 };
  for (let radius = 0; radius <= RINGS; radius++) {
    for (const step of ring(radius)) {
      const place = { x: middle.x + step.x * STEP.x, y: middle.y + step.y * STEP.y };
      if (isFree(place, size, taken, clearance)) return place;
    }
  }
  return { x: Math.max(...taken.map((rect) => rect.x + rect.width)) + clearance.x, y: middle.y };
}

/** The first of the values `from`, `from + FINE_STEP`, … that is not before `least`. */
const stepTo = (least: number, from: number): number =>
  from + Math.max(0, Math.ceil((least - from) / FINE_STEP)) * FINE_STEP;

/**
 * The first free place inside a boundary, in its coordinates, row by row; null when it is full.
 * What stands in the way is stepped over at once: the time goes by what the boundary holds, not by its size.
 */
export function freePlaceInside(diagram: Diagram, boundary: Boundary, size: Size, clearance = CLOSE): Position | null {
  const taken = itemsIn(diagram, boundary.id);
  const right = boundary.size.width - BOUNDARY_PADDING - size.width;
  const bottom = boundary.size.height - BOUNDARY_PADDING - size.height;
  const first = { x: BOUNDARY_PADDING, y: BOUNDARY_HEADER + BOUNDARY_PADDING / 2 };
  for (let y = first.y, next = y; y <= bottom; y = next) {
    next = Number.POSITIVE_INFINITY;
    let x = first.x;
    while (x <= right) {
      const room = roomAround({ x, y }, size, clearance);
      const inTheWay = taken.filter((rect) => overlaps(rect, room));
      if (inTheWay.length === 0) return { x, y };
      const past = Math.max(...inTheWay.map((rect) => rect.x + rect.width)) + clearance.x;
      x = Math.max(x + FINE_STEP, stepTo(past, first.x));
      const below = Math.min(...inTheWay.map((rect) => rect.y + rect.height)) + clearance.y;
      next = Math.min(next, Math.max(y + FINE_STEP, stepTo(below, first.y)));
    }
  }
  return null;
}

/** A place below all that a boundary holds, for when it is full. */
export function placeBelow(diagram: Diagram, boundary: Boundary, clearance = CLOSE): Position {
  const bottoms = itemsIn(diagram, boundary.id).map((rect) => rect.y + rect.height);
  const above = bottoms.length > 0 ? clearance.y : MARGIN;
  return { x: BOUNDARY_PADDING, y: Math.max(BOUNDARY_HEADER, ...bottoms) + above + 8 };
}

/** Moves and, where it must, shrinks a rectangle so that it stands inside a boundary, below its name. */
export function fitInside(container: Size, rect: Rect, smallest: Size = BOUNDARY_MIN): Rect {
  const room = {
    width: container.width - 2 * MARGIN,
    height: container.height - BOUNDARY_HEADER - MARGIN,
  };
  const width = Math.max(smallest.width, Math.min(rect.width, room.width));
  const height = Math.max(smallest.height, Math.min(rect.height, room.height));
  const between = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
  return {
    x: between(rect.x, MARGIN, container.width - MARGIN - width),
    y: between(rect.y, BOUNDARY_HEADER, container.height - MARGIN - height),
    width,
    height,
  };
}

/** How far to the right of a resource what follows it stands, and how far apart further ones: room for flows. */
const AFTER = { x: 120, y: 112 } as const;

/** Whether a resource around a point lies in one boundary, or in none, with all of it. */
function isWhole(diagram: Diagram, rect: Rect): boolean {
  const corners = [rect.x, rect.x + rect.width].flatMap((x) => [rect.y, rect.y + rect.height].map((y) => ({ x, y })));
  return new Set(corners.map((corner) => boundaryAt(diagram, corner)?.id)).size === 1;
}

/** Whether something may stand around a point of the canvas. */
type Suits = (middle: Position) => boolean;

const ROWS = [0, 1, -1, 2, -2, 3, -3];

/** The middle of the first of these places that is free, whole in one boundary or in none, and suits. */
function firstOf(diagram: Diagram, places: readonly Position[], suits: Suits, clearance = CLOSE): Position | null {
  const taken = [
    ...diagram.resources.map((each) => resourceRect(diagram, each)),
    ...diagram.texts.map((each) => textRect(diagram, each)),
  ];
  for (const { x, y } of places) {
    const middle = { x: x + RESOURCE_SIZE.width / 2, y: y + RESOURCE_SIZE.height / 2 };
    const isGood = isFree({ x, y }, RESOURCE_SIZE, taken, clearance) && isWhole(diagram, { x, y, ...RESOURCE_SIZE });
    if (isGood && suits(middle)) return middle;
  }
  return null;
}

/** Where the middle of a resource between two others stands: half way, or above or below that; null where nothing suits. */
export function placeBetween(diagram: Diagram, one: Rect, other: Rect, suits: Suits): Position | null {
  const x = (one.x + other.x) / 2;
  const y = (one.y + other.y) / 2;
  const places = ROWS.map((row) => ({ x, y: y + row * AFTER.y }));
  return firstOf(diagram, places, suits, { x: AFTER.x / 2, y: MARGIN });
}

/** Where the middle of a resource beside another one stands: to its right, and there above or below others; or null. */
export function placeNextTo(diagram: Diagram, source: Rect, suits: Suits = () => true): Position | null {
  const columns = Array.from({ length: 6 }, (_, column) => source.x + (column + 1) * (source.width + AFTER.x));
  const places = columns.flatMap((x) => ROWS.map((row) => ({ x, y: source.y + row * AFTER.y })));
  return firstOf(diagram, places, suits);
}

/** The same, or wherever else on the canvas there is room. */
export function placeAfter(diagram: Diagram, source: Rect): Position {
  const found = placeNextTo(diagram, source);
  if (found) return found;
  const { x, y } = freePlace(diagram, RESOURCE_SIZE, source, FOR_FLOWS);
  return { x: x + RESOURCE_SIZE.width / 2, y: y + RESOURCE_SIZE.height / 2 };
}
