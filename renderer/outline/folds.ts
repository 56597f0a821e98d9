import { create } from 'zustand';
import { boundariesAround, type Element, elementOf, flowsById } from '../../shared/diagram/graph.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { type Folds, flowKey, type OutlineRow } from './rows.ts';

/** Which rows were opened or closed; kept while the outline is not in front. */
export const useFolds = create<{ readonly folds: Folds }>()(() => ({ folds: new Set() }));

/** Opens what is closed and closes what is open. */
export function turn(rows: readonly Pick<OutlineRow, 'key'>[]): void {
  const folds = new Set(useFolds.getState().folds);
  for (const { key } of rows) {
    if (folds.has(key)) folds.delete(key);
    else folds.add(key);
  }
  useFolds.setState({ folds });
}

function insideOf(element: Exclude<Element, { readonly kind: 'flow' }>): string | null {
  if (element.kind === 'resource') return element.resource.inside;
  return element.kind === 'boundary' ? element.boundary.inside : element.text.inside;
}

/** Opens all that an element's row stands in; the key of that row, or null for what is not there. */
export function reveal(diagram: Diagram, id: string): string | null {
  const element = elementOf(diagram, id);
  const flow = flowsById(diagram.flows).get(id);
  if (!element) return null;
  const holder = flow ? elementOf(diagram, flow.from) : element;
  const inside = holder === undefined || holder.kind === 'flow' ? null : insideOf(holder);
  const folds = new Set(useFolds.getState().folds);
  for (const boundary of boundariesAround(diagram, inside)) folds.delete(boundary.id);
  if (flow) folds.add(flow.from);
  if (folds.size !== useFolds.getState().folds.size) useFolds.setState({ folds });
  return flow ? flowKey(flow.from, flow.id) : id;
}
