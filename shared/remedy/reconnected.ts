import type { Catalog } from '../catalog/catalog.ts';
import { type FlowEnd, reconnect } from '../diagram/edit/reconnect.ts';
import { flowsById, resourcesById } from '../diagram/graph.ts';
import type { Diagram } from '../diagram/schema.ts';

/** Puts an end of a flow onto another resource. An answer is dropped when only the old pair of services asks for it. */
export function reconnected(diagram: Diagram, catalog: Catalog, id: string, end: FlowEnd, onto: string): Diagram {
  const flow = flowsById(diagram.flows).get(id);
  if (!flow) return diagram;
  const resources = resourcesById(diagram.resources);
  const service = (resource: string): string => resources.get(resource)?.service ?? '';
  const propertiesOf = (from: string, to: string) =>
    new Set(catalog.flow(service(from), service(to)).properties.map((property) => property.id));
  const before = propertiesOf(flow.from, flow.to);
  const after = end === 'from' ? propertiesOf(onto, flow.to) : propertiesOf(flow.from, onto);
  return reconnect(diagram, id, end, onto, (property) => after.has(property) || !before.has(property));
}
