import { create } from 'zustand';
import { holdsRect } from '../../shared/diagram/geometry.ts';
import { elementOf, rectsOf } from '../../shared/diagram/graph.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { nameOf } from './names.ts';
import { announce, flyTo, present, useStore } from './store.ts';
import { isFarOut, visibleRect } from './viewport.ts';

/** What is pointed out on the canvas: elements that decide a finding, or a path. Neither saved nor selected. */
interface Traced {
  readonly ids: readonly string[];
}

const NOTHING: Traced = { ids: [] };

export const useTraced = create<Traced>()(() => NOTHING);

/** Far out, all is in view and nothing can be read. */
function canBeRead(diagram: Diagram, ids: readonly string[]): boolean {
  const view = visibleRect();
  return !isFarOut() && rectsOf(diagram, ids).every((rect) => holdsRect(view, rect));
}

/** Points elements out on the canvas, until something else is, or the selection or an element changes; `words` say what. */
export function trace(ids: readonly string[], words?: string): void {
  const diagram = present();
  const there = ids.filter((id) => elementOf(diagram, id) !== undefined);
  useTraced.setState({ ids: there });
  if (there.length === 0) return;
  if (!canBeRead(diagram, there)) flyTo(there);
  announce(`Pointed out: ${words ?? there.map((id) => nameOf(diagram, id)).join(', ')}`);
}

export const clearTrace = (): void => {
  if (useTraced.getState().ids.length > 0) useTraced.setState(NOTHING);
};

useStore.subscribe((now, before) => {
  const [after, was] = [now.history.present, before.history.present];
  const isSame = after.resources === was.resources && after.boundaries === was.boundaries && after.flows === was.flows;
  if (now.selection !== before.selection || !isSame) clearTrace();
});
