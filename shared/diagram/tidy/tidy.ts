import { applyArrangement } from '../edit/arrangement.ts';
import { boundariesAround } from '../graph.ts';
import { outermostPlaced } from '../placed.ts';
import type { Diagram } from '../schema.ts';
import { fromElk } from './fromElk.ts';
import { type Area, planAll, planSome } from './plan.ts';
import { type ElkGraph, toElk } from './toElk.ts';

/** Something to lay out: what is chosen of one container, and the graph that says it to elk. */
export interface Task {
  readonly container: string | null;
  readonly plan: Area;
  readonly graph: ElkGraph;
}

const depth = (diagram: Diagram, container: string | null): number => boundariesAround(diagram, container).length;

/**
 * What has to be laid out to tidy everything, or what is selected: elements in unlike boundaries are tidied apart, each
 * inside its boundary; the innermost first, since boundaries may grow.
 */
export function tidyTasks(diagram: Diagram, selection: readonly string[] | 'all'): readonly Task[] {
  const task = (container: string | null, plan: Area): Task => ({ container, plan, graph: toElk(diagram.flows, plan) });
  if (selection === 'all') return [task(null, planAll(diagram))];
  const byContainer = new Map<string | null, Set<string>>();
  for (const { id, inside } of outermostPlaced(diagram, selection)) {
    byContainer.set(inside, (byContainer.get(inside) ?? new Set()).add(id));
  }
  return [...byContainer]
    .sort(([a], [b]) => depth(diagram, b) - depth(diagram, a))
    .map(([container, ids]) => task(container, planSome(diagram, container, ids)));
}

/** The diagram with elk's answers to the tasks applied. */
export const applyTidied = (diagram: Diagram, tasks: readonly Task[], answers: readonly ElkGraph[]): Diagram =>
  tasks.reduce((tidied, { container, plan }, i) => {
    const answer = answers[i];
    return answer ? applyArrangement(tidied, container, fromElk(plan, answer)) : tidied;
  }, diagram);
