import { excerpt } from '../../shared/diagram/edit/excerpt.ts';
import { formatDiagram } from '../../shared/diagram/format.ts';
import { placedOf } from '../../shared/diagram/placed.ts';
import { namesOf } from '../state/names.ts';
import { announce, isDrawing, present, type State, useStore } from '../state/store.ts';
import { takeAway } from '../state/takeAway.ts';

/** True when something of the selection can be copied: flows alone cannot, their ends make them. */
export const canCopy = (state: State): boolean =>
  isDrawing(state) && state.selection.some((id) => placedOf(state.history.present, id) !== null);

/** The selection as the text of a diagram file; null when there is nothing to copy. */
export function copySelection(): string | null {
  const state = useStore.getState();
  if (!canCopy(state)) return null;
  announce(`Copied ${namesOf(present(), state.selection)}`);
  return formatDiagram(excerpt(present(), state.selection));
}

/** Like `copySelection`, and takes the selection away. */
export function cutSelection(): string | null {
  const text = copySelection();
  if (text === null) return null;
  takeAway('Cut', useStore.getState().selection);
  return text;
}
