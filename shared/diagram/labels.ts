import { BOUNDARY_HEADER, type Rect, rectAt } from './geometry.ts';
import type { Boundary } from './schema.ts';

/** Pixels of a character in the heading of a boundary, on the wide side. */
const CHARACTER = 7;
/** Icon and gaps. */
const BESIDE_NAME = 52;
const ROLLUP = { width: 60, height: BOUNDARY_HEADER };
/** How far the signs of a resource reach beyond its card, and how much of its upper and lower edge they take. */
const SIGNS = { above: 12, below: 9, right: 10, width: 72 };

/** Where a boundary has its icon, its name and its kind. */
export function headingOf({ name, kind }: Boundary, { x, y, width }: Readonly<Rect>): Rect {
  const words = BESIDE_NAME + (name.length + kind.length) * CHARACTER;
  return { x, y, width: Math.min(words, width - ROLLUP.width), height: BOUNDARY_HEADER };
}

/** Where a boundary has the counts of what is in it. */
export const rollupOf = ({ x, y, width }: Readonly<Rect>): Rect => rectAt({ x: x + width - ROLLUP.width, y }, ROLLUP);

/** Where a resource has its counts and its badge. */
export const signsOf = ({ x, y, width, height }: Readonly<Rect>): Rect => ({
  x: x + width - SIGNS.width,
  y: y - SIGNS.above,
  width: SIGNS.width + SIGNS.right,
  height: SIGNS.above + height + SIGNS.below,
});
