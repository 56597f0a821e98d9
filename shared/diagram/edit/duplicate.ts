import { fitPosition } from '../fit.ts';
import { idsWithin } from '../graph.ts';
import type { Boundary, Diagram, Resource, TextBox } from '../schema.ts';

/** Copies elements with what is inside copied boundaries and the flows among the copies, a step to the lower right. */
export function duplicate(
  diagram: Diagram,
  ids: Iterable<string>,
  newId: () => string,
): { readonly diagram: Diagram; readonly copies: ReadonlyMap<string, string> } {
  const chosen = new Set(ids);
  const all = new Set([...chosen, ...idsWithin(diagram, chosen)]);
  const copies = new Map<string, string>();
  for (const item of [...diagram.boundaries, ...diagram.resources, ...diagram.texts]) {
    if (all.has(item.id)) copies.set(item.id, newId());
  }
  const place = <T extends Resource | Boundary | TextBox>(item: T): T[] => {
    const id = copies.get(item.id);
    if (id === undefined) return [];
    const inCopy = item.inside === null ? undefined : copies.get(item.inside);
    const step = inCopy === undefined ? 32 : 0;
    const position = step ? fitPosition({ x: item.position.x + step, y: item.position.y + step }) : item.position;
    return [{ ...item, id, inside: inCopy ?? item.inside, position }];
  };
  const copy = <T extends Resource | Boundary>(item: T): T[] =>
    place(item).map((copied) => (copied.inside === item.inside ? { ...copied, name: copyName(item.name) } : copied));
  const flows = diagram.flows.flatMap((flow) => {
    const from = copies.get(flow.from);
    const to = copies.get(flow.to);
    return from === undefined || to === undefined ? [] : [{ ...flow, id: newId(), from, to }];
  });
  if (copies.size === 0) return { diagram, copies };
  return {
    copies,
    diagram: {
      ...diagram,
      boundaries: [...diagram.boundaries, ...diagram.boundaries.flatMap(copy)],
      resources: [...diagram.resources, ...diagram.resources.flatMap(copy)],
      flows: [...diagram.flows, ...flows],
      texts: [...diagram.texts, ...diagram.texts.flatMap(place)],
    },
  };
}

const copyName = (name: string): string => (name === '' ? '' : `${name.replace(/ copy$/, '').slice(0, 190)} copy`);
