import { create } from 'zustand';
import { boundsOf, holds, type Rect } from '../../shared/diagram/geometry.ts';
import { allRects } from '../../shared/diagram/graph.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { sameStructure } from '../../shared/diagram/tidy/sameStructure.ts';
import { applyTidied, tidyTasks } from '../../shared/diagram/tidy/tidy.ts';
import { announce, commit, flyTo, present, useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { visibleRect } from '../state/viewport.ts';

/** How long elements take from their old places to the new ones: more than the transition in the style sheet, which starts with a frame. */
const SETTLED_AFTER = 400;

/** Whether a layout is being computed, and whether elements are on their way to the places of one. */
export const useTidying = create<{ readonly running: AbortController | null; readonly settling: boolean }>()(() => ({
  running: null,
  settling: false,
}));

const { getState, setState } = useTidying;

/** Gives the layout up that is being computed. */
export const cancelTidying = (): void => getState().running?.abort();

/** Resolves when no gesture is running. */
const whenAtRest = (): Promise<void> =>
  new Promise((resolve) => {
    if (useStore.getState().history.preview === null) return resolve();
    const stop = useStore.subscribe(({ history }) => {
      if (history.preview !== null) return;
      stop();
      resolve();
    });
  });

/** Brings the whole diagram into view, if some of it is outside. */
function showAll(diagram: Diagram): void {
  const bounds = boundsOf(allRects(diagram));
  const seen: Rect = visibleRect();
  const corner = bounds && { x: bounds.x + bounds.width, y: bounds.y + bounds.height };
  if (!bounds || !corner || (holds(seen, bounds) && holds(seen, corner))) return;
  flyTo([...diagram.boundaries, ...diagram.resources].filter(({ inside }) => inside === null).map(({ id }) => id));
}

/** Lets elements glide to the places that the edit gives them. */
function commitGliding(label: string, tidied: Diagram): void {
  setState({ settling: true });
  commit(label, () => tidied);
  setTimeout(() => setState({ settling: false }), SETTLED_AFTER);
}

interface Order {
  readonly label: string;
  readonly selection: readonly string[] | 'all';
}

async function compute({ label, selection }: Order, signal: AbortSignal): Promise<void> {
  const { documentId } = useStore.getState();
  const before = present();
  const tasks = tidyTasks(before, selection);
  const { layOut } = await import('./layOut.ts');
  const answers = await layOut(
    tasks.map(({ graph }) => graph),
    signal,
  );
  await whenAtRest();
  if (signal.aborted || useStore.getState().documentId !== documentId) return;
  if (!sameStructure(before, present())) {
    tell('The diagram changed while it was being tidied, so the layout was not applied. Tidy it again.', 'warning');
    return;
  }
  const tidied = applyTidied(present(), tasks, answers);
  if (tidied === present()) {
    announce(`${label}: already tidy`);
    return;
  }
  commitGliding(label, tidied);
  if (selection === 'all') showAll(tidied);
  announce(`${label}: done`);
}

/** Lays out everything or what is selected, as one step. Another order while one is being computed is left out. */
export async function tidy(order: Order): Promise<void> {
  if (getState().running) return;
  const running = new AbortController();
  setState({ running });
  announce(`${order.label}…`);
  try {
    await compute(order, running.signal);
  } catch (error) {
    if (!running.signal.aborted) {
      const why = error instanceof Error ? error.message : String(error);
      tell(`The layout could not be computed, and nothing was moved. ${why}`, 'warning');
    }
  } finally {
    setState({ running: null });
    if (running.signal.aborted) announce(`${order.label}: cancelled`);
  }
}
