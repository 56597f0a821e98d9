import { boundariesAround, elementOf, flowEnds, resourcesById } from '../diagram/graph.ts';
import type { Around } from '../validate/facts.ts';
import { handleOf } from './handle.ts';

const insideOf = ({ diagram }: Around, id: string): string | null => {
  const found = elementOf(diagram, id);
  if (found?.kind === 'resource') return found.resource.inside;
  return found?.kind === 'boundary' ? found.boundary.inside : null;
};

const around = (of: Around, id: string): readonly string[] =>
  boundariesAround(of.diagram, insideOf(of, id)).map((boundary) => boundary.id);

function neighbours({ diagram }: Around, id: string, direction: 'to' | 'from'): readonly string[] {
  const ends = flowEnds(diagram.flows);
  const flows = (direction === 'to' ? ends.out : ends.in).get(id) ?? [];
  return [...new Set(flows.flatMap((flow) => [flow.id, direction === 'to' ? flow.to : flow.from]))];
}

/** The elements that a fact of an element is read from: itself, its neighbours and the flows to them, the boundaries around it. */
export function elementsOfFact(of: Around, id: string, fact: string): readonly string[] {
  const handle = handleOf(of, id, fact);
  switch (handle?.kind) {
    case 'property':
      return handle.elements;
    case 'inside':
      return [handle.element, ...around(of, handle.element)];
    case 'neighbour':
      return [handle.element, ...neighbours(of, handle.element, handle.direction)];
    case 'diagram':
      return [handle.element];
    default: {
      const found = elementOf(of.diagram, id);
      if (found?.kind !== 'flow') return [id];
      // What a flow crosses or shares is told by the boundaries around both of its ends.
      const ends = [found.flow.from, found.flow.to].filter((end) => resourcesById(of.diagram.resources).has(end));
      return [...new Set([id, ...ends.flatMap((end) => around(of, end))])];
    }
  }
}
