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

/** What a search is about. */
export interface Task {
  readonly a: Readonly<Rect>;
  readonly b: Readonly<Rect>;
  readonly others: readonly Readonly<Rect>[];
  /** What stays free around other resources. */
  readonly air: number;
}

/** A way that may be taken, and what it costs besides its length and turns. */
export interface Detour {
  readonly route: Route;
  readonly extra: number;
}

/** Levels beside something that may be in the way, with their extra cost; those that lead least far astray first. */
function levels({ a, b, others, air }: Task): readonly (readonly [level: number, extra: number])[] {
  const far = farOff(Math.hypot(a.x - b.x, a.y - b.y));
  const all = new Map<number, number>();
  for (const passing of [far, ...NEAR]) {
    const extra = CLOSENESS * (far - passing);
    for (const { y, height } of [a, b, ...others]) {
      for (const level of [y - passing - air + AIR, y + height + passing + air - AIR]) {
        all.set(level, Math.min(extra, all.get(level) ?? Infinity));
      }
    }
  }
  const middle = (a.y + a.height / 2 + b.y + b.height / 2) / 2;
  const span = Math.abs(a.y - b.y) / 2;
  // Between the two ends no level leads astray.
  const astray = (level: number): number => Math.max(span, Math.abs(level - middle));
  return [...all].sort(([one], [other]) => astray(one) - astray(other) || one - other);
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
function levelRoutes(task: Task): readonly Detour[] {
  const { a, b, others, air } = task;
  const towards = b.x + b.width / 2 >= a.x + a.width / 2 ? 1 : -1;
  const routes: Detour[] = [];
  let found = 0;
  for (const [level, extra] of levels(task)) {
    const blocked = others.filter(({ y, height }) => y < level + air && y + height > level - air);
    const before = routes.length;
    for (const out of swings(a, level, towards)) {
      for (const into of swings(b, level, -towards)) {
        const route = levelRoute(blocked, level, towards, out, into);
        if (route) routes.push({ route, extra });
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
const uprightRoutes = ({ a, b, others, air }: Task): readonly Detour[] =>
  levelRoutes({ a: turnedRect(a), b: turnedRect(b), others: others.map(turnedRect), air }).map(({ route, extra }) => ({
    route: turnedRoute(route),
    extra,
  }));

/** The sides of a rectangle that do not lead away from another one; those that a reader expects first. */
const sidesTowards = (rect: Readonly<Rect>, other: Readonly<Rect>): readonly Side[] => [
  ...(other.x + other.width > rect.x ? (['right'] as const) : []),
  ...(other.x < rect.x + rect.width ? (['left'] as const) : []),
  ...(other.y + other.height > rect.y ? (['bottom'] as const) : []),
  ...(other.y < rect.y + rect.height ? (['top'] as const) : []),
];

/** Curves without a stop between any two sides. */
const directRoutes = ({ a, b }: Task): readonly Detour[] =>
  sidesTowards(a, b).flatMap((from) => sidesTowards(b, a).map((to) => ({ route: { from, to, via: [] }, extra: 0 })));

/** All routes worth a look besides the one between the sides that face each other. */
export const detours = (task: Task): readonly Detour[] => [
  ...directRoutes(task),
  ...levelRoutes(task),
  ...uprightRoutes(task),
];
