import { curveThrough, extentOf, type Knot, type Line, lengthOf, lineOf, runsThrough, turningOf } from './curve.ts';
import { AIR, type Detour, detours, edgesOf, type Route, type Task } from './detours.ts';
import { attachPoint, boundsOf, flowSides, grownBy, overlaps, type Rect, type Side } from './geometry.ts';

/*
 * How a flow finds its way. A curve between the sides that face each other is taken when it touches nothing. Else others
 * are tried: curves between other sides, then curves that run along a free level (or upright) beside what is in the way.
 * The one that crosses the fewest resources and texts is taken, and of those the shortest and calmest. A route depends on its two
 * ends and on what stands near them, on nothing else: neither on other flows nor on any order.
 */

/** How far around its two ends a flow looks for a way, in pixels. What stands further away does not concern it. */
const OUTSKIRTS = 160;
/** How far from what is between its two ends a flow may run that finds its way: past the last thing that concerns it. */
export const FARTHEST = 400;
/** Straight pieces of a Bézier while routes are compared. */
const ROUGH = 8;
/** What a radian of turning, and a side that does not face the other end, cost in pixels of length. */
const TURN = 24;
/** Pixels of `FARTHEST` that a curve may swing out beyond the points that it is led through. */
const SWING = 32;
const AVERTED = 16;

const DIRECTION: Readonly<Record<Side, Pick<Knot, 'dx' | 'dy'>>> = {
  left: { dx: -1, dy: 0 },
  right: { dx: 1, dy: 0 },
  top: { dx: 0, dy: -1 },
  bottom: { dx: 0, dy: 1 },
};

/** Where and how a flow leaves a rectangle. */
export function leaving(rect: Readonly<Rect>, side: Side): Knot {
  const { x, y } = attachPoint(rect, side);
  const { dx, dy } = DIRECTION[side];
  return { x, y, dx, dy };
}

/** Where and how a flow enters a rectangle. */
export function entering(rect: Readonly<Rect>, side: Side): Knot {
  const { x, y, dx, dy } = leaving(rect, side);
  return { x, y, dx: 0 - dx, dy: 0 - dy };
}

/** The part of the canvas that decides how a flow between two rectangles runs. */
export function surroundings(a: Readonly<Rect>, b: Readonly<Rect>): Rect {
  return grownBy(boundsOf([a, b]) ?? a, OUTSKIRTS);
}

/** A route that may be taken, and what it costs at least. */
interface Candidate {
  readonly route: Route;
  readonly knots: readonly Knot[];
  /** What it costs besides its length and turns. */
  readonly more: number;
  readonly least: number;
}

function angle(ax: number, ay: number, bx: number, by: number): number {
  const across = ax * by - ay * bx;
  const along = ax * bx + ay * by;
  // Straight on, as every run along a level.
  return across === 0 && along > 0 ? 0 : Math.abs(Math.atan2(across, along));
}

/** No curve through the knots is shorter than straight pieces between them, or turns less. */
function leastCost(knots: readonly Knot[]): number {
  let cost = 0;
  let a: Knot | undefined;
  for (const b of knots) {
    if (a) {
      const x = b.x - a.x;
      const y = b.y - a.y;
      cost += Math.sqrt(x * x + y * y) + TURN * (angle(a.dx, a.dy, x, y) + angle(x, y, b.dx, b.dy));
    }
    a = b;
  }
  return cost;
}

const onSides = (knotOn: (side: Side) => Knot): Readonly<Record<Side, Knot>> => ({
  left: knotOn('left'),
  right: knotOn('right'),
  top: knotOn('top'),
  bottom: knotOn('bottom'),
});

function candidates({ a, b }: Task, facing: Route, ways: readonly Detour[]): Candidate[] {
  const out = onSides((side) => leaving(a, side));
  const into = onSides((side) => entering(b, side));
  return ways.map(({ route, extra }) => {
    const { from, to, via } = route;
    const knots = [out[from], ...via, into[to]];
    const more = (from === facing.from ? 0 : AVERTED) + (to === facing.to ? 0 : AVERTED) + extra;
    // In thousandths: of two ways that mirror each other, rounding errors must not choose.
    const least = Math.round((leastCost(knots) + more) * 1000) / 1000;
    return { route, knots, more, least };
  });
}

/** How many resources and texts a line crosses, its own two ends among them; at most `most`. */
function crossings({ a, b, others, edges, air }: Task, line: Line, most: number): number {
  let crossed = (runsThrough(line, a, -1) ? 1 : 0) + (runsThrough(line, b, -1) ? 1 : 0);
  // Most of what stands near the ends is far from any one line between them.
  const { x, y, width, height } = grownBy(extentOf(line), air);
  const right = x + width;
  const bottom = y + height;
  for (let i = 0; i < edges.length && crossed < most; i += 4) {
    if ((edges[i] ?? 0) >= right || (edges[i + 2] ?? 0) <= x) continue;
    if ((edges[i + 1] ?? 0) >= bottom || (edges[i + 3] ?? 0) <= y) continue;
    const other = others[i / 4];
    if (other && runsThrough(line, other, air)) crossed++;
  }
  return crossed;
}

const roughLine = ({ knots }: Candidate): Line => lineOf(curveThrough(knots), ROUGH);

/** The cheapest of ways, which come with the least that each costs in order, that crosses nothing; or null. */
function clearWay(task: Task, ways: readonly Candidate[], facing: Route): Route | null {
  let best: { readonly route: Route; readonly cost: number } | null = null;
  for (const way of ways) {
    if (best && way.least >= best.cost) break;
    // Something is in its way, else no other would be looked for.
    if (way.route === facing) continue;
    const line = roughLine(way);
    if (crossings(task, line, 1) > 0) continue;
    const cost = lengthOf(line) + TURN * turningOf(line) + way.more;
    if (!best || cost < best.cost - 0.01) best = { route: way.route, cost };
  }
  return best?.route ?? null;
}

/** The way that crosses the fewest; of those the one that costs least. */
function leastCrossed(task: Task, ways: readonly Candidate[], facing: Route): Route {
  let best = { route: facing, crossed: Infinity };
  for (const way of ways) {
    const crossed = crossings(task, roughLine(way), best.crossed);
    if (crossed < best.crossed) best = { route: way.route, crossed };
  }
  return best.route;
}

function search(a: Readonly<Rect>, b: Readonly<Rect>, others: readonly Readonly<Rect>[], air: number): Route {
  const facing: Route = { ...flowSides(a, b), via: [] };
  if (overlaps(a, b)) return facing;
  const line = lineOf(curveThrough([leaving(a, facing.from), entering(b, facing.to)]), ROUGH);
  const extent = grownBy(extentOf(line), air);
  const inTheWay: Readonly<Rect>[] = [];
  const aside: Readonly<Rect>[] = [];
  for (const other of others) {
    const isInTheWay = overlaps(extent, other) && runsThrough(line, other, air);
    (isInTheWay ? inTheWay : aside).push(other);
  }
  if (inTheWay.length === 0) return facing;
  // What is in the way of the first is likely to be in the way of others: looked at first, it saves looking further.
  // Past a text of any width it would be a long way: rather through it.
  const limit = grownBy(boundsOf([a, b]) ?? a, FARTHEST - SWING);
  const ordered = [...inTheWay, ...aside];
  const task: Task = { a, b, others: ordered, edges: edgesOf(ordered), air, limit };
  const ways = candidates(task, facing, [{ route: facing, extra: 0 }, ...detours(task, facing)]);
  ways.sort((one, other) => one.least - other.least);
  return clearWay(task, ways, facing) ?? leastCrossed(task, ways, facing);
}

const reversed = ({ from, to, via }: Route): Route => ({
  from: to,
  to: from,
  via: via.map(({ x, y, dx, dy }) => ({ x, y, dx: 0 - dx, dy: 0 - dy })).reverse(),
});

/**
 * The route from one rectangle to another past the `others` near them. `breadth` is what flows between the two take up
 * on either side of it, in pixels. The way back is the same way.
 */
export function findRoute(
  a: Readonly<Rect>,
  b: Readonly<Rect>,
  others: readonly Readonly<Rect>[],
  breadth: number,
): Route {
  const isBack = b.x < a.x || (b.x === a.x && b.y < a.y);
  return isBack ? reversed(search(b, a, others, AIR + breadth)) : search(a, b, others, AIR + breadth);
}
