import type { Flow } from './schema.ts';

/** Where a flow runs among those between the same two resources. */
export interface Lane {
  /** Lanes to the right of the middle one, seen in the direction of the flow; by halves where their number is even. */
  readonly at: number;
  /** How many lanes there are. */
  readonly of: number;
}

const ALONE: Lane = { at: 0, of: 1 };

const cache = new WeakMap<readonly Flow[], ReadonlyMap<string, Lane>>();

/** The lanes of flows that are not alone. By ids, so that they do not depend on any order. */
function compute(flows: readonly Flow[]): ReadonlyMap<string, Lane> {
  const between = new Map<string, Flow[]>();
  for (const flow of flows) {
    const pair = flow.from < flow.to ? `${flow.from}>${flow.to}` : `${flow.to}>${flow.from}`;
    const list = between.get(pair);
    if (list) list.push(flow);
    else between.set(pair, [flow]);
  }
  const lanes = new Map<string, Lane>();
  for (const list of between.values()) {
    if (list.length === 1) continue;
    const isBack = ({ from, to }: Flow): number => (from < to ? 0 : 1);
    const ordered = [...list].sort((a, b) => isBack(a) - isBack(b) || (a.id < b.id ? -1 : 1));
    ordered.forEach((flow, i) => {
      const at = i - (list.length - 1) / 2;
      lanes.set(flow.id, { at: isBack(flow) ? 0 - at : at, of: list.length });
    });
  }
  return lanes;
}

/** Tells the lane of each flow of this list. */
export function lanesOf(flows: readonly Flow[]): (id: string) => Lane {
  const lanes = cache.get(flows) ?? compute(flows);
  cache.set(flows, lanes);
  return (id) => lanes.get(id) ?? ALONE;
}
