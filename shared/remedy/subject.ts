import type { Catalog, Subject } from '../catalog/catalog.ts';
import type { FactReader } from '../catalog/predicate.ts';
import { elementOf, resourcesById } from '../diagram/graph.ts';
import type { Diagram } from '../diagram/schema.ts';
import { type Around, boundaryFacts, flowFacts, resourceFacts } from '../validate/facts.ts';

/** What the catalog says of an element; undefined for what it does not know. */
export function subjectOf(diagram: Diagram, catalog: Catalog, id: string): Subject | undefined {
  const found = elementOf(diagram, id);
  switch (found?.kind) {
    case 'resource':
      return catalog.services.get(found.resource.service);
    case 'boundary':
      return catalog.boundaries.get(found.boundary.kind);
    case 'flow': {
      const resources = resourcesById(diagram.resources);
      const [from, to] = [resources.get(found.flow.from), resources.get(found.flow.to)];
      return from && to ? catalog.flow(from.service, to.service) : undefined;
    }
    default:
      return undefined;
  }
}

/** The facts of an element, as its controls read them; null for what is not there. */
export function readerOf(around: Around, id: string): FactReader | null {
  const { diagram } = around;
  const found = elementOf(diagram, id);
  switch (found?.kind) {
    case 'resource':
      return resourceFacts(around, found.resource);
    case 'boundary':
      return boundaryFacts(around, found.boundary);
    case 'flow': {
      const resources = resourcesById(diagram.resources);
      const [from, to] = [resources.get(found.flow.from), resources.get(found.flow.to)];
      return from && to ? flowFacts(around, found.flow, from, to) : null;
    }
    default:
      return null;
  }
}
