import { create } from 'zustand';
import type { Rect } from '../../shared/diagram/geometry.ts';
import type { Position } from '../../shared/diagram/schema.ts';

/** From this many resources on, what is out of view is not handed over, and what is far out is painted. */
export const LARGE = 200;

/** Below this zoom, names on the canvas cannot be read. */
export const FAR = 0.45;

/** From this zoom on, what was painted is mounted again though the wheel still turns: few elements are in view by then. */
export const NEAR = 0.75;

/** How far it is zoomed at most; out so far that thousands of resources still fit as a whole. */
export const ZOOM = { min: 0.02, max: 2.5 } as const;

/** How the canvas is moved and zoomed. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What the canvas can be asked; the canvas puts itself here while it is mounted. */
export interface CanvasPort {
  /** Multiplies the zoom around the middle of what is visible. */
  readonly zoomBy: (factor: number) => void;
  /** Brings the whole diagram into view. */
  readonly fit: () => void;
  /** Brings rectangles into view, as large as they fit but not larger than at 100 %, at once. */
  readonly show: (rects: readonly Rect[]) => void;
  /** Brings elements into view, as large as they fit. */
  readonly zoomTo: (ids: readonly string[]) => void;
  /** Shows the canvas at its own size. */
  readonly zoom100: () => void;
  readonly view: () => View;
  readonly setView: (view: View) => void;
  /** The part of the canvas that is visible, in diagram coordinates. */
  readonly visibleRect: () => Rect;
  /** A point of the window, in diagram coordinates. */
  readonly toDiagram: (point: Readonly<Position>) => Position;
  /** Where the pointer is, in diagram coordinates; null when it is not over the canvas. */
  readonly pointer: () => Position | null;
  /** True while the main button is held down that was pressed on the canvas. */
  readonly isDragging: () => boolean;
  /** Puts the keyboard focus on an element of the canvas; false when it is not in view. */
  readonly focusElement: (id: string) => boolean;
}

let port: CanvasPort | null = null;

/** Called by the canvas when it comes and (with null) when it goes. */
export const setCanvasPort = (next: CanvasPort | null): void => {
  port = next;
};

/** The canvas, while there is one. */
export const canvasPort = (): CanvasPort | null => port;

/** What is visible; a first screen while there is no canvas. */
export const visibleRect = (): Rect => port?.visibleRect() ?? { x: 0, y: 0, width: 800, height: 600 };

/** True when names on the canvas cannot be read. */
export const isFarOut = (): boolean => port !== null && port.view().zoom < FAR;

/** Whether a gesture of the wheel goes on. */
export const useWheeling = create<{ readonly wheeling: boolean }>()(() => ({ wheeling: false }));

/** The zoom, 1 being 100 %. */
export const useZoom = create<{ readonly zoom: number }>()(() => ({ zoom: 1 }));
export const setZoom = (zoom: number): void => {
  if (useZoom.getState().zoom !== zoom) useZoom.setState({ zoom });
};
