import { type Line, lengthOf, lineOf } from '../../shared/diagram/curve.ts';
import type { FlowShape } from '../../shared/diagram/flowShape.ts';
import { holds, type Rect } from '../../shared/diagram/geometry.ts';

/** A part of a flow that runs through an area. */
export interface Run {
  /** The length of the flow up to where the part begins. */
  readonly from: number;
  /** SVG path data. */
  readonly path: string;
  /** True of the part that ends where the flow does. */
  readonly isLast: boolean;
}

/** Flows of this many pixels are longer than what is in view of them. */
const LONG = 2000;
/** Straight pieces that each Bézier is drawn as: so many that it looks round where it is. */
const PIECES = 128;

/** True of a flow that is drawn only where it is in view. */
export const isLong = ({ line }: FlowShape): boolean => lengthOf(line) > LONG;

/** Flows as so many straight pieces: a view that moves asks for the same ones again and again. */
const lines = new WeakMap<FlowShape, Line>();

function piecesOf(shape: FlowShape): Line {
  const known = lines.get(shape);
  if (known) return known;
  const line = lineOf(shape.points, PIECES);
  lines.set(shape, line);
  return line;
}

/** Whether the piece of a line that ends at `i` touches an area. */
function touches(line: Line, i: number, { x, y, width, height }: Readonly<Rect>): boolean {
  const ax = line[i - 3] ?? 0;
  const ay = line[i - 2] ?? 0;
  const bx = line[i] ?? 0;
  const by = line[i + 1] ?? 0;
  return (
    Math.min(ax, bx) < x + width &&
    x < Math.max(ax, bx) + 1 &&
    Math.min(ay, by) < y + height &&
    y < Math.max(ay, by) + 1
  );
}

/** The parts of a flow that run through an area. */
export function runsIn(shape: FlowShape, area: Readonly<Rect>): readonly Run[] {
  if (shape.points.every((point) => holds(area, point))) return [{ from: 0, path: shape.path, isLast: true }];
  const line = piecesOf(shape);
  const runs: Run[] = [];
  let path = '';
  let from = 0;
  for (let i = 3; i < line.length; i += 3) {
    const isLast = i + 3 === line.length;
    const isIn = touches(line, i, area);
    if (isIn && path === '') {
      path = `M${line[i - 3]} ${line[i - 2]}`;
      from = line[i - 1] ?? 0;
    }
    if (isIn) path += `L${line[i]} ${line[i + 1]}`;
    if (path !== '' && (!isIn || isLast)) {
      runs.push({ from, path, isLast: isIn && isLast });
      path = '';
    }
  }
  return runs;
}
