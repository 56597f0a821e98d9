import { lengthOf, pointAlong } from './curve.ts';
import type { FlowShape } from './flowShape.ts';
import { boundsOf, grownBy, holdsRect, overlaps, type Rect } from './geometry.ts';
import { createGrid } from './grid.ts';
import { remembered } from './remembered.ts';
import type { Flow, Position } from './schema.ts';

/*
 * Where the pills of flows stand. Each has a home: the first place on its flow that nothing stands on. Where two homes
 * overlap the later flow gives way: to a place that neither anything stands on, nor any home, nor a pill that gave way
 * before it. So a pill depends on what is near it and on nothing further away, and no two cover each other where there
 * is room.
 */

/** Height of a pill on the canvas, in pixels. */
export const PILL_HEIGHT = 20;
/** Pixels that stay free around a pill. */
const AIR = 2;
/** How many steps along from where it stands best, the nearest first. */
const STEPS = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6];
/** How long a step is: a part of the flow's length, but so many pixels at most that a pill stays near its middle. */
const STEP = { part: 0.06, most: 48 };
/** Pixels above and below the flow, for where there is no room on it. */
const BESIDE = [0, -20, 20, -40, 40];
/** Half of what stays free at both ends of a flow, for its arrow. */
const END = 10;
/** Pixels around a place in which the homes of pills are found at once: its neighbours are asked for next. */
const AROUND = 128;

/** Where a pill stands, and which of the things that it may say has room there. */
export interface PillPlace extends Position {
  readonly wording: number;
  /** The part of the flow's length that it stands at, or beside. */
  readonly part: number;
}

/** What the places of all pills follow from. */
export interface PillTask {
  /** Earlier ones stay where later ones give way. */
  readonly flows: readonly Flow[];
  readonly shapeOf: (id: string) => FlowShape | null;
  /** Where a flow can run at all, found without its shape; null for one that is not drawn. */
  readonly reachOf: (flow: Flow) => Readonly<Rect> | null;
  /** Widths of what a pill may say, the most telling first; none for a flow without a pill. */
  readonly widthsOf: (flow: Flow) => readonly number[];
  /** What no pill may cover, of what lies in an area or touches it. */
  readonly standing: (area: Readonly<Rect>) => readonly Readonly<Rect>[];
}

const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 };

interface Point extends Position {
  readonly part: number;
}

/** A pill, and the area that all its possible places lie in. */
interface Pill extends Rect {
  readonly order: number;
  readonly widths: readonly number[];
  readonly points: readonly Point[];
  /** What stands in the area. */
  readonly standing: () => readonly Readonly<Rect>[];
  readonly home: PillPlace;
}

/** The room that a pill takes at its home. */
interface Room extends Rect {
  readonly pill: Pill;
}

/** The room of a pill of this width with its middle at a point. */
export const pillRect = ({ x, y }: Readonly<Position>, width: number): Rect => ({
  x: x - width / 2,
  y: y - PILL_HEIGHT / 2,
  width,
  height: PILL_HEIGHT,
});

const pointsOf = new WeakMap<FlowShape, readonly Point[]>();

/** The points of a flow that its pill may stand at, the best first. A flow that runs as before has the same. */
function pointsOn(shape: FlowShape): readonly Point[] {
  const known = pointsOf.get(shape);
  if (known) return known;
  const { line, pillAt } = shape;
  const step = Math.min(STEP.part, STEP.most / Math.max(1, lengthOf(line)));
  const points = STEPS.map((count) => pillAt + count * step)
    .filter((part) => part > 0.1 && part < 0.9)
    .map((part) => ({ part, ...pointAlong(line, part) }));
  pointsOf.set(shape, points);
  return points;
}

const roomAt = (place: PillPlace, widths: readonly number[]): Rect => pillRect(place, widths[place.wording] ?? 0);

const endRect = ({ x, y }: Readonly<Position>): Rect => ({ x: x - END, y: y - END, width: 2 * END, height: 2 * END });

/** The room of all pills of these widths at the points and beside them. */
function areaOf(points: readonly Point[], widths: readonly number[]): Rect {
  const all = boundsOf(points.map((point) => pillRect(point, Math.max(...widths))));
  const farthest = Math.max(...BESIDE);
  return all ? grownBy({ ...all, y: all.y - farthest, height: all.height + 2 * farthest }, AIR) : NOWHERE;
}

/** True when a pill of this width with its middle at a point has nothing of these under it or close to it. */
function isFree({ x, y }: Readonly<Position>, width: number, taken: readonly Readonly<Rect>[]): boolean {
  // Without an object for each place: hundreds are looked at for one pill where it is crowded.
  const [left, right] = [x - width / 2 - AIR, x + width / 2 + AIR];
  const [top, bottom] = [y - PILL_HEIGHT / 2 - AIR, y + PILL_HEIGHT / 2 + AIR];
  return !taken.some((r) => r.x < right && r.x + r.width > left && r.y < bottom && r.y + r.height > top);
}

/** The best place that nothing takes: on the flow with as many words as there is room for, else beside it. */
function freePlace(points: readonly Point[], widths: readonly number[], taken: readonly Readonly<Rect>[]) {
  for (const by of BESIDE) {
    for (const [wording, width] of widths.entries()) {
      for (const { part, x, y } of points) {
        const place = { part, x, y: y + by, wording };
        if (isFree(place, width, taken)) return place;
      }
    }
  }
  return null;
}

/** What the pill of a flow must keep clear of in an area. */
function standingIn(area: Readonly<Rect>, { start, end }: FlowShape, near: PillTask['standing']) {
  return [...near(area), endRect(start), endRect(end)];
}

/** True when the best place with all words is free. Most are, and a look at it alone is quick. */
function isBestFree(best: Point, width: number, shape: FlowShape, near: PillTask['standing']): boolean {
  return isFree(best, width, standingIn(grownBy(pillRect(best, width), AIR), shape, near));
}

function pillOf(order: number, shape: FlowShape, widths: readonly number[], near: PillTask['standing']): Pill {
  const points = pointsOn(shape);
  const area = areaOf(points, widths);
  let found: readonly Readonly<Rect>[] | null = null;
  const standing = () => {
    found ??= standingIn(area, shape, near);
    return found;
  };
  // Where nothing is free: the fewest words, on the flow.
  const least = () => ({ ...pointAlong(shape.line, shape.pillAt), part: shape.pillAt, wording: widths.length - 1 });
  const [best] = points;
  const home =
    best && isBestFree(best, widths[0] ?? 0, shape, near)
      ? { ...best, wording: 0 }
      : (freePlace(points, widths, standing()) ?? least());
  return { ...area, order, widths, points, standing, home };
}

const roomOf = ({ home, widths }: Pill): Rect => roomAt(home, widths);

interface Neighbours {
  readonly before: readonly Pill[];
  readonly after: readonly Pill[];
}

/** A function to the place of the pill of a flow, null for one without. Only what is near it is looked at. */
export function createPills({ flows, shapeOf, reachOf, widthsOf, standing }: PillTask) {
  const pills = new Map<string, Pill>();
  const grid = createGrid<Pill>();
  const rooms = createGrid<Room>();
  const placed = new Map<Pill, PillPlace>();
  let waiting: readonly { readonly flow: Flow; readonly order: number; readonly reach: Readonly<Rect> }[] =
    flows.flatMap((flow, order) => {
      const reach = reachOf(flow);
      return reach ? [{ flow, order, reach }] : [];
    });
  let seen: Readonly<Rect> | null = null;

  /** Finds the homes of the pills of all flows that may run where this says. */
  const revealWhere = (isNear: (reach: Readonly<Rect>, id: string) => boolean): void => {
    if (!waiting.some(({ flow, reach }) => isNear(reach, flow.id))) return;
    waiting = waiting.filter(({ flow, order, reach }) => {
      if (!isNear(reach, flow.id)) return true;
      const shape = shapeOf(flow.id);
      const widths = shape ? widthsOf(flow) : [];
      if (!shape || widths.length === 0) return false;
      const pill = pillOf(order, shape, widths, standing);
      pills.set(flow.id, pill);
      grid.add(pill);
      rooms.add({ ...roomOf(pill), pill });
      return false;
    });
  };
  /** Finds the homes of all pills that may lie in an area or touch it. */
  const reveal = (area: Readonly<Rect>): void => {
    if (seen && holdsRect(seen, area)) return;
    const around = grownBy(area, AROUND);
    seen = around;
    revealWhere((reach) => overlaps(reach, around));
  };
  /** The pills that may stand where one may, but itself: those before it, and those after it. */
  const neighbours = remembered((pill: Pill): Neighbours => {
    reveal(pill);
    const all = grid.overlapping(pill);
    return {
      before: all.filter(({ order }) => order < pill.order),
      after: all.filter(({ order }) => order > pill.order),
    };
  });
  const givesWay = remembered((pill: Pill): boolean => {
    reveal(pill);
    return rooms.overlapping(grownBy(roomOf(pill), AIR)).some((room) => room.pill.order < pill.order);
  });
  const move = (pill: Pill): PillPlace => {
    const { before, after } = neighbours(pill);
    const homes = [...before, ...after].map(roomOf);
    const moved = before.filter(givesWay).map((each) => roomAt(placed.get(each) ?? each.home, each.widths));
    return freePlace(pill.points, pill.widths, [...pill.standing(), ...homes, ...moved]) ?? pill.home;
  };
  /** A pill that gives way waits for those before it that do. Not by recursion: a chain of them may be long. */
  const settle = (pill: Pill): void => {
    const moving = new Set<Pill>([pill].filter(givesWay));
    for (const each of moving) {
      for (const other of neighbours(each).before) if (givesWay(other) && !placed.has(other)) moving.add(other);
    }
    for (const each of [...moving].sort((a, b) => a.order - b.order)) placed.set(each, move(each));
  };
  return (id: string): PillPlace | null => {
    const shape = pills.has(id) ? null : shapeOf(id);
    if (shape) reveal({ ...shape.middle, width: 0, height: 0 });
    // A flow that runs further than flows should still has its pill.
    if (shape && !pills.has(id)) revealWhere((_reach, other) => other === id);
    const pill = pills.get(id);
    if (!pill) return null;
    if (!placed.has(pill)) settle(pill);
    return placed.get(pill) ?? pill.home;
  };
}
