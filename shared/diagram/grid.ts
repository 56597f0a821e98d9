import { overlaps, type Rect } from './geometry.ts';

/** Rectangles by where they lie: asking for those near a place costs what is there, however many there are in all. */
export interface Grid<T extends Readonly<Rect> = Readonly<Rect>> {
  add(rect: T): void;
  /** Takes out a rectangle that was added: this object, not one like it. */
  remove(rect: T): void;
  /** Rectangles that overlap this one, each once, in no particular order. */
  overlapping(rect: Readonly<Rect>): readonly T[];
}

const CELL = 256;
/** More than any picture has, so that no two cells share a number. */
const ROWS = 2 ** 24;
/** A rectangle over more cells than this is looked at always. */
const MOST_CELLS = 4096;

/** Numbers of the cells that a rectangle touches; null for too many. */
function cellsOf({ x, y, width, height }: Readonly<Rect>): readonly number[] | null {
  const cells: number[] = [];
  const [left, right] = [Math.floor(x / CELL), Math.floor((x + width) / CELL)];
  const [top, bottom] = [Math.floor(y / CELL), Math.floor((y + height) / CELL)];
  if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS) return null;
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) cells.push(column * ROWS + row);
  }
  return cells;
}

/** A grid in which these rectangles lie. */
export function createGrid<T extends Readonly<Rect> = Readonly<Rect>>(rects: Iterable<T> = []): Grid<T> {
  const cells = new Map<number, Set<T>>();
  const all = new Set<T>();
  const wide = new Set<T>();
  const add = (rect: T): void => {
    all.add(rect);
    const own = cellsOf(rect);
    if (own === null) wide.add(rect);
    for (const cell of own ?? []) {
      const there = cells.get(cell);
      if (there) there.add(rect);
      else cells.set(cell, new Set([rect]));
    }
  };
  for (const rect of rects) add(rect);
  return {
    add,
    remove(rect) {
      all.delete(rect);
      wide.delete(rect);
      for (const cell of cellsOf(rect) ?? []) cells.get(cell)?.delete(rect);
    },
    overlapping(rect) {
      const own = cellsOf(rect);
      if (own === null) return [...all].filter((each) => overlaps(each, rect));
      const found: T[] = [];
      for (const each of wide) if (overlaps(each, rect)) found.push(each);
      for (const cell of own) for (const each of cells.get(cell) ?? []) if (overlaps(each, rect)) found.push(each);
      // What lies in several cells was found in each of them.
      return own.length === 1 ? found : [...new Set(found)];
    },
  };
}
