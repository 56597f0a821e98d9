import { overlaps, type Rect } from '../../diagram/geometry.ts';

/** Which parts of a picture are taken. */
export interface Space {
  isFree(rect: Readonly<Rect>): boolean;
  take(rect: Readonly<Rect>): void;
}

const CELL = 160;
/** More than any picture has, so that no two cells share a number. */
const ROWS = 2 ** 24;
/** Pixels that stay free around each thing. */
const AIR = 2;

/** A rectangle over more cells than this is kept apart: a text may be as large as the canvas. */
const MOST = 400;

const isLarge = ({ width, height }: Readonly<Rect>): boolean => (width / CELL) * (height / CELL) > MOST;

/** Numbers of the cells that a rectangle touches. */
function cellsOf({ x, y, width, height }: Readonly<Rect>): readonly number[] {
  const cells: number[] = [];
  for (let column = Math.floor(x / CELL); column * CELL < x + width; column++) {
    for (let row = Math.floor(y / CELL); row * CELL < y + height; row++) cells.push(column * ROWS + row);
  }
  return cells;
}

/** Room in which `taken` stands already. */
export function createSpace(taken: readonly Rect[]): Space {
  const cells = new Map<number, Rect[]>();
  const large: Rect[] = [];
  const take = (rect: Readonly<Rect>): void => {
    if (isLarge(rect)) {
      large.push(rect);
      return;
    }
    for (const cell of cellsOf(rect)) {
      const there = cells.get(cell);
      if (there) there.push(rect);
      else cells.set(cell, [rect]);
    }
  };
  for (const rect of taken) take(rect);
  return {
    take,
    isFree({ x, y, width, height }) {
      const wide = { x: x - AIR, y: y - AIR, width: width + 2 * AIR, height: height + 2 * AIR };
      for (const cell of cellsOf(wide)) if (cells.get(cell)?.some((each) => overlaps(each, wide))) return false;
      return !large.some((each) => overlaps(each, wide));
    },
  };
}
