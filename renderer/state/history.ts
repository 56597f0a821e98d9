import type { Diagram } from '../../shared/diagram/schema.ts';

/** One undoable step: what it is called, and the diagram on the other side of it. */
interface Step {
  readonly label: string;
  readonly diagram: Diagram;
  /** Steps with the same key that follow each other are one step. */
  readonly merge: string | null;
}

/** The document through time. Snapshots share all that did not change, so a step costs what it touched. */
export interface History {
  readonly past: readonly Step[];
  readonly present: Diagram;
  readonly future: readonly Step[];
}

const LIMIT = 500;

export const startHistory = (diagram: Diagram): History => ({ past: [], present: diagram, future: [] });

/** Makes `diagram` the present, as one step. A diagram that is the present already makes no step. */
export function commit(history: History, label: string, diagram: Diagram, merge: string | null = null): History {
  if (diagram === history.present) return history;
  const last = history.past.at(-1);
  const joins = merge !== null && last?.merge === merge && history.future.length === 0;
  const past = joins ? history.past : [...history.past, { label, diagram: history.present, merge }].slice(-LIMIT);
  return { past, present: diagram, future: [] };
}

/** Takes the last step back. */
export function undo(history: History): History {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.diagram,
    future: [{ label: step.label, diagram: history.present, merge: null }, ...history.future],
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
  };
}

/** What undo would take back, or null. */
export const undoLabel = (history: History): string | null => history.past.at(-1)?.label ?? null;
/** What redo would do again, or null. */
export const redoLabel = (history: History): string | null => history.future[0]?.label ?? null;
