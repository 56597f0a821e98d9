import type { Size } from '../../shared/diagram/schema.ts';

/** Where a view of the canvas stands, as React Flow says it. */
export type View = readonly [x: number, y: number, zoom: number];

/** How to move what was drawn for one view, and then to scale it around the origin of that view. */
export interface Shift {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Between these what is drawn may be stretched while the view zooms; beyond, it would look wrong. */
const STRETCH = { least: 0.6, most: 1.6 };

/**
 * How to show what was drawn for one view as it stands in another. Null where it looks wrong, or leaves gaps: it reaches
 * beyond each side of the view by `reach`, in pixels of the view that it was drawn for.
 */
export function viewShift(size: Size, reach: Size, drawn: View, wanted: View): Shift | null {
  const scale = wanted[2] / drawn[2];
  if (scale < STRETCH.least || scale > STRETCH.most) return null;
  /** Along one axis, how far the origin goes; null when what is drawn ends in view. */
  const along = (length: number, margin: number, before: number, now: number): number | null => {
    const by = now - before * scale;
    const isWhole = by - margin * scale <= 0 && by + (length + margin) * scale >= length;
    return isWhole ? by : null;
  };
  const x = along(size.width, reach.width, drawn[0], wanted[0]);
  const y = along(size.height, reach.height, drawn[1], wanted[1]);
  return x === null || y === null ? null : { x, y, scale };
}
