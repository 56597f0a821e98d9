import { pointAlong } from './curve.ts';
import type { FlowShape } from './flowShape.ts';
import { overlaps } from './geometry.ts';
import type { Position } from './schema.ts';

/** Height of a pill on the canvas, in pixels. */
export const PILL_HEIGHT = 20;
const AIR = 2;
/** How far along from where it stands best, as parts of the flow's length, the nearest first. */
const STEPS = [0, -0.06, 0.06, -0.12, 0.12, -0.18, 0.18, -0.24, 0.24, -0.3, 0.3, -0.36, 0.36];

/** Parts of a flow's length at which its pill may stand, the best first. */
export const pillParts = ({ pillAt }: FlowShape): readonly number[] =>
  STEPS.map((step) => pillAt + step).filter((part) => part > 0.1 && part < 0.9);

/** Where the middle of a pill of this width stands: on the flow, and on no resource or text where there is room beside them. */
export function pillPlace(shape: FlowShape, width: number): Position {
  const points = pillParts(shape).map((part) => pointAlong(shape.line, part));
  const isFree = ({ x, y }: Position): boolean => {
    const rect = {
      x: x - width / 2 - AIR,
      y: y - PILL_HEIGHT / 2 - AIR,
      width: width + 2 * AIR,
      height: PILL_HEIGHT + 2 * AIR,
    };
    return !shape.near.some((each) => overlaps(each, rect));
  };
  return points.find(isFree) ?? points[0] ?? shape.middle;
}
