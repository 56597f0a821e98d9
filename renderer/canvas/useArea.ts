import { useStore as useFlowStore } from '@xyflow/react';
import { createContext, useContext, useMemo } from 'react';
import type { Rect } from '../../shared/diagram/geometry.ts';

/** About this many pixels on the screen; the area changes when the view reaches the next tile, not with every step. */
const TILE = 256;

type Tiles = readonly [left: number, top: number, columns: number, rows: number, size: number];
const same = (a: Tiles, b: Tiles): boolean => a.every((value, i) => value === b[i]);

/** The part of the canvas that is in view with at least a tile around it, in diagram coordinates. */
export function useArea(): Rect {
  const [left, top, columns, rows, size] = useFlowStore(({ transform: [x, y, zoom], width, height }): Tiles => {
    // Powers of two: while zooming, most steps have the same tiles.
    const tile = TILE * 2 ** -Math.floor(Math.log2(zoom));
    const first = (offset: number) => Math.floor(-offset / zoom / tile) - 1;
    const last = (offset: number, length: number) => Math.floor((length - offset) / zoom / tile) + 2;
    return [first(x), first(y), last(x, width) - first(x), last(y, height) - first(y), tile];
  }, same);
  return useMemo(
    () => ({ x: left * size, y: top * size, width: columns * size, height: rows * size }),
    [left, top, columns, rows, size],
  );
}

/** Gives the area to what is drawn in it. */
export const AreaInView = createContext<Rect>({ x: 0, y: 0, width: 0, height: 0 });
export const useAreaInView = (): Rect => useContext(AreaInView);
