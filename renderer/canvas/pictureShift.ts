import type { Size } from '../../shared/diagram/schema.ts';

/** Where a view of the canvas stands, as React Flow says it. */
export type View = readonly [x: number, y: number, zoom: number];

/** How far the picture of a view reaches beyond each of its sides, as a part of it. */
export const BEYOND = 0.25;
/** Between these a picture may be stretched while the view zooms; beyond, it would look wrong. */
const STRETCH = { least: 0.6, most: 1.6 };

/** How to move and stretch a picture that was painted for one view so that it shows another; null where that leaves gaps. */
export function pictureShift(size: Size, painted: View, view: View) {
  const scale = view[2] / painted[2];
  if (scale < STRETCH.least || scale > STRETCH.most) return null;
  /** Along one axis, how far the edge of the picture goes from where it was; null when the picture ends in view. */
  const along = (length: number, before: number, now: number): number | null => {
    const start = now - (before + length * BEYOND) * scale;
    const isWhole = start <= 0 && start + length * (1 + 2 * BEYOND) * scale >= length;
    return isWhole ? start + length * BEYOND : null;
  };
  const x = along(size.width, painted[0], view[0]);
  const y = along(size.height, painted[1], view[1]);
  return x === null || y === null ? null : { x, y, scale };
}
