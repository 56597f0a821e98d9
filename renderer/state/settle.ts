import { flushDrafts } from './drafts.ts';

const listeners = new Set<() => void>();

/** Calls back when what is being typed has to be in the document; the function that comes back ends that. */
export function onSettle(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Brings into the document what is typed but not committed yet, so that a command works on what the person sees. */
export function settle(): void {
  flushDrafts();
  for (const listener of listeners) listener();
}
