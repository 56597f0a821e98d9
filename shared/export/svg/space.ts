import type { Rect } from '../../diagram/geometry.ts';
import { createGrid } from '../../diagram/grid.ts';

/** Which parts of a picture are taken. */
export interface Space {
  isFree(rect: Readonly<Rect>): boolean;
  take(rect: Readonly<Rect>): void;
}

/** Pixels that stay free around each thing. */
const AIR = 2;

/** Room in which `taken` stands already. */
export function createSpace(taken: readonly Rect[]): Space {
  const grid = createGrid(taken);
  return {
    take: (rect) => grid.add(rect),
    isFree: ({ x, y, width, height }) =>
      grid.overlapping({ x: x - AIR, y: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR }).length === 0,
  };
}
