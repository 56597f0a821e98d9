import { oneLine } from '../../shared/diagram/oneLine.ts';
import { isDirty, type State } from '../state/store.ts';

/** What the document is called: the diagram's own name. */
export const documentName = (state: State): string => oneLine(state.history.present.name) || 'Untitled diagram';

export type SaveState = 'new' | 'unsaved' | 'saved';

/** Whether there is something that is not on disk; `new` is a document that has no file and nothing to lose. */
export function saveState(state: State): SaveState {
  if (isDirty(state)) return 'unsaved';
  return state.file === null ? 'new' : 'saved';
}

/** True when there is a document that one could go back to from the start page. */
export const hasDocument = (state: State): boolean => {
  const { present, past, future } = state.history;
  const drawn = present.resources.length > 0 || present.boundaries.length > 0;
  return drawn || state.file !== null || isDirty(state) || past.length > 0 || future.length > 0;
};
