import { fitPosition } from '../fit.ts';
import { boundariesById, toCanvas } from '../graph.ts';
import { type Boundary, type Diagram, LIMITS, type Position, type Resource, type TextBox } from '../schema.ts';

/** Where the elements of an inserted diagram go. */
export interface Insertion {
  /** Added to where the outermost elements stand on their canvas. */
  readonly offset: Readonly<Position>;
  /** The boundary that an outermost element goes into, asked by its id in what is inserted; null is the bare canvas. */
  readonly insideOf: (id: string) => string | null;
}

export interface Inserted {
  readonly diagram: Diagram;
  /** The new ids of all that was inserted, by the old ones. Empty when the diagram would have become too large. */
  readonly copies: ReadonlyMap<string, string>;
}

/** `raw copy`, `raw copy 2`, … where the name is taken already. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (name === '' || !taken.has(name)) return name;
  const base = `${name.replace(/ copy( \d+)?$/, '').slice(0, LIMITS.name - 12)} copy`;
  for (let number = 1; ; number++) {
    const free = number === 1 ? base : `${base} ${number}`;
    if (!taken.has(free)) return free;
  }
}

const LISTS = ['boundaries', 'resources', 'flows', 'texts'] as const;

const isTooLarge = (diagram: Diagram, part: Diagram): boolean =>
  LISTS.some((list) => diagram[list].length + part[list].length > LIMITS.elements);

/**
 * Adds all of another diagram but its decisions, with new ids; an outermost element whose name is taken gets another.
 * The one way in which copies come about: duplicating, pasting and dropping a template are this with other places.
 */
export function insert(
  diagram: Diagram,
  part: Diagram,
  { offset, insideOf }: Insertion,
  newId: () => string,
): Inserted {
  if (isTooLarge(diagram, part)) return { diagram, copies: new Map() };
  const known = boundariesById(diagram.boundaries);
  const copies = new Map(LISTS.flatMap((list) => part[list].map(({ id }) => [id, newId()] as const)));
  const idOf = (id: string): string => copies.get(id) ?? id;
  const place = <T extends Resource | Boundary | TextBox>(item: T): T => {
    if (item.inside !== null) return { ...item, id: idOf(item.id), inside: idOf(item.inside) };
    const wanted = insideOf(item.id);
    const inside = wanted !== null && known.has(wanted) ? wanted : null;
    const origin = toCanvas(diagram, inside, { x: 0, y: 0 });
    const x = item.position.x + offset.x - origin.x;
    const y = item.position.y + offset.y - origin.y;
    return { ...item, id: idOf(item.id), inside, position: fitPosition({ x, y }) };
  };
  const named = <T extends Resource | Boundary>(items: readonly T[], there: readonly T[]): readonly T[] => {
    const taken = new Set(there.map(({ name }) => name));
    return items.map((item) => {
      const placed = place(item);
      const name = item.inside === null ? freeName(item.name, taken) : item.name;
      if (name === item.name) return placed; // two of one name that come together keep it
      taken.add(name);
      return { ...placed, name };
    });
  };
  const flows = part.flows.map((flow) => ({
    ...flow,
    id: idOf(flow.id),
    from: idOf(flow.from),
    to: idOf(flow.to),
  }));
  if (copies.size === 0) return { diagram, copies };
  return {
    copies,
    diagram: {
      ...diagram,
      boundaries: [...diagram.boundaries, ...named(part.boundaries, diagram.boundaries)],
      resources: [...diagram.resources, ...named(part.resources, diagram.resources)],
      flows: [...diagram.flows, ...flows],
      texts: [...diagram.texts, ...part.texts.map(place)],
    },
  };
}
