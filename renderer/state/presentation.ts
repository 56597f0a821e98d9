import { announce, setSession, useStore } from './store.ts';
import { canvasPort, type View } from './viewport.ts';

/** Where the canvas was before. */
let before: View | null = null;

function enter(): void {
  before = canvasPort()?.view() ?? null;
  setSession({ presenting: true });
  announce('Presentation. Escape leaves it.');
  // Where the host or the browser does not allow it the canvas has the window, not the screen.
  document.documentElement.requestFullscreen?.().catch(() => {});
}

/** Puts panels and view back to where they were. */
export function leavePresentation(): void {
  if (!useStore.getState().presenting) return;
  setSession({ presenting: false });
  if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  if (before) canvasPort()?.setView(before);
  announce('Presentation left');
}

/** Gives the canvas the whole window, and the screen where that is allowed; or takes them back. */
export function togglePresentation(): void {
  if (useStore.getState().presenting) leavePresentation();
  else enter();
}
