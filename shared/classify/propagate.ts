import { type ClassSet, DATA_CLASS_IDS, onlyClass, setOf } from '../dataClasses.ts';
import { resourcesById } from '../diagram/graph.ts';
import { carried, type Drawn, entering, leaving } from './links.ts';

/** What of data reaches a resource. */
export interface Reached {
  readonly classes: ClassSet;
  /** Flows from where it enters the diagram, by the place of the class; `Infinity` of a class that does not come. */
  readonly steps: readonly number[];
}

/** What reaches each resource, by id. Resources that no class reaches are left out. */
export type Classification = ReadonlyMap<string, Reached>;

/** Of a diagram in which nothing is classified. */
export const UNCLASSIFIED: Classification = new Map();

const INDEXES: readonly number[] = DATA_CLASS_IDS.map((_id, index) => index);
const NEVER: readonly number[] = DATA_CLASS_IDS.map(() => Infinity);
const INDEXES_OF: readonly (readonly number[])[] = Array.from({ length: 1 << INDEXES.length }, (_, set) =>
  INDEXES.filter((index) => (set & onlyClass(index)) !== 0),
);

/** One class at one resource. */
interface Spot {
  readonly id: string;
  readonly index: number;
}

/** Spots by their distance: the nearest comes first. What is added while they are taken must lie no nearer. */
function queue() {
  const waiting: Spot[][] = [];
  return {
    add: (steps: number, spot: Spot): void => {
      waiting[steps] ??= [];
      waiting[steps].push(spot);
    },
    forEach: (work: (spot: Spot, steps: number) => void): void => {
      for (let steps = 0; steps < waiting.length; steps++) {
        const level = waiting[steps] ?? [];
        for (let spot = level.pop(); spot; spot = level.pop()) work(spot, steps);
      }
    },
  };
}

/** Distances that are being worked out, on top of those from before. */
function draft(before: Classification) {
  const rows = new Map<string, number[]>();
  const rowOf = (id: string): readonly number[] => rows.get(id) ?? before.get(id)?.steps ?? NEVER;
  const isSame = (id: string, row: readonly number[]): boolean => {
    const was = before.get(id)?.steps ?? NEVER;
    return row.every((steps, index) => steps === was[index]);
  };
  return {
    steps: ({ id, index }: Spot): number => rowOf(id)[index] ?? Infinity,
    set: ({ id, index }: Spot, steps: number): void => {
      const row = rows.get(id) ?? [...rowOf(id)];
      row[index] = steps;
      rows.set(id, row);
    },
    finish: (): Classification => {
      const changed = [...rows].filter(([id, row]) => !isSame(id, row));
      if (changed.length === 0) return before;
      const after = new Map(before);
      for (const [id, steps] of changed) {
        const classes = INDEXES.reduce((set, i) => (steps[i] === Infinity ? set : set | onlyClass(i)), 0);
        if (classes === 0) after.delete(id);
        else after.set(id, { classes, steps });
      }
      return after;
    },
  };
}

/**
 * What reaches each resource, from what reached it before: the least sets that hold what enters each resource and what
 * arrives over the flows. `touched` are the resources that may get something else than before over the same neighbours'
 * sets; only what hangs on them is worked out again.
 *
 * Each class at a resource knows its distance from where it enters. It stands as long as it enters there, or a
 * neighbour from which it comes has it one step nearer: so nothing in a cycle holds itself up. First all that has lost
 * its support goes, the nearest first; then what is left is extended again, the nearest first.
 */
export function propagate(before: Classification, drawn: Drawn, touched: Iterable<string>): Classification {
  const resources = resourcesById(drawn.diagram.resources);
  const distances = draft(before);
  const enters = ({ id, index }: Spot): boolean =>
    (setOf(resources.get(id)?.data?.brings ?? []) & onlyClass(index)) !== 0;
  const sourcesOf = ({ id, index }: Spot): readonly Spot[] =>
    entering(drawn, id).flatMap((link) =>
      INDEXES.filter((from) => (carried(link, onlyClass(from)) & onlyClass(index)) !== 0).map((from) => ({
        id: link.from.id,
        index: from,
      })),
    );
  const followersOf = ({ id, index }: Spot): readonly Spot[] =>
    leaving(drawn, id).flatMap((link) =>
      (INDEXES_OF[carried(link, onlyClass(index))] ?? []).map((to) => ({ id: link.to.id, index: to })),
    );
  const nearest = (spot: Spot): number =>
    enters(spot) ? 0 : Math.min(Infinity, ...sourcesOf(spot).map((from) => distances.steps(from) + 1));

  const open = [...touched].flatMap((id) => INDEXES.map((index) => ({ id, index })));
  const doubtful = queue();
  for (const spot of open) if (distances.steps(spot) < Infinity) doubtful.add(distances.steps(spot), spot);
  doubtful.forEach((spot, steps) => {
    if (distances.steps(spot) !== steps || nearest(spot) <= steps) return;
    distances.set(spot, Infinity);
    open.push(spot);
    for (const next of followersOf(spot)) if (distances.steps(next) === steps + 1) doubtful.add(steps + 1, next);
  });

  const fresh = queue();
  const put = (spot: Spot, steps: number): void => {
    if (steps >= distances.steps(spot)) return;
    distances.set(spot, steps);
    fresh.add(steps, spot);
  };
  for (const spot of open) put(spot, nearest(spot));
  fresh.forEach((spot, steps) => {
    if (distances.steps(spot) !== steps) return;
    for (const next of followersOf(spot)) put(next, steps + 1);
  });
  return distances.finish();
}

/** The classes that reach a resource. */
export const reaching = (classification: Classification, id: string): ClassSet => classification.get(id)?.classes ?? 0;
