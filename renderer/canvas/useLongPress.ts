import { type PointerEvent, useCallback, useEffect, useRef } from 'react';

/** As long as systems with touch wait, and as far as a finger that rests wanders. */
const MILLISECONDS = 500;
const PIXELS = 10;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Keeps the browser from making a click of the finger that is lifted now: it would close what has opened. */
function makeNoClick(): void {
  const lifted = new AbortController();
  const onEnd = (event: Event): void => {
    event.preventDefault();
    lifted.abort();
  };
  for (const type of ['touchend', 'touchcancel']) {
    window.addEventListener(type, onEnd, { capture: true, passive: false, signal: lifted.signal });
  }
}

/** Calls `onHeld` when one finger rests on something, as not every browser opens a context menu by that. */
export function useLongPress(onHeld: (target: Element, x: number, y: number) => void) {
  const press = useRef<Press | null>(null);
  const end = useCallback(() => {
    if (press.current) clearTimeout(press.current.timer);
    press.current = null;
  }, []);
  useEffect(() => end, [end]);
  const onPointerDown = ({ pointerType, isPrimary, target, clientX: x, clientY: y }: PointerEvent) => {
    end(); // a second finger means something else
    if (pointerType !== 'touch' || !isPrimary || !(target instanceof Element)) return;
    if (target.closest('input, textarea')) return; // a text is selected there
    const held = () => {
      makeNoClick();
      onHeld(target, x, y);
    };
    press.current = { x, y, timer: setTimeout(held, MILLISECONDS) };
  };
  const onPointerMoveCapture = ({ clientX, clientY }: PointerEvent) => {
    if (press.current && Math.hypot(clientX - press.current.x, clientY - press.current.y) > PIXELS) end();
  };
  return {
    onPointerDown,
    onPointerMoveCapture,
    onPointerUpCapture: end,
    onPointerCancelCapture: end,
  };
}
