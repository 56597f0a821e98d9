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
/** A rectangle over more cells than this is looked at always. */
const MOST_CELLS = 4096;
/** More than that, so that no two cells of one rectangle share a number; no more, as engines are quick with small numbers. */
const ROWS = 2 * MOST_CELLS;

const cellAt = (value: number): number => Math.floor(value / CELL);

/** Numbers of the cells that a rectangle touches; null for too many. */
function cellsOf({ x, y, width, height }: Readonly<Rect>): readonly number[] | null {
  const cells: number[] = [];
  const [left, right] = [cellAt(x), cellAt(x + width)];
  const [top, bottom] = [cellAt(y), cellAt(y + height)];
  if ((right - left + 1) * (bottom - top + 1) > MOST_CELLS) return null;
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) cells.push(column * ROWS + row);
  }
  return cells;
}

/** The number of the first cell that two rectangles share. */
const firstShared = (a: Readonly<Rect>, b: Readonly<Rect>): number =>
  cellAt(Math.max(a.x, b.x)) * ROWS + cellAt(Math.max(a.y, b.y));

/** A grid in which these rectangles lie. */
export function createGrid<T extends Readonly<Rect> = Readonly<Rect>>(rects: Iterable<T> = []): Grid<T> {
  const cells = new Map<number, T[]>();
  const all = new Set<T>();
  const wide = new Set<T>();
  const add = (rect: T): void => {
    if (all.has(rect)) return;
    all.add(rect);
    const own = cellsOf(rect);
    if (own === null) wide.add(rect);
    for (const cell of own ?? []) {
      const there = cells.get(cell);
      if (there) there.push(rect);
      else cells.set(cell, [rect]);
    }
  };
  for (const rect of rects) add(rect);
  return {
    add,
    remove(rect) {
      all.delete(rect);
      wide.delete(rect);
      for (const cell of cellsOf(rect) ?? []) {
        const there = cells.get(cell);
        const at = there?.indexOf(rect) ?? -1;
        if (at >= 0) there?.splice(at, 1);
      }
    },
    overlapping(rect) {
      const own = cellsOf(rect);
      if (own === null) return [...all].filter((each) => overlaps(each, rect));
      const found: T[] = [];
      for (const each of wide) if (overlaps(each, rect)) found.push(each);
      for (const cell of own) {
        for (const each of cells.get(cell) ?? []) {
          // What lies in several of the cells is there in each of them.
          if (overlaps(each, rect) && firstShared(each, rect) === cell) found.push(each);
        }
      }
      return found;
    },
  };
}
