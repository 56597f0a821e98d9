import { elementOf } from '../../../shared/diagram/graph.ts';
import type { Host } from '../../../shared/ipc/contract.ts';
import { isDrawing, type State, useStore } from '../../state/store.ts';

/** What commands need of the outside. */
export interface CommandContext {
  readonly host: Host;
}

/** What a command does. */
export interface Entry {
  readonly run: (context: CommandContext) => void | Promise<void>;
  /** Left out: always. */
  readonly enabled?: (state: State) => boolean;
}

/** True while a diagram is open. */
export const isOpen = (state: State): boolean => state.view === 'editor';

/** True when something is selected that can be worked on. */
export const selected = (state: State): boolean => isDrawing(state) && state.selection.length > 0;

/** Ids of what is selected now. */
export const selection = (): readonly string[] => useStore.getState().selection;

/** The kind of the only selected element, or null. */
export function onlySelected({ selection: ids, history }: State): 'resource' | 'flow' | 'boundary' | 'text' | null {
  const [only, ...others] = ids;
  return only === undefined || others.length > 0 ? null : (elementOf(history.present, only)?.kind ?? null);
}
