import type { Catalog } from '../../../shared/catalog/catalog.ts';
import { flowEnds, resourceRect } from '../../../shared/diagram/graph.ts';
import type { Diagram, Flow, Resource } from '../../../shared/diagram/schema.ts';

/** How far apart the ends of each flow are. */
function lengths(diagram: Diagram): ReadonlyMap<Flow, number> {
  const places = new Map(diagram.resources.map((each) => [each.id, resourceRect(diagram, each)]));
  const length = ({ from, to }: Flow): number => {
    const [a, b] = [places.get(from), places.get(to)];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  return new Map(diagram.flows.map((flow) => [flow, length(flow)]));
}

/**
 * A resource in the middle of the diagram that has a question to answer with yes or no, and flows as others have: as many
 * as the average, and none that is longer than nine of ten.
 */
export function usualResource(diagram: Diagram, catalog: Catalog): Resource {
  const { flows, resources } = diagram;
  const far = lengths(diagram);
  const ends = flowEnds(flows);
  const most = [...far.values()].sort((a, b) => a - b)[Math.floor(flows.length * 0.9)] ?? 0;
  const average = Math.round((2 * flows.length) / resources.length);
  const isUsual = ({ id }: Resource): boolean => {
    const own = [...(ends.out.get(id) ?? []), ...(ends.in.get(id) ?? [])];
    return own.length === average && own.every((flow) => (far.get(flow) ?? 0) <= most);
  };
  const isAsked = ({ service }: Resource): boolean =>
    catalog.services.get(service)?.properties.some(({ type }) => type === 'boolean') === true;
  const usual = resources.filter((each) => isAsked(each) && isUsual(each));
  const resource = usual[Math.floor(usual.length / 2)];
  if (!resource) throw new Error('no usual resource with a question');
  return resource;
}
