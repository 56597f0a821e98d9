import { toCanvas } from '../../shared/diagram/graph.ts';
import type { Boundary, Diagram, Flow, Position, Resource } from '../../shared/diagram/schema.ts';

/** Where resources are and which of them flows join, by their numbers in the diagram. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Two for each flow, first where it begins; -1 is a resource that is not there. */
  readonly ends: Int32Array;
}

interface Known extends Places {
  readonly resources: readonly Resource[];
  readonly boundaries: readonly Boundary[];
  readonly flows: readonly Flow[];
}

/** Where the inside of a boundary begins; the way up to the canvas is gone once for each. */
function originsOf(diagram: Diagram): (inside: string | null) => Position {
  const origins = new Map<string | null, Position>();
  return (inside) => {
    const known = origins.get(inside);
    if (known) return known;
    const origin = toCanvas(diagram, inside, { x: 0, y: 0 });
    origins.set(inside, origin);
    return origin;
  };
}

function endsOf({ resources, flows }: Diagram): Int32Array {
  const numbers = new Map(resources.map(({ id }, i) => [id, i]));
  const ends = new Int32Array(flows.length * 2);
  flows.forEach(({ from, to }, i) => {
    ends[2 * i] = numbers.get(from) ?? -1;
    ends[2 * i + 1] = numbers.get(to) ?? -1;
  });
  return ends;
}

/** A function from diagrams to places. It remembers its last answer: only what changed since is looked up again. */
export function createPlaces(): (diagram: Diagram) => Places {
  let known: Known | null = null;
  return (diagram) => {
    const { resources, boundaries, flows } = diagram;
    if (known?.resources === resources && known.boundaries === boundaries && known.flows === flows) return known;
    const before = known?.resources.length === resources.length ? known : null;
    const unmoved = before?.boundaries === boundaries ? before.resources : [];
    const x = before?.x ?? new Float64Array(resources.length);
    const y = before?.y ?? new Float64Array(resources.length);
    const originOf = originsOf(diagram);
    let ordered = before !== null;
    // A loop without a function: it runs over all resources in every step of a gesture.
    for (let i = 0; i < resources.length; i++) {
      const resource = resources[i];
      if (resource === undefined || resource === unmoved[i]) continue;
      ordered &&= resource.id === before?.resources[i]?.id;
      const origin = originOf(resource.inside);
      x[i] = origin.x + resource.position.x;
      y[i] = origin.y + resource.position.y;
    }
    const ends = ordered && before?.flows === flows ? before.ends : endsOf(diagram);
    known = { resources, boundaries, flows, x, y, ends };
    return known;
  };
}
