import type { Flow } from '../schema.ts';
import type { Area } from './plan.ts';

/** Two things that data flows between. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

/** The flows of a plan, each pair of ends once, in an order that does not depend on the list of flows. */
export interface Links {
  /** Between resources, whatever boundaries they are in. */
  readonly all: readonly Link[];
  /** The same, lifted to what stands directly in one area, by that area. */
  readonly lifted: ReadonlyMap<Area, readonly Link[]>;
  /** What has a flow to something else in its area or out of it; the others are loose. */
  readonly tied: ReadonlySet<string>;
}

/** The areas around each block, outermost first. */
function areasAround(area: Area, outer: readonly Area[], into: Map<string, readonly Area[]>): typeof into {
  const around = [...outer, area];
  for (const block of area.blocks) into.set(block.id, around);
  for (const inner of area.areas) areasAround(inner, around, into);
  return into;
}

/** What stands on the way from the canvas to a block: ids of boundaries, then its own. */
const wayTo = (id: string, around: readonly Area[]): readonly string[] => [
  ...around.slice(1).map((area) => area.id ?? ''),
  id,
];

type Known = Map<string, Link>;

const add = (known: Known, from: string, to: string): Known => known.set(JSON.stringify([from, to]), { from, to });

const inOrder = (known: Known): readonly Link[] =>
  [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);

/** What the flows say about a plan; those that end outside of it say nothing. */
export function linksOf(flows: readonly Flow[], plan: Area): Links {
  const around = areasAround(plan, [], new Map());
  const all: Known = new Map();
  const lifted = new Map<Area, Known>();
  const tied = new Set<string>();
  for (const { from, to } of flows) {
    const [source, target] = [around.get(from), around.get(to)];
    if (!source || !target || from === to) continue;
    add(all, from, to);
    const [a, b] = [wayTo(from, source), wayTo(to, target)];
    const meet = a.findIndex((id, depth) => id !== b[depth]);
    for (const id of [...a.slice(meet), ...b.slice(meet)]) tied.add(id);
    const area = source[meet];
    const [start, end] = [a[meet], b[meet]];
    if (!area || start === undefined || end === undefined) continue;
    lifted.set(area, add(lifted.get(area) ?? new Map(), start, end));
  }
  return {
    all: inOrder(all),
    lifted: new Map([...lifted].map(([area, known]) => [area, inOrder(known)])),
    tied,
  };
}
