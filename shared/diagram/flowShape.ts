import { type CurvePoints, curveThrough, type Knot, type Line, lengthOf, lineOf, pathOf, pointAlong } from './curve.ts';
import type { Route } from './detours.ts';
import { flowSides, type Rect, type Side } from './geometry.ts';
import type { Lane } from './lanes.ts';
import { entering, findRoute, leaving } from './route.ts';
import type { Position } from './schema.ts';

/** Pixels between the middles of two lanes, so that the pills of both can be read. */
const LANE = 24;
/** The same where flows attach. */
const ATTACH = 22;
/** Pixels of a side's ends at which no flow attaches. */
const CORNER = 10;

/** How a flow runs on the canvas, the same there, under a click, and in every export. */
export interface FlowShape {
  readonly from: Side;
  readonly to: Side;
  readonly start: Position;
  readonly end: Position;
  readonly points: CurvePoints;
  /** SVG path data. */
  readonly path: string;
  /** The same curve, cut into straight pieces. */
  readonly line: Line;
  /** The middle by length; of a flow that was led by hand, the point that it was led through. */
  readonly middle: Position;
  /** The part of its length at which its pill stands best. */
  readonly pillAt: number;
}

/** What a shape is made from. */
export interface FlowPlace {
  readonly source: Readonly<Rect>;
  readonly target: Readonly<Rect>;
  readonly lane: Lane;
  /** The point of the canvas that somebody led the flow through. */
  readonly through: Position | null;
  /** Other resources and texts near it. */
  readonly others: readonly Readonly<Rect>[];
}

const middleOf = ({ x, y, width, height }: Readonly<Rect>): Position => ({ x: x + width / 2, y: y + height / 2 });

/** The middle between two resources, which a bend is given from. */
export function middleBetween(a: Readonly<Rect>, b: Readonly<Rect>): Position {
  const [one, other] = [middleOf(a), middleOf(b)];
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

/** A knot moved to the right of the direction that it runs in. */
const beside = (knot: Knot, by: number): Knot => ({ ...knot, x: knot.x - knot.dy * by, y: knot.y + knot.dx * by });

/** How far from the middle of its side a flow attaches. */
function attachAt({ width, height }: Readonly<Rect>, side: Side, { at, of }: Lane): number {
  const length = side === 'left' || side === 'right' ? height : width;
  return at * Math.min(ATTACH, (length - 2 * CORNER) / Math.max(1, of - 1));
}

function unit(from: Readonly<Position>, to: Readonly<Position>): Pick<Knot, 'dx' | 'dy'> {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length < 1 ? { dx: 1, dy: 0 } : { dx: (to.x - from.x) / length, dy: (to.y - from.y) / length };
}

/** The route through a point: in the direction of the ends there, so that it bends once. */
function routeThrough({ source, target }: FlowPlace, point: Position): Route {
  const spot = { ...point, width: 0, height: 0 };
  const [{ from }, { to }] = [flowSides(source, spot), flowSides(spot, target)];
  return { from, to, via: [{ ...point, ...unit(leaving(source, from), entering(target, to)) }] };
}

/** A curve of one piece, bowed so that its middle is where the lane is. */
function bowed(points: CurvePoints, middle: Readonly<Position>): CurvePoints {
  const [a, b, c, d] = points;
  if (!a || !b || !c || !d) return points;
  const x = (middle.x - (a.x + 3 * b.x + 3 * c.x + d.x) / 8) / 0.75;
  const y = (middle.y - (a.y + 3 * b.y + 3 * c.y + d.y) / 8) / 0.75;
  return [a, { x: b.x + x, y: b.y + y }, { x: c.x + x, y: c.y + y }, d];
}

function pointsOf({ source, target, lane }: FlowPlace, { from, to, via }: Route, led: boolean): CurvePoints {
  const [out, into] = [leaving(source, from), entering(target, to)];
  const start = beside(out, attachAt(source, from, lane));
  const end = beside(into, attachAt(target, to, lane));
  const points = curveThrough([start, ...via.map((knot) => (led ? knot : beside(knot, lane.at * LANE))), end]);
  if (lane.at === 0 || via.length > 0) return points;
  const middle = pointAlong(lineOf(curveThrough([out, into])), 0.5);
  const to_ = beside({ ...middle, ...unit(out, into) }, lane.at * LANE);
  return bowed(points, to_);
}

/** Where pills stand: in the middle; upright neighbours are too close for that and have theirs one after the other. */
function pillPart(line: Line, lane: Lane): number {
  const [before, after] = [pointAlong(line, 0.45), pointAlong(line, 0.55)];
  const isUpright = Math.abs(after.y - before.y) > Math.abs(after.x - before.x);
  if (lane.of === 1 || !isUpright) return 0.5;
  return 0.5 + lane.at * Math.min(0.7 / lane.of, (LANE + 2) / Math.max(1, lengthOf(line)));
}

/** How far along a line its point nearest to the end of the first piece lies. */
function partOfFirst(points: CurvePoints, line: Line): number {
  const first = lengthOf(lineOf(points.slice(0, 4)));
  return first / Math.max(1, lengthOf(line));
}

/** The shape of a flow: led by hand through a point, else by the way that it finds. */
export function shapeOf(place: FlowPlace): FlowShape {
  const { source, target, lane, through, others } = place;
  const breadth = ((lane.of - 1) / 2) * LANE;
  const route = through ? routeThrough(place, through) : findRoute(source, target, others, breadth);
  const points = pointsOf(place, route, through !== null);
  const line = lineOf(points);
  const [start, end] = [points[0] ?? middleOf(source), points.at(-1) ?? middleOf(target)];
  return {
    from: route.from,
    to: route.to,
    start,
    end,
    points,
    path: pathOf(points),
    line,
    middle: through ?? pointAlong(line, 0.5),
    pillAt: through ? partOfFirst(points, line) : pillPart(line, lane),
  };
}

/** The same shape elsewhere. */
export function movedShape(shape: FlowShape, by: Readonly<Position>): FlowShape {
  const there = <T extends Position>(point: T): T => ({ ...point, x: point.x + by.x, y: point.y + by.y });
  const points = shape.points.map(there);
  return {
    ...shape,
    start: there(shape.start),
    end: there(shape.end),
    points,
    path: pathOf(points),
    line: lineOf(points),
    middle: there(shape.middle),
  };
}
