import { fitPosition } from '../fit.ts';
import { idsWithin, toCanvas } from '../graph.ts';
import type { Boundary, Diagram, Resource, TextBox } from '../schema.ts';

/**
 * Some elements of a diagram as a diagram by itself: with what is inside of boundaries among them, and the flows between
 * them. What stood in a boundary that is not among them stands on the bare canvas, where it was. Flows to what is not
 * among them stay behind, and so do decisions: each is about one element, and somebody has answered for it.
 */
export function excerpt(diagram: Diagram, ids: Iterable<string>): Diagram {
  const chosen = new Set(ids);
  const within = idsWithin(diagram, chosen);
  const isTaken = (id: string): boolean => chosen.has(id) || within.has(id);
  const cutOut = <T extends Resource | Boundary | TextBox>(item: T): readonly T[] => {
    if (!isTaken(item.id)) return [];
    if (item.inside === null || isTaken(item.inside)) return [item];
    return [{ ...item, inside: null, position: fitPosition(toCanvas(diagram, item.inside, item.position)) }];
  };
  return {
    name: diagram.name,
    boundaries: diagram.boundaries.flatMap(cutOut),
    resources: diagram.resources.flatMap(cutOut),
    flows: diagram.flows.filter(({ from, to }) => isTaken(from) && isTaken(to)),
    suppressions: [],
    texts: diagram.texts.flatMap(cutOut),
  };
}
