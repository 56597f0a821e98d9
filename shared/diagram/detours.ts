import type { Knot } from './curve.ts';
import type { Rect, Side } from './geometry.ts';

/** The sides that a flow leaves and enters by, and what it runs through in between. */
export interface Route {
  readonly from: Side;
  readonly to: Side;
  readonly via: readonly Knot[];
}

/** Pixels that stay free between a flow and a resource that it passes. */
export const AIR = 8;
/**
 * Pixels between a level run and what it passes. Long flows pass further off than short ones, so that several beside the
 * same resources do not run in one line; all keep closer where there is no room.
 */
const NEAR = [24, 14] as const;
const farOff = (distance: number): number => Math.round(Math.min(Math.max(12 + 0.03 * distance, 24), 56));
/** What a pixel nearer than that costs, in pixels of length. */
const CLOSENESS = 4;
/** Pixels in which a flow swings from a side onto a level run. */
const SWINGS = [72, 40] as const;
/** The same from a top or bottom side. */
const QUARTER = 48;
/** Free levels that are tried. */
const MOST_LEVELS = 6;
/** Pixels of a level that a route runs along at least. */
const SHORTEST = 8;

/** What a search is about. */
export interface Task {
  readonly a: Readonly<Rect>;
  readonly b: Readonly<Rect>;
  readonly others: readonly Readonly<Rect>[];
  /** Where those begin and end. */
  readonly edges: Edges;
  /** What stays free around other resources. */
  readonly air: number;
  /** What no route leads out of. */
  readonly limit: Readonly<Rect>;
}

/** Left, top, right and bottom of rectangles, one after the other. */
export type Edges = Float64Array;

/** The edges of these rectangles: a search goes through them so often that bare numbers pay. */
export function edgesOf(rects: readonly Readonly<Rect>[]): Edges {
  const edges = new Float64Array(4 * rects.length);
  let at = 0;
  for (const { x, y, width, height } of rects) {
    edges[at++] = x;
    edges[at++] = y;
    edges[at++] = x + width;
    edges[at++] = y + height;
  }
  return edges;
}

/** A way that may be taken, and what it costs besides its length and turns. */
export interface Detour {
  readonly route: Route;
  readonly extra: number;
}

/** How a flow gets from a rectangle onto a level, or from there into it. */
interface Swing {
  readonly side: Side;
  /** Where it may reach the level: the widest swing first. */
  readonly reaches: readonly number[];
}

/** The swings of a rectangle: onto any level, and onto those above and below it. */
interface Swings {
  readonly sideways: Swing;
  readonly up: Swing;
  readonly down: Swing;
}

/** The swings of a rectangle when what it leads to lies to the right (1) or left (-1). */
function swingsOf(rect: Readonly<Rect>, towards: number): Swings {
  const middle = rect.x + rect.width / 2;
  const edge = middle + (towards * rect.width) / 2;
  const reaches = [middle + towards * QUARTER];
  return {
    sideways: { side: towards > 0 ? 'right' : 'left', reaches: SWINGS.map((swing) => edge + towards * swing) },
    up: { side: 'top', reaches },
    down: { side: 'bottom', reaches },
  };
}

/** The swings between a rectangle and one level. */
function swingsOnto(level: number, rect: Readonly<Rect>, { sideways, up, down }: Swings): readonly Swing[] {
  if (level < rect.y - AIR) return [sideways, up];
  if (level > rect.y + rect.height + AIR) return [sideways, down];
  return [sideways];
}

/** The route along a level by two swings, as wide as there is room for; null when something is in the way. */
function levelRoute(blocked: readonly Readonly<Rect>[], level: number, towards: number, out: Swing, into: Swing) {
  for (const from of out.reaches) {
    for (const to of into.reaches) {
      if (towards * (to - from) < SHORTEST) continue;
      const left = Math.min(from, to);
      const right = Math.max(from, to);
      if (blocked.some(({ x, width }) => x < right && x + width > left)) continue;
      const knot = (x: number): Knot => ({ x, y: level, dx: towards, dy: 0 });
      return { from: out.side, to: into.side, via: [knot(from), knot(to)] };
    }
  }
  return null;
}

/** What a search learns by looking along a level. */
interface Levels {
  /** What stands somewhere on a level; null when no route along it is free. */
  readonly blockedAt: (level: number) => readonly Readonly<Rect>[] | null;
  /** The free routes along a level where this stands. */
  readonly routesAt: (level: number, blocked: readonly Readonly<Rect>[]) => readonly Route[];
}

/** Looks along levels; null when there is no room for a run on any, whatever stands there. */
function createLevels({ a, b, others, edges, air }: Task): Levels | null {
  const towards = b.x + b.width / 2 >= a.x + a.width / 2 ? 1 : -1;
  const [outOf, intoOf] = [swingsOf(a, towards), swingsOf(b, -towards)];
  const reached = ({ sideways, up }: Swings) => [...sideways.reaches, ...up.reaches].map((x) => towards * x);
  const [starts, ends] = [reached(outOf), reached(intoOf)];
  if (Math.max(...ends) - Math.min(...starts) < SHORTEST) return null;
  // The part of a level that all routes run along, if they share any.
  const [start, end] = [Math.max(...starts), Math.min(...ends)];
  const isShared = end - start >= SHORTEST;
  const left = isShared ? Math.min(towards * start, towards * end) : Infinity;
  const right = isShared ? Math.max(towards * start, towards * end) : -Infinity;

  const routesAt: Levels['routesAt'] = (level, blocked) => {
    const routes: Route[] = [];
    for (const out of swingsOnto(level, a, outOf)) {
      for (const into of swingsOnto(level, b, intoOf)) {
        const route = levelRoute(blocked, level, towards, out, into);
        if (route) routes.push(route);
      }
    }
    return routes;
  };
  const blockedAt: Levels['blockedAt'] = (level) => {
    const top = level - air;
    const bottom = level + air;
    const blocked: Readonly<Rect>[] = [];
    for (let i = 0; i < edges.length; i += 4) {
      if ((edges[i + 1] ?? 0) >= bottom || (edges[i + 3] ?? 0) <= top) continue;
      if ((edges[i] ?? 0) < right && (edges[i + 2] ?? 0) > left) return null;
      const other = others[i / 4];
      if (other) blocked.push(other);
    }
    return isShared || routesAt(level, blocked).length > 0 ? blocked : null;
  };
  return { blockedAt, routesAt };
}

/** Calls with each level beside something that may be in the way and its extra cost; those that cost less first. */
function eachLevel({ a, b, others, air }: Task, call: (level: number, extra: number) => void): void {
  // What stands side by side shares its edges.
  const tops = new Set([a.y, b.y]);
  const bottoms = new Set([a.y + a.height, b.y + b.height]);
  for (const { y, height } of others) {
    tops.add(y);
    bottoms.add(y + height);
  }
  const far = farOff(Math.hypot(a.x - b.x, a.y - b.y));
  for (const passing of [far, ...NEAR]) {
    const extra = CLOSENESS * (far - passing);
    for (const top of tops) call(top - passing - air + AIR, extra);
    for (const bottom of bottoms) call(bottom + passing + air - AIR, extra);
  }
}

/** One of the levels that lead least far astray. */
interface Run {
  readonly level: number;
  /** How far from the middle between the two ends it leads. */
  readonly astray: number;
  readonly extra: number;
  readonly blocked: readonly Readonly<Rect>[];
}

/** Routes that run along a free level: along those that lead least far astray. */
function levelRoutes(task: Task): readonly Detour[] {
  const { a, b, limit } = task;
  const levels = createLevels(task);
  if (!levels) return [];
  const middle = (a.y + a.height / 2 + b.y + b.height / 2) / 2;
  const span = Math.abs(a.y - b.y) / 2;
  const runs: Run[] = [];
  eachLevel(task, (level, extra) => {
    // Between the two ends no level leads astray.
    const astray = Math.max(span, Math.abs(level - middle));
    const isBefore = (run: Run): boolean => astray < run.astray || (astray === run.astray && level < run.level);
    // Most levels are further astray than those that are known, and need not be looked along.
    const last = runs[MOST_LEVELS - 1];
    if ((last && !isBefore(last)) || runs.some((run) => run.level === level)) return;
    const blocked = levels.blockedAt(level);
    if (!blocked) return;
    const after = runs.findIndex(isBefore);
    runs.splice(after < 0 ? runs.length : after, 0, { level, astray, extra, blocked });
    if (runs.length > MOST_LEVELS) runs.pop();
  });
  const routes: Detour[] = [];
  for (const { level, extra, blocked } of runs) {
    if (level < limit.y || level > limit.y + limit.height) continue;
    for (const route of levels.routesAt(level, blocked)) routes.push({ route, extra });
  }
  return routes;
}

const TURNED: Readonly<Record<Side, Side>> = { left: 'top', top: 'left', right: 'bottom', bottom: 'right' };
const turnedRect = ({ x, y, width, height }: Readonly<Rect>): Rect => ({ x: y, y: x, width: height, height: width });
const turnedKnot = ({ x, y, dx, dy }: Knot): Knot => ({ x: y, y: x, dx: dy, dy: dx });
const turnedRoute = ({ from, to, via }: Route): Route => ({
  from: TURNED[from],
  to: TURNED[to],
  via: via.map(turnedKnot),
});

/** Routes that run along a free upright: the same with x for y. */
function uprightRoutes({ a, b, others, air, limit }: Task): readonly Detour[] {
  const turnedOthers = others.map(turnedRect);
  const turned: Task = {
    a: turnedRect(a),
    b: turnedRect(b),
    others: turnedOthers,
    edges: edgesOf(turnedOthers),
    air,
    limit: turnedRect(limit),
  };
  return levelRoutes(turned).map(({ route, extra }) => ({ route: turnedRoute(route), extra }));
}

/** The sides of a rectangle that do not lead away from another one; those that a reader expects first. */
const sidesTowards = (rect: Readonly<Rect>, other: Readonly<Rect>): readonly Side[] => [
  ...(other.x + other.width > rect.x ? (['right'] as const) : []),
  ...(other.x < rect.x + rect.width ? (['left'] as const) : []),
  ...(other.y + other.height > rect.y ? (['bottom'] as const) : []),
  ...(other.y < rect.y + rect.height ? (['top'] as const) : []),
];

/** Curves without a stop between any two sides but those that face each other. */
const directRoutes = ({ a, b }: Task, facing: Route): readonly Detour[] =>
  sidesTowards(a, b).flatMap((from) =>
    sidesTowards(b, a)
      .filter((to) => from !== facing.from || to !== facing.to)
      .map((to) => ({ route: { from, to, via: [] }, extra: 0 })),
  );

/** All routes worth a look besides the one between the sides that face each other. */
export const detours = (task: Task, facing: Route): readonly Detour[] => [
  ...directRoutes(task, facing),
  ...levelRoutes(task),
  ...uprightRoutes(task),
];
