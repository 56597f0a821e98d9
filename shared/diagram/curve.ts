import type { Rect } from './geometry.ts';
import { remembered } from './remembered.ts';
import type { Position } from './schema.ts';

/** A point that a curve runs through, and the direction that it runs in there, one pixel long. */
export interface Knot extends Position {
  readonly dx: number;
  readonly dy: number;
}

/** Control points of cubic Béziers that join: 3n + 1 points for n of them. */
export type CurvePoints = readonly Readonly<Position>[];

/** A curve as short straight pieces: x, y and the length up to there, one triple a point. */
export type Line = Float64Array;

/** Straight pieces that each Bézier is cut into: an even number, so that its middle is one of the cuts. */
const PIECES = 14;

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** How far a lone Bézier runs on in the direction of its ends: calm, whatever the distance. */
const lone = (a: Knot, b: Knot): number => between(Math.hypot(b.x - a.x, b.y - a.y) * 0.4, 24, 160);

/** The same for a piece of a longer curve: half the way that it has to go in that direction. */
function piece(a: Knot, b: Knot, knot: Knot): number {
  const x = b.x - a.x;
  const y = b.y - a.y;
  const ahead = Math.abs(x * knot.dx + y * knot.dy);
  return Math.min(Math.max(ahead * 0.55, Math.hypot(x, y) * 0.2), 240);
}

/** The curve that runs through all knots in their directions. */
export function curveThrough(knots: readonly Knot[]): CurvePoints {
  const points: Position[] = [];
  let a: Knot | undefined;
  for (const b of knots) {
    if (a) {
      const out = knots.length === 2 ? lone(a, b) : piece(a, b, a);
      const into = knots.length === 2 ? out : piece(a, b, b);
      points.push({ x: a.x + a.dx * out, y: a.y + a.dy * out }, { x: b.x - b.dx * into, y: b.y - b.dy * into });
    }
    points.push({ x: b.x, y: b.y });
    a = b;
  }
  return points;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** SVG path data of a curve. */
export function pathOf(points: CurvePoints): string {
  const text = points.map(({ x, y }) => `${rounded(x)} ${rounded(y)}`);
  let path = `M${text[0]}`;
  for (let i = 1; i + 2 < text.length; i += 3) path += `C${text[i]} ${text[i + 1]} ${text[i + 2]}`;
  return path;
}

/** What each of the four points of a Bézier counts at the end of each of so many pieces of it. */
const weightsOf = remembered((pieces: number): Float64Array => {
  const weights = new Float64Array(4 * pieces);
  for (let k = 1; k <= pieces; k++) {
    const t = k / pieces;
    const u = 1 - t;
    weights.set([u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t], 4 * (k - 1));
  }
  return weights;
});

/** A curve of which each Bézier is cut into straight pieces; with the usual number of them good to about a pixel for curves of ordinary length. */
export function lineOf(points: CurvePoints, pieces = PIECES): Line {
  const count = Math.max(0, Math.floor((points.length - 1) / 3));
  const line = new Float64Array(3 * (count * pieces + 1));
  line[0] = points[0]?.x ?? 0;
  line[1] = points[0]?.y ?? 0;
  const weights = weightsOf(pieces);
  let beforeX = points[0]?.x ?? 0;
  let beforeY = points[0]?.y ?? 0;
  let length = 0;
  let at = 3;
  for (let i = 0; i < count; i++) {
    const a = points[3 * i];
    const b = points[3 * i + 1];
    const c = points[3 * i + 2];
    const d = points[3 * i + 3];
    if (!a || !b || !c || !d) continue;
    for (let k = 0; k < weights.length; k += 4) {
      const p = weights[k] ?? 0;
      const q = weights[k + 1] ?? 0;
      const r = weights[k + 2] ?? 0;
      const s = weights[k + 3] ?? 0;
      const x = p * a.x + q * b.x + r * c.x + s * d.x;
      const y = p * a.y + q * b.y + r * c.y + s * d.y;
      const stepX = x - beforeX;
      const stepY = y - beforeY;
      // Not hypot, which is several times as slow.
      length += Math.sqrt(stepX * stepX + stepY * stepY);
      line[at] = x;
      line[at + 1] = y;
      line[at + 2] = length;
      at += 3;
      beforeX = x;
      beforeY = y;
    }
  }
  return line;
}

/** How long a line is, in pixels. */
export const lengthOf = (line: Line): number => line.at(-1) ?? 0;

/** How much a line turns in all, in radians. */
export function turningOf(line: Line): number {
  let turning = 0;
  let beforeX = 0;
  let beforeY = 0;
  for (let i = 3; i < line.length; i += 3) {
    const x = (line[i] ?? 0) - (line[i - 3] ?? 0);
    const y = (line[i + 1] ?? 0) - (line[i - 2] ?? 0);
    if (i > 3) turning += Math.abs(Math.atan2(beforeX * y - beforeY * x, beforeX * x + beforeY * y));
    beforeX = x;
    beforeY = y;
  }
  return turning;
}

/** The point at a part of a line's length: 0 its start, 0.5 its middle, 1 its end. */
export function pointAlong(line: Line, part: number): Position {
  const wanted = between(part, 0, 1) * lengthOf(line);
  for (let i = 3; i < line.length; i += 3) {
    const [from, to] = [line[i - 1] ?? 0, line[i + 2] ?? 0];
    if (to < wanted && i + 3 < line.length) continue;
    const share = to === from ? 0 : (wanted - from) / (to - from);
    const [x, y] = [line[i - 3] ?? 0, line[i - 2] ?? 0];
    return { x: rounded(x + ((line[i] ?? 0) - x) * share), y: rounded(y + ((line[i + 1] ?? 0) - y) * share) };
  }
  return { x: line[0] ?? 0, y: line[1] ?? 0 };
}

/** The distance of a point to a line, in pixels. */
export function distanceTo(line: Line, { x, y }: Readonly<Position>): number {
  let nearest = Infinity;
  for (let i = 3; i < line.length; i += 3) {
    const [ax, ay] = [line[i - 3] ?? 0, line[i - 2] ?? 0];
    const [dx, dy] = [(line[i] ?? 0) - ax, (line[i + 1] ?? 0) - ay];
    const square = dx * dx + dy * dy;
    const share = square === 0 ? 0 : between(((x - ax) * dx + (y - ay) * dy) / square, 0, 1);
    nearest = Math.min(nearest, Math.hypot(ax + dx * share - x, ay + dy * share - y));
  }
  return nearest;
}

/** The smallest rectangle around a line. */
export function extentOf(line: Line): Rect {
  let [left, right] = [line[0] ?? 0, line[0] ?? 0];
  let [top, bottom] = [line[1] ?? 0, line[1] ?? 0];
  for (let i = 3; i < line.length; i += 3) {
    const x = line[i] ?? 0;
    const y = line[i + 1] ?? 0;
    if (x < left) left = x;
    else if (x > right) right = x;
    if (y < top) top = y;
    else if (y > bottom) bottom = y;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
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
