import type { Catalog } from '../catalog/catalog.ts';
import { kindName } from '../catalog/words.ts';
import { elementOf, resourcesById } from '../diagram/graph.ts';
import type { Boundary, Diagram, Resource } from '../diagram/schema.ts';
import type { ElementRef } from './report.ts';

/** What a resource is called: its name, else what it is. */
export const resourceName = (catalog: Catalog, { name, service }: Resource): string =>
  name || kindName(catalog, service);

/** What a boundary is called: its name, else what it is. */
export const boundaryName = (catalog: Catalog, { name, kind }: Boundary): string => name || kindName(catalog, kind);

/** What an element is: its service, or its kind of boundary; of a flow, the services of its ends. */
export const elementKind = (catalog: Catalog, { kind, service }: ElementRef): string =>
  kind === 'flow'
    ? service
        .split(' → ')
        .map((end) => kindName(catalog, end))
        .join(' → ')
    : kindName(catalog, service);

/** What an element is called: its name, else what it is; a flow by its label, else by its ends. */
export function elementName(diagram: Diagram, catalog: Catalog, id: string): string {
  const found = elementOf(diagram, id);
  switch (found?.kind) {
    case 'resource':
      return resourceName(catalog, found.resource);
    case 'boundary':
      return boundaryName(catalog, found.boundary);
    case 'flow': {
      const resources = resourcesById(diagram.resources);
      const ends = [found.flow.from, found.flow.to].map((end) => resources.get(end));
      return found.flow.label || ends.map((end) => (end ? resourceName(catalog, end) : '')).join(' → ');
    }
    default:
      return id;
  }
}
