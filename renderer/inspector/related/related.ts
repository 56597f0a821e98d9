import { flowEnds } from '../../../shared/diagram/graph.ts';
import type { Boundary, Diagram, Flow, Resource } from '../../../shared/diagram/schema.ts';
import { useStore } from '../../state/store.ts';
import { isFlow, isResource, itemOf } from '../element.ts';

const NONE: readonly Flow[] = [];

/** The flows that leave a resource; the same array while the flows stay the same. */
export const useOutgoing = (id: string): readonly Flow[] =>
  useStore((state) => flowEnds(state.history.present.flows).out.get(id) ?? NONE);

/** The flows that enter a resource; the same array while the flows stay the same. */
export const useIncoming = (id: string): readonly Flow[] =>
  useStore((state) => flowEnds(state.history.present.flows).in.get(id) ?? NONE);

/** What stands directly in a boundary, boundaries first. */
export const contentOf = (diagram: Diagram, id: string): readonly (Boundary | Resource)[] => [
  ...diagram.boundaries.filter(({ inside }) => inside === id),
  ...diagram.resources.filter(({ inside }) => inside === id),
];

/** How many flows a resource has, or how many elements stand directly in a boundary. */
export const useRelatedCount = (id: string): number =>
  useStore(({ history: { present } }) => {
    const item = itemOf(present, id);
    if (!item || isFlow(item)) return 0;
    if (!isResource(item)) return contentOf(present, id).length;
    const ends = flowEnds(present.flows);
    return (ends.out.get(id)?.length ?? 0) + (ends.in.get(id)?.length ?? 0);
  });
