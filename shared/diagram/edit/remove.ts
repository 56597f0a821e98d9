import { boundariesAround } from '../graph.ts';
import type { Diagram } from '../schema.ts';
import { putInside } from './move.ts';

/**
 * Deletes elements, with the flows of a deleted resource and the decisions on all of them. What a deleted boundary
 * contained goes too when it is selected as well, else it moves out to where the boundary was.
 */
export function remove(diagram: Diagram, ids: Iterable<string>): Diagram {
  const gone = new Set(ids);
  if (gone.size === 0) return diagram;
  let rest = diagram;
  for (const boundary of diagram.boundaries) {
    if (!gone.has(boundary.id)) continue;
    const outer = boundariesAround(diagram, boundary.inside).find((each) => !gone.has(each.id))?.id ?? null;
    for (const item of [...rest.resources, ...rest.boundaries, ...rest.texts]) {
      if (item.inside === boundary.id && !gone.has(item.id)) rest = putInside(rest, item.id, outer);
    }
  }
  const flows = rest.flows.filter((flow) => !gone.has(flow.id) && !gone.has(flow.from) && !gone.has(flow.to));
  const flowsLeft = new Set(flows.map((flow) => flow.id));
  for (const flow of rest.flows) if (!flowsLeft.has(flow.id)) gone.add(flow.id);
  const keep = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => {
    const left = items.filter((item) => !gone.has(item.id));
    return left.length === items.length ? items : left;
  };
  return {
    ...rest,
    resources: keep(rest.resources),
    boundaries: keep(rest.boundaries),
    texts: keep(rest.texts),
    flows: flows.length === rest.flows.length ? rest.flows : flows,
    suppressions: rest.suppressions.some((each) => gone.has(each.element))
      ? rest.suppressions.filter((each) => !gone.has(each.element))
      : rest.suppressions,
  };
}
