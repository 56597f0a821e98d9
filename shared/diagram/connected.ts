import { flowEnds, flowsById, idsWithin, resourcesById } from './graph.ts';
import type { Diagram } from './schema.ts';

/**
 * The given ids with what is next to them: the flows of resources, those inside of boundaries too, and the resources at
 * the other ends. Asked again with the result, it goes one step further.
 */
export function withConnected(diagram: Diagram, ids: Iterable<string>): readonly string[] {
  const found = new Set(ids);
  const flows = flowsById(diagram.flows);
  const resources = resourcesById(diagram.resources);
  const ends = flowEnds(diagram.flows);
  for (const id of [...found, ...idsWithin(diagram, found)]) {
    const around = resources.has(id) ? [...(ends.out.get(id) ?? []), ...(ends.in.get(id) ?? [])] : [];
    const own = flows.get(id);
    for (const flow of own ? [own] : around) {
      found.add(flow.id);
      for (const end of [flow.from, flow.to]) found.add(end);
    }
  }
  return [...found];
}
