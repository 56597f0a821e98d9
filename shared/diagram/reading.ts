import { boundariesIn, flowEnds, resourceRect, resourcesById, resourcesIn, textsIn } from './graph.ts';
import type { Boundary, Diagram, Flow, Resource, TextBox } from './schema.ts';

/** Something that stands on the canvas or in a boundary. */
export type Content =
  | { readonly kind: 'boundary'; readonly item: Boundary }
  | { readonly kind: 'resource'; readonly item: Resource }
  | { readonly kind: 'text'; readonly item: TextBox };

const byPlace = (a: Content, b: Content): number => {
  const [at, other] = [a.item.position, b.item.position];
  return at.y - other.y || at.x - other.x || (a.item.id < b.item.id ? -1 : 1);
};

/** What stands directly in a boundary (null: on the bare canvas), as one reads it: from the top, then from the left. */
export function contentsOf(diagram: Diagram, container: string | null): readonly Content[] {
  const boundaries = (boundariesIn(diagram.boundaries).get(container) ?? []).map(
    (item) => ({ kind: 'boundary', item }) as const,
  );
  const resources = (resourcesIn(diagram.resources).get(container) ?? []).map(
    (item) => ({ kind: 'resource', item }) as const,
  );
  const texts = (textsIn(diagram.texts).get(container) ?? []).map((item) => ({ kind: 'text', item }) as const);
  return [...boundaries, ...resources, ...texts].sort(byPlace);
}

/** Flows sorted by where their other end stands: from the top, then from the left. */
function sortedBy(diagram: Diagram, flows: readonly Flow[], otherEnd: (flow: Flow) => string): readonly Flow[] {
  const resources = resourcesById(diagram.resources);
  const placed = flows.map((flow) => {
    const other = resources.get(otherEnd(flow));
    return { flow, at: other ? resourceRect(diagram, other) : { x: 0, y: 0 } };
  });
  return placed.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x).map(({ flow }) => flow);
}

/** The flows that leave a resource, as their targets are read. */
export const flowsFrom = (diagram: Diagram, id: string): readonly Flow[] =>
  sortedBy(diagram, flowEnds(diagram.flows).out.get(id) ?? [], (flow) => flow.to);

/** The flows that enter a resource, as their sources are read. */
export const flowsTo = (diagram: Diagram, id: string): readonly Flow[] =>
  sortedBy(diagram, flowEnds(diagram.flows).in.get(id) ?? [], (flow) => flow.from);

/** All ids in the order of reading: what is in a boundary after it, the flows that leave a resource after that. */
export function readingOrder(diagram: Diagram, container: string | null = null): readonly string[] {
  return contentsOf(diagram, container).flatMap(({ kind, item }) => {
    if (kind === 'boundary') return [item.id, ...readingOrder(diagram, item.id)];
    return kind === 'resource' ? [item.id, ...flowsFrom(diagram, item.id).map(({ id }) => id)] : [item.id];
  });
}
