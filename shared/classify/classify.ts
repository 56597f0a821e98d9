import type { Catalog } from '../catalog/catalog.ts';
import type { ClassSet } from '../dataClasses.ts';
import { changes } from '../diagram/changes.ts';
import { elementOf, idsWithin } from '../diagram/graph.ts';
import type { Boundary, Diagram, Flow, Resource } from '../diagram/schema.ts';
import { carried, type Drawn, linksOf, neighbours } from './links.ts';
import { type Classification, propagate, reaching, UNCLASSIFIED } from './propagate.ts';

const known = new WeakMap<Catalog, WeakMap<Diagram, Classification>>();

function remember({ diagram, catalog }: Drawn, classification: Classification): Classification {
  const ofCatalog = known.get(catalog) ?? new WeakMap<Diagram, Classification>();
  known.set(catalog, ofCatalog);
  ofCatalog.set(diagram, classification);
  return classification;
}

const bringers = ({ resources }: Diagram): readonly string[] =>
  resources.filter(({ data }) => data && data.brings.length > 0).map(({ id }) => id);

const remembered = ({ diagram, catalog }: Drawn): Classification | undefined => known.get(catalog)?.get(diagram);

/** What of data reaches each resource of a diagram. Remembered as long as the diagram lives. */
export function classify(drawn: Drawn): Classification {
  return remembered(drawn) ?? remember(drawn, propagate(UNCLASSIFIED, drawn, bringers(drawn.diagram)));
}

const resourceDiffers = (a: Resource, b: Resource) => a.data !== b.data || a.service !== b.service;
const flowDiffers = (a: Flow, b: Flow) => a.from !== b.from || a.to !== b.to || a.carries !== b.carries;

/** Resources that an edit may give other data: what changed, and what has flows with it. */
function touchedBy(before: Diagram, after: Diagram): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const change of changes(before.resources, after.resources, resourceDiffers)) {
    const id = change.after?.id ?? change.before?.id ?? '';
    for (const each of [id, ...neighbours(before, id), ...neighbours(after, id)]) touched.add(each);
  }
  for (const change of changes(before.flows, after.flows, flowDiffers)) {
    for (const flow of [change.before, change.after]) if (flow) touched.add(flow.from).add(flow.to);
  }
  return touched;
}

/** `classify` of a diagram that an edit made of another one, at the cost of what the edit reaches. */
export function classifyAfter(before: Diagram, drawn: Drawn): Classification {
  const there = remembered(drawn);
  if (there) return there;
  const { diagram, catalog } = drawn;
  const old = classify({ diagram: before, catalog });
  if (before.resources === diagram.resources && before.flows === diagram.flows) return remember(drawn, old);
  return remember(drawn, propagate(old, drawn, touchedBy(before, diagram)));
}

/** The data that reach a resource. */
export const dataAt = (drawn: Drawn, resource: Resource): ClassSet => reaching(classify(drawn), resource.id);

/** The data that a flow carries, whichever way. */
export function dataOn(drawn: Drawn, flow: Flow): ClassSet {
  const classification = classify(drawn);
  if (classification.size === 0) return 0;
  return linksOf(drawn, flow).reduce((set, link) => set | carried(link, reaching(classification, link.from.id)), 0);
}

/** The data that reach anything inside a boundary. */
export function dataIn(drawn: Drawn, boundary: Boundary): ClassSet {
  const classification = classify(drawn);
  if (classification.size === 0) return 0;
  return [...idsWithin(drawn.diagram, [boundary.id])].reduce((set, id) => set | reaching(classification, id), 0);
}

/** The data that reach an element, whatever it is. */
export function dataOf(drawn: Drawn, id: string): ClassSet {
  const element = elementOf(drawn.diagram, id);
  switch (element?.kind) {
    case 'resource':
      return dataAt(drawn, element.resource);
    case 'flow':
      return dataOn(drawn, element.flow);
    case 'boundary':
      return dataIn(drawn, element.boundary);
    default:
      return 0;
  }
}
