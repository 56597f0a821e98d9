import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef } from 'react';
import type { Position } from '../../shared/diagram/schema.ts';

/** What happens while a handle is pulled; points are those of the canvas. */
export interface Pull {
  readonly onMove: (point: Position, start: Position) => void;
  readonly onDrop: (point: Position, start: Position) => void;
  /** Escape was pressed, or the pointer was taken away. */
  readonly onCancel: () => void;
}

/** Pixels on the screen that a pointer may tremble before it pulls. */
const STILL = 3;

const nothing = () => {};

/** Keeps the click that ends a pull from what lies below it, where it would select something else. */
function swallowClick(): void {
  const listeners = new AbortController();
  const options = { capture: true, signal: listeners.signal };
  const swallow = (event: MouseEvent): void => {
    event.stopPropagation();
    listeners.abort();
  };
  window.addEventListener('click', swallow, options);
  window.addEventListener('pointerdown', () => listeners.abort(), options);
}

/** Pulling a handle with the pointer. Until it has moved, and after Escape, nothing happens. */
export function usePull({ onMove, onDrop, onCancel }: Pull): (event: PointerEvent<Element>) => void {
  const { screenToFlowPosition } = useReactFlow();
  const end = useRef(nothing);
  useEffect(() => () => end.current(), []);
  return (down) => {
    if (down.button !== 0) return;
    down.stopPropagation();
    const at = (event: { readonly clientX: number; readonly clientY: number }): Position =>
      screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    const start = at(down);
    const from = { x: down.clientX, y: down.clientY };
    let pulls = false;
    const listeners = new AbortController();
    const options = { capture: true, signal: listeners.signal };
    end.current = () => {
      listeners.abort();
      end.current = nothing;
      if (pulls) onCancel();
    };
    const move = (event: globalThis.PointerEvent): void => {
      if (!pulls && Math.hypot(event.clientX - from.x, event.clientY - from.y) < STILL) return;
      if (!pulls) swallowClick();
      pulls = true;
      onMove(at(event), start);
    };
    const drop = (event: globalThis.PointerEvent): void => {
      const pulled = pulls;
      pulls = false;
      end.current();
      if (pulled) onDrop(at(event), start);
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end.current();
    };
    // On the window: the handle moves with what it pulls, and may go away.
    window.addEventListener('pointermove', move, options);
    window.addEventListener('pointerup', drop, options);
    window.addEventListener('pointercancel', () => end.current(), options);
    window.addEventListener('keydown', key, options);
  };
}
