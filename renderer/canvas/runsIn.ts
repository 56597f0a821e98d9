import { lengthOf, lineOf } from '../../shared/diagram/curve.ts';
import type { FlowShape } from '../../shared/diagram/flowShape.ts';
import { holds, overlaps, type Rect } from '../../shared/diagram/geometry.ts';

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

/** The parts of a flow that run through an area. */
export function runsIn({ points, path: whole }: FlowShape, area: Readonly<Rect>): readonly Run[] {
  if (points.every((point) => holds(area, point))) return [{ from: 0, path: whole, isLast: true }];
  const line = lineOf(points, PIECES);
  const pointAt = (i: number) => ({ x: line[i] ?? 0, y: line[i + 1] ?? 0 });
  const runs: Run[] = [];
  let path = '';
  let from = 0;
  for (let i = 3; i < line.length; i += 3) {
    const [a, b] = [pointAt(i - 3), pointAt(i)];
    const box = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(b.x - a.x),
      height: Math.abs(b.y - a.y),
    };
    const isLast = i + 3 === line.length;
    const isIn = overlaps({ ...box, width: box.width + 1, height: box.height + 1 }, area);
    if (isIn && path === '') {
      path = `M${a.x} ${a.y}`;
      from = line[i - 1] ?? 0;
    }
    if (isIn) path += `L${b.x} ${b.y}`;
    if (path !== '' && (!isIn || isLast)) {
      runs.push({ from, path, isLast: isIn && isLast });
      path = '';
    }
  }
  return runs;
}
