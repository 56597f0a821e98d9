import { idsWithin } from '../../diagram/graph.ts';
import type { Boundary, Diagram, Flow, Resource, TextBox } from '../../diagram/schema.ts';
import type { Scope } from './options.ts';

/** The elements and texts that a picture shows. Their places still follow from the whole diagram. */
export interface Shown {
  readonly resources: readonly Resource[];
  readonly flows: readonly Flow[];
  readonly boundaries: readonly Boundary[];
  readonly texts: readonly TextBox[];
}

/** The given elements, what boundaries among them contain, and the ends of flows among them. */
function withContents(diagram: Diagram, ids: readonly string[]): ReadonlySet<string> {
  const given = new Set(ids);
  const ends = diagram.flows.filter(({ id }) => given.has(id)).flatMap(({ from, to }) => [from, to]);
  const boundaries = diagram.boundaries.map(({ id }) => id).filter((id) => given.has(id));
  return new Set([...given, ...ends, ...idsWithin(diagram, boundaries)]);
}

/** What a scope holds, in the diagram's order; flows come along where both their ends do. */
export function shownOf(diagram: Diagram, scope: Scope): Shown {
  if (scope.kind === 'all') return diagram;
  const ids = withContents(diagram, scope.kind === 'boundary' ? [scope.id] : scope.ids);
  return {
    resources: diagram.resources.filter(({ id }) => ids.has(id)),
    boundaries: diagram.boundaries.filter(({ id }) => ids.has(id)),
    flows: diagram.flows.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    texts: diagram.texts.filter(({ id }) => ids.has(id)),
  };
}

/** Ids of all that is shown. */
export const shownIds = ({ resources, flows, boundaries }: Shown): ReadonlySet<string> =>
  new Set([...resources, ...flows, ...boundaries].map(({ id }) => id));
