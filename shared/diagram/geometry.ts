import type { Position, Size, TextBox } from './schema.ts';

/** Every resource has this size, in pixels at 100 % zoom. */
export const RESOURCE_SIZE: Readonly<Size> = { width: 176, height: 64 };
/** Size of a boundary when it is dropped. */
export const BOUNDARY_SIZE: Readonly<Size> = { width: 480, height: 320 };
export const BOUNDARY_MIN: Readonly<Size> = { width: 224, height: 128 };
/** Size of a text box when it is added. */
export const TEXT_SIZES: Readonly<Record<TextBox['style'], Readonly<Size>>> = {
  title: { width: 320, height: 48 },
  note: { width: 240, height: 96 },
};
export const TEXT_MIN: Readonly<Size> = { width: 48, height: 32 };
/** Room above the content of a boundary for its name. */
export const BOUNDARY_HEADER = 32;
/** Room between a boundary's border and its content. */
export const BOUNDARY_PADDING = 24;
/** Positions snap to multiples of this while the grid is on. */
export const GRID = 8;

export interface Rect extends Position, Size {}

/** A rectangle of this size with its upper left here. All are made alike: the engine reads such objects several times as fast. */
export const rectAt = ({ x, y }: Readonly<Position>, { width, height }: Readonly<Size>): Rect => ({
  x,
  y,
  width,
  height,
});

export const SIDES = ['left', 'right', 'top', 'bottom'] as const;
export type Side = (typeof SIDES)[number];

/** Where flows attach: the middle of a side of a rectangle, or `offset` pixels along the side from it. */
export function attachPoint(rect: Readonly<Rect>, side: Side, offset = 0): Position {
  switch (side) {
    case 'left':
      return { x: rect.x, y: rect.y + rect.height / 2 + offset };
    case 'right':
      return { x: rect.x + rect.width, y: rect.y + rect.height / 2 + offset };
    case 'top':
      return { x: rect.x + rect.width / 2 + offset, y: rect.y };
    case 'bottom':
      return { x: rect.x + rect.width / 2 + offset, y: rect.y + rect.height };
  }
}

/** The sides that a flow leaves and enters by: sideways when there is room for a curve, else up or down. */
export function flowSides(source: Readonly<Rect>, target: Readonly<Rect>): { readonly from: Side; readonly to: Side } {
  const gapX = Math.max(target.x - (source.x + source.width), source.x - (target.x + target.width));
  const gapY = Math.max(target.y - (source.y + source.height), source.y - (target.y + target.height));
  const toRight = target.x + target.width / 2 >= source.x + source.width / 2;
  const down = target.y + target.height / 2 >= source.y + source.height / 2;
  if (gapX >= 24 || gapX >= gapY) return toRight ? { from: 'right', to: 'left' } : { from: 'left', to: 'right' };
  return down ? { from: 'bottom', to: 'top' } : { from: 'top', to: 'bottom' };
}

const noMinusZero = (value: number): number => (value === 0 ? 0 : value);

/** A length in whole pixels. */
export const whole = (value: number): number => noMinusZero(Math.round(value));

/** A coordinate on the grid. */
export const snap = (value: number): number => noMinusZero(Math.round(value / GRID) * GRID);

/** A position on the grid. */
export const snapPosition = ({ x, y }: Readonly<Position>): Position => ({ x: snap(x), y: snap(y) });

/** A length that is at least as long, on the grid. */
export const snapUp = (length: number): number => Math.ceil(length / GRID) * GRID;

/** True when the point lies in the rectangle, border included. */
export const holds = (rect: Readonly<Rect>, point: Position): boolean =>
  point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y && point.y <= rect.y + rect.height;

/** True when the two rectangles share more than a border. */
export const overlaps = (a: Readonly<Rect>, b: Readonly<Rect>): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** True when the second rectangle lies in the first, touching its border at most. */
export const holdsRect = (a: Readonly<Rect>, b: Readonly<Rect>): boolean =>
  holds(a, b) && holds(a, { x: b.x + b.width, y: b.y + b.height });

/** The rectangle with this much more on all sides. */
export const grownBy = ({ x, y, width, height }: Readonly<Rect>, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** The smallest rectangle around all, or null for none. */
export function boundsOf(rects: Iterable<Readonly<Rect>>): Rect | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
