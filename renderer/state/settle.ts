import { flushDrafts } from './drafts.ts';
import { useStore } from './store.ts';

/** Brings into the document what is typed but not committed yet, so that a command works on what the person sees. */
export function settle(): void {
  flushDrafts();
  // A name that is being edited on the canvas is committed when its field is left.
  if (useStore.getState().renaming !== null && document.activeElement instanceof HTMLElement) {
    document.activeElement.blur();
  }
}
