import { flyTo, select } from './store.ts';
import { canvasPort } from './viewport.ts';

/** How long an element may take to come into view, in milliseconds: a flight, and a slow machine. */
const PATIENCE = 2_000;

/** Gives the focus to an element of the canvas as soon as it is mounted, which is when it comes into view. */
export function focusSoon(id: string): void {
  const until = performance.now() + PATIENCE;
  const tryIt = (): void => {
    const port = canvasPort();
    if (port === null || port.focusElement(id) || performance.now() > until) return;
    requestAnimationFrame(tryIt);
  };
  requestAnimationFrame(tryIt);
}

/** Goes to an element of the canvas: selects it, brings it into view, and gives it the focus. */
export function goTo(id: string): void {
  select([id]);
  flyTo([id]);
  focusSoon(id);
}

/** Has the focus follow to what was added, unless another part of the window has it: there one goes on adding. */
export function followTo(id: string): void {
  if (canvasPort() !== null && !document.activeElement?.closest('[data-part]:not([data-canvas])')) focusSoon(id);
}
