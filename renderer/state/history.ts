import type { Diagram } from '../../shared/diagram/schema.ts';

/** One undoable step: what it is called, and the diagram on the other side of it. */
interface Step {
  readonly label: string;
  readonly diagram: Diagram;
  /** Steps with the same key that follow each other are one step. */
  readonly merge: string | null;
}

/**
 * The document through time. Snapshots share all that did not change, so a step costs what it touched. `preview` is
 * what a running gesture shows; it is no step until it is committed.
 */
export interface History {
  readonly past: readonly Step[];
  readonly present: Diagram;
  readonly future: readonly Step[];
  readonly preview: Diagram | null;
}

const LIMIT = 500;

export const startHistory = (diagram: Diagram): History => ({ past: [], present: diagram, future: [], preview: null });

/** What the canvas shows: the running gesture, else the document. */
export const shown = (history: History): Diagram => history.preview ?? history.present;

/** Makes `diagram` the present, as one step. A diagram that is the present already makes no step. */
export function commit(history: History, label: string, diagram: Diagram, merge: string | null = null): History {
  if (diagram === history.present) return history.preview === null ? history : { ...history, preview: null };
  const last = history.past.at(-1);
  const joins = merge !== null && last?.merge === merge && history.future.length === 0;
  const past = joins ? history.past : [...history.past, { label, diagram: history.present, merge }].slice(-LIMIT);
  return { past, present: diagram, future: [], preview: null };
}

/** Shows `diagram` without a step. Null ends the gesture without a trace. */
export const preview = (history: History, diagram: Diagram | null): History =>
  history.preview === diagram ? history : { ...history, preview: diagram };

/** Takes the last step back. */
export function undo(history: History): History {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.diagram,
    future: [{ label: step.label, diagram: history.present, merge: null }, ...history.future],
    preview: null,
  };
}

/** Does the step again that was taken back last. */
export function redo(history: History): History {
  const [step, ...future] = history.future;
  if (!step) return history;
  return {
    past: [...history.past, { label: step.label, diagram: history.present, merge: null }],
    present: step.diagram,
    future,
    preview: null,
  };
}

/** What undo would take back, or null. */
export const undoLabel = (history: History): string | null => history.past.at(-1)?.label ?? null;
/** What redo would do again, or null. */
export const redoLabel = (history: History): string | null => history.future[0]?.label ?? null;
