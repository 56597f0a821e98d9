import { create } from 'zustand';
import { boundsOf, holds, type Rect } from '../../shared/diagram/geometry.ts';
import { allRects } from '../../shared/diagram/graph.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { sameStructure } from '../../shared/diagram/tidy/sameStructure.ts';
import { applyTidied, tidyTasks } from '../../shared/diagram/tidy/tidy.ts';
import { announce, commit, flyTo, isGestureRunning, present, useShown, useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { canvasPort, LARGE, visibleRect } from '../state/viewport.ts';

/** How long elements take from their old places to the new ones: more than the transition in the style sheet, which starts with a frame. */
const SETTLED_AFTER = 400;

interface State {
  /** The layout that is being computed. */
  readonly running: AbortController | null;
  /** Elements are on their way to the places of one. */
  readonly settling: boolean;
  /** The canvas is about to show a large one, and need not have more of it than a picture. */
  readonly revealing: boolean;
}

export const useTidying = create<State>()(() => ({ running: null, settling: false, revealing: false }));

const { getState, setState } = useTidying;

/** Gives the layout up that is being computed. */
export const cancelTidying = (): void => getState().running?.abort();

/** Resolves when no gesture is running. */
const whenAtRest = (): Promise<void> =>
  new Promise((resolve) => {
    if (!isGestureRunning()) return resolve();
    const stop = useShown.subscribe(({ isRunning }) => {
      if (isRunning) return;
      stop();
      resolve();
    });
  });

function isInView(diagram: Diagram): boolean {
  const bounds = boundsOf(allRects(diagram));
  const seen: Rect = visibleRect();
  return (
    bounds === null || (holds(seen, bounds) && holds(seen, { x: bounds.x + bounds.width, y: bounds.y + bounds.height }))
  );
}

/** Lets the page do other work in between. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Of a large diagram, brings the places into view where everything will be, before it is there. Painted instead of
 * mounted, all of it can move at once; and each step is a piece of work of its own.
 */
async function lookAhead(tidied: Diagram): Promise<void> {
  if (tidied.resources.length < LARGE || isInView(tidied)) return;
  setState({ revealing: true });
  await breathe();
  canvasPort()?.show(allRects(tidied));
  await breathe();
}

/** Brings the whole diagram into view, if some of it is outside. */
function showAll(diagram: Diagram): void {
  if (isInView(diagram)) return;
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
  const isSame = () => sameStructure(before, present());
  if (selection === 'all' && !signal.aborted && isSame()) await lookAhead(applyTidied(present(), tasks, answers));
  if (signal.aborted || useStore.getState().documentId !== documentId) return;
  if (!isSame()) {
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
    setState({ running: null, revealing: false });
    if (running.signal.aborted) announce(`${order.label}: cancelled`);
  }
}
