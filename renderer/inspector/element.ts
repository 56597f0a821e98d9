import type { FlowEntry, Subject } from '../../shared/catalog/catalog.ts';
import type { FactReader } from '../../shared/catalog/predicate.ts';
import { kindName } from '../../shared/catalog/words.ts';
import { boundariesAround, boundariesById, flowsById, resourcesById } from '../../shared/diagram/graph.ts';
import type { Boundary, Diagram, Flow, Resource } from '../../shared/diagram/schema.ts';
import { boundaryFacts, flowFacts, newMemo, resourceFacts } from '../../shared/validate/facts.ts';
import { catalog } from '../state/catalog.ts';
import { useStore } from '../state/store.ts';

/** An element as it lies in the diagram: the same object for as long as it does not change. */
export type Item = Resource | Boundary | Flow;

export const isFlow = (item: Item): item is Flow => 'from' in item;
export const isResource = (item: Item): item is Resource => 'service' in item;

export const itemOf = (diagram: Diagram, id: string): Item | undefined =>
  resourcesById(diagram.resources).get(id) ??
  flowsById(diagram.flows).get(id) ??
  boundariesById(diagram.boundaries).get(id);

/** The element, without a running gesture. */
export const useItem = (id: string): Item | undefined => useStore((state) => itemOf(state.history.present, id));

/** The services at the ends of a flow. */
export function servicesOf(diagram: Diagram, flow: Flow): readonly [string, string] {
  const resources = resourcesById(diagram.resources);
  return [resources.get(flow.from)?.service ?? '', resources.get(flow.to)?.service ?? ''];
}

export const flowEntryOf = (diagram: Diagram, flow: Flow): FlowEntry => catalog.flow(...servicesOf(diagram, flow));

/** What the catalog knows of an element: the same object for all elements of a kind; undefined when it has no entry. */
export function subjectOf(diagram: Diagram, item: Item): Subject | undefined {
  if (isFlow(item)) return flowEntryOf(diagram, item);
  return isResource(item) ? catalog.services.get(item.service) : catalog.boundaries.get(item.kind);
}

export const useSubject = (id: string): Subject | undefined =>
  useStore(({ history: { present } }) => {
    const item = itemOf(present, id);
    return item && subjectOf(present, item);
  });

/** A boundary with its kind, unless its name says that already: "VPC analytics", "Private subnet". */
function boundaryTitle(boundary: Boundary): string {
  const kind = kindName(catalog, boundary.kind);
  const name = boundary.name;
  return name === '' || name.toLowerCase().includes(kind.toLowerCase()) ? name || kind : `${kind} ${name}`;
}

/** The boundaries around something, outermost first: "VPC analytics / Private subnet"; empty on the bare canvas. */
export const pathOf = (diagram: Diagram, inside: string | null): string =>
  boundariesAround(diagram, inside).toReversed().map(boundaryTitle).join(' / ');

/** The facts of an element, as its controls read them. */
export function factsOf(diagram: Diagram, item: Item): FactReader | null {
  const around = { catalog, diagram, memo: newMemo() };
  if (isResource(item)) return resourceFacts(around, item);
  if (!isFlow(item)) return boundaryFacts(around, item);
  const resources = resourcesById(diagram.resources);
  const source = resources.get(item.from);
  const target = resources.get(item.to);
  return source && target ? flowFacts(around, item, source, target) : null;
}
