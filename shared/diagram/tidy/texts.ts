import { overlaps, type Rect, snapUp } from '../geometry.ts';
import type { Position, Size, TextBox } from '../schema.ts';

/** Pixels within which a note belongs to the resource beside it; less than anything else leaves between them. */
const BESIDE = 32;
/** Room between texts of a row, and between rows. */
const BETWEEN = 24;
/** Room between a resource and a note that covered it. */
const CLOSE = 8;

/** Something with a place. */
export interface Item extends Rect {
  readonly id: string;
}

/** Texts in rows, from the upper left corner of them all. */
export interface Rows extends Size {
  readonly parts: readonly { readonly id: string; readonly at: Readonly<Position> }[];
}

/** The distance between two rectangles, 0 when they touch or overlap. */
function distance(a: Readonly<Rect>, b: Readonly<Rect>): number {
  const x = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const y = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(x, y);
}

/** The item where it stands, or below what it would cover. */
function settle(item: Item, taken: readonly Item[]): Item {
  const covered = taken.filter((other) => overlaps(item, other));
  if (covered.length === 0) return item;
  return settle({ ...item, y: Math.max(...covered.map(({ y, height }) => y + height)) + CLOSE }, taken);
}

/** The nearest of the items that a note stands beside, or null. */
function nearest<T extends Item>(note: Item, items: Iterable<T>): T | null {
  let best: { readonly item: T; readonly far: number } | null = null;
  for (const item of items) {
    const far = distance(note, item);
    if (far <= BESIDE && (best === null || far < best.far)) best = { item, far };
  }
  return best?.item ?? null;
}

/**
 * Which notes go with which resource: those beside it, and those beside such notes. Titles, and notes that stand beside
 * none, are free.
 */
export function attachTexts(
  texts: readonly (Item & Pick<TextBox, 'style'>)[],
  resources: readonly Item[],
): { readonly beside: ReadonlyMap<string, readonly Item[]>; readonly free: readonly Item[] } {
  const beside = new Map<string, readonly Item[]>();
  const attach = (notes: readonly Item[], to: readonly (Item & { readonly resource: Item })[]): readonly Item[] => {
    const attached: (Item & { readonly resource: Item })[] = [];
    const left = notes.filter((note) => {
      const resource = nearest(note, to)?.resource;
      if (!resource) return true;
      const others = beside.get(resource.id) ?? [];
      const placed = settle(note, [resource, ...others]);
      beside.set(resource.id, [...others, placed]);
      attached.push({ ...placed, resource });
      return false;
    });
    return attached.length === 0 ? left : attach(left, attached);
  };
  const left = attach(
    texts.filter(({ style }) => style === 'note'),
    resources.map((resource) => ({ ...resource, resource })),
  );
  return { beside, free: [...texts.filter(({ style }) => style !== 'note'), ...left] };
}

/** Texts by rows: those that stand side by side are in one. */
function inRows(texts: readonly Item[]): readonly (readonly Item[])[] {
  const rows: Item[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const text of [...texts].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && text.y < bottom) row.push(text);
    else rows.push([text]);
    bottom = Math.max(bottom, text.y + text.height);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** Texts in the rows that they stand in now, without gaps and without overlaps. */
export function rowsOf(texts: readonly Item[]): Rows {
  const parts: { readonly id: string; readonly at: Position }[] = [];
  const size = { width: 0, height: 0 };
  for (const row of inRows(texts)) {
    const y = size.height === 0 ? 0 : size.height + BETWEEN;
    let x = 0;
    for (const { id, width, height } of row) {
      parts.push({ id, at: { x, y } });
      size.width = Math.max(size.width, snapUp(x + width));
      size.height = Math.max(size.height, snapUp(y + height));
      x += snapUp(width) + BETWEEN;
    }
  }
  return { parts, ...size };
}
