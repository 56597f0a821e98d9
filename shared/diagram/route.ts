import { curveThrough, type Knot, type Line, lengthOf, lineOf, turningOf } from './curve.ts';
import { attachPoint, boundsOf, flowSides, overlaps, type Rect, type Side } from './geometry.ts';

/*
 * How a flow finds its way. A curve between the sides that face each other is taken when it touches nothing. Else others
 * are tried: curves between other sides, then curves that run along a free level (or upright) beside what is in the way.
 * The one that crosses the fewest resources is taken, and of those the shortest and calmest. A route depends on its two
 * ends and on what stands near them, on nothing else: neither on other flows nor on any order.
 */

/** The sides that a flow leaves and enters by, and what it runs through in between. */
export interface Route {
  readonly from: Side;
  readonly to: Side;
  readonly via: readonly Knot[];
}

/** How far around its two ends a flow looks for a way, in pixels. What stands further away does not concern it. */
const OUTSKIRTS = 160;
/** Pixels that stay free between a flow and a resource that it passes. */
const AIR = 8;
/** Pixels between a level run and what it passes: as far off as there is room for. */
const PASSING = [28, 14] as const;
/** Pixels in which a flow swings from a side onto a level run. */
const SWINGS = [72, 40] as const;
/** The same from a top or bottom side. */
const QUARTER = 48;
/** Free levels that are tried. */
const MOST_LEVELS = 4;
/** Straight pieces of a Bézier while routes are compared. */
const ROUGH = 8;
/** What a radian of turning, and a side that does not face the other end, cost in pixels of length. */
const TURN = 24;
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
  const { x, y, width, height } = boundsOf([a, b]) ?? a;
  return { x: x - OUTSKIRTS, y: y - OUTSKIRTS, width: width + 2 * OUTSKIRTS, height: height + 2 * OUTSKIRTS };
}

/** True when a line runs through a rectangle that is this much larger on all sides. */
export function runsThrough(line: Line, { x, y, width, height }: Readonly<Rect>, air: number): boolean {
  const left = x - air;
  const right = x + width + air;
  const top = y - air;
  const bottom = y + height + air;
  for (let i = 3; i < line.length; i += 3) {
    const ax = line[i - 3] ?? 0;
    const ay = line[i - 2] ?? 0;
    const bx = line[i] ?? 0;
    const by = line[i + 1] ?? 0;
    if ((ax <= left && bx <= left) || (ax >= right && bx >= right)) continue;
    if ((ay <= top && by <= top) || (ay >= bottom && by >= bottom)) continue;
    // The part of the piece between left and right, and of that the one between top and bottom.
    const acrossA = ax === bx ? 0 : (left - ax) / (bx - ax);
    const acrossB = ax === bx ? 1 : (right - ax) / (bx - ax);
    const alongA = ay === by ? 0 : (top - ay) / (by - ay);
    const alongB = ay === by ? 1 : (bottom - ay) / (by - ay);
    const enter = Math.max(0, Math.min(acrossA, acrossB), Math.min(alongA, alongB));
    const leave = Math.min(1, Math.max(acrossA, acrossB), Math.max(alongA, alongB));
    if (enter < leave) return true;
  }
  return false;
}

/** What a search is about. */
interface Task {
  readonly a: Readonly<Rect>;
  readonly b: Readonly<Rect>;
  readonly others: readonly Readonly<Rect>[];
  /** What stays free around other resources. */
  readonly air: number;
}

/** A route that may be taken, and what it costs at least. */
interface Candidate {
  readonly route: Route;
  readonly knots: readonly Knot[];
  /** What its sides cost. */
  readonly averted: number;
  readonly least: number;
}

interface Rated {
  readonly route: Route;
  readonly crossed: number;
  readonly cost: number;
}

const angle = (ax: number, ay: number, bx: number, by: number): number =>
  Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by));

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

function candidate({ a, b }: Task, facing: Route, route: Route): Candidate {
  const knots = [leaving(a, route.from), ...route.via, entering(b, route.to)];
  const averted = (route.from === facing.from ? 0 : AVERTED) + (route.to === facing.to ? 0 : AVERTED);
  return { route, knots, averted, least: leastCost(knots) + averted };
}

/** How many resources a line crosses, its own two ends among them; at most `most`. */
function crossings({ a, b, others, air }: Task, line: Line, most: number): number {
  let crossed = (runsThrough(line, a, -1) ? 1 : 0) + (runsThrough(line, b, -1) ? 1 : 0);
  for (const other of others) {
    if (crossed >= most) break;
    if (runsThrough(line, other, air)) crossed++;
  }
  return crossed;
}

/** The better one of a candidate and the best so far. */
function better(task: Task, { route, knots, averted }: Candidate, best: Rated): Rated {
  const line = lineOf(curveThrough(knots), ROUGH);
  const crossed = crossings(task, line, best.crossed + 1);
  if (crossed > best.crossed) return best;
  const cost = lengthOf(line) + TURN * turningOf(line) + averted;
  return crossed === best.crossed && cost >= best.cost - 0.01 ? best : { route, crossed, cost };
}

/** Levels beside something that may be in the way, those that lead least far astray first. */
function levels({ a, b, others, air }: Task): readonly number[] {
  const all = new Set<number>();
  for (const { y, height } of [a, b, ...others]) {
    for (const passing of PASSING) all.add(y - passing - air + AIR).add(y + height + passing + air - AIR);
  }
  const middle = (a.y + a.height / 2 + b.y + b.height / 2) / 2;
  const span = Math.abs(a.y - b.y) / 2;
  // Between the two ends no level leads astray.
  const astray = (level: number): number => Math.max(span, Math.abs(level - middle));
  return [...all].sort((one, other) => astray(one) - astray(other) || one - other);
}

interface Swing {
  readonly side: Side;
  /** Where it may reach the level: the widest swing first. */
  readonly reaches: readonly number[];
}

/** The ways from a rectangle onto a level, when what it leads to lies to the right (1) or left (-1). */
function swings(rect: Readonly<Rect>, level: number, towards: number): readonly Swing[] {
  const middle = rect.x + rect.width / 2;
  const edge = middle + (towards * rect.width) / 2;
  const sideways: Swing = {
    side: towards > 0 ? 'right' : 'left',
    reaches: SWINGS.map((swing) => edge + towards * swing),
  };
  const reaches = [middle + towards * QUARTER];
  if (level < rect.y - AIR) return [sideways, { side: 'top', reaches }];
  if (level > rect.y + rect.height + AIR) return [sideways, { side: 'bottom', reaches }];
  return [sideways];
}

/** The route along a level by two swings, as wide as there is room for; null when something is in the way. */
function levelRoute(blocked: readonly Readonly<Rect>[], level: number, towards: number, out: Swing, into: Swing) {
  for (const from of out.reaches) {
    for (const to of into.reaches) {
      if (towards * (to - from) < 8) continue;
      const left = Math.min(from, to);
      const right = Math.max(from, to);
      if (blocked.some(({ x, width }) => x < right && x + width > left)) continue;
      const knot = (x: number): Knot => ({ x, y: level, dx: towards, dy: 0 });
      return { from: out.side, to: into.side, via: [knot(from), knot(to)] };
    }
  }
  return null;
}

/** Routes that run along a free level. */
function levelRoutes(task: Task): readonly Route[] {
  const { a, b, others, air } = task;
  const towards = b.x + b.width / 2 >= a.x + a.width / 2 ? 1 : -1;
  const routes: Route[] = [];
  let found = 0;
  for (const level of levels(task)) {
    const blocked = others.filter(({ y, height }) => y < level + air && y + height > level - air);
    const before = routes.length;
    for (const out of swings(a, level, towards)) {
      for (const into of swings(b, level, -towards)) {
        const route = levelRoute(blocked, level, towards, out, into);
        if (route) routes.push(route);
      }
    }
    if (routes.length > before && ++found === MOST_LEVELS) break;
  }
  return routes;
}

const TURNED: Readonly<Record<Side, Side>> = { left: 'top', top: 'left', right: 'bottom', bottom: 'right' };
const turnedRect = ({ x, y, width, height }: Readonly<Rect>): Rect => ({ x: y, y: x, width: height, height: width });
const turnedRoute = ({ from, to, via }: Route): Route => ({
  from: TURNED[from],
  to: TURNED[to],
  via: via.map(({ x, y, dx, dy }) => ({ x: y, y: x, dx: dy, dy: dx })),
});

/** Routes that run along a free upright: the same with x for y. */
const uprightRoutes = ({ a, b, others, air }: Task): readonly Route[] =>
  levelRoutes({ a: turnedRect(a), b: turnedRect(b), others: others.map(turnedRect), air }).map(turnedRoute);

/** The sides of a rectangle that do not lead away from another one; those that a reader expects first. */
const sidesTowards = (rect: Readonly<Rect>, other: Readonly<Rect>): readonly Side[] => [
  ...(other.x + other.width > rect.x ? (['right'] as const) : []),
  ...(other.x < rect.x + rect.width ? (['left'] as const) : []),
  ...(other.y + other.height > rect.y ? (['bottom'] as const) : []),
  ...(other.y < rect.y + rect.height ? (['top'] as const) : []),
];

/** Curves without a stop between any two sides. */
const directRoutes = ({ a, b }: Task): readonly Route[] =>
  sidesTowards(a, b).flatMap((from) => sidesTowards(b, a).map((to) => ({ from, to, via: [] })));

function search(a: Readonly<Rect>, b: Readonly<Rect>, others: readonly Readonly<Rect>[], air: number): Route {
  const facing: Route = { ...flowSides(a, b), via: [] };
  if (overlaps(a, b)) return facing;
  const line = lineOf(curveThrough([leaving(a, facing.from), entering(b, facing.to)]), ROUGH);
  const inTheWay = others.filter((other) => runsThrough(line, other, air));
  if (inTheWay.length === 0) return facing;
  // What is in the way of the first is likely to be in the way of others: looked at first, it saves looking further.
  const task: Task = { a, b, others: [...new Set([...inTheWay, ...others])], air };
  let best: Rated = { route: facing, crossed: crossings(task, line, Infinity), cost: Infinity };
  const ways = [facing, ...directRoutes(task), ...levelRoutes(task), ...uprightRoutes(task)].map((route) =>
    candidate(task, facing, route),
  );
  ways.sort((one, other) => one.least - other.least);
  for (const way of ways) {
    if (best.crossed === 0 && way.least >= best.cost) break;
    best = better(task, way, best);
  }
  return best.route;
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
