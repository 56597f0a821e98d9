import { runsThrough } from '../../shared/diagram/curve.ts';
import type { FlowShape } from '../../shared/diagram/flowShape.ts';
import { grownBy, overlaps, RESOURCE_SIZE, type Rect } from '../../shared/diagram/geometry.ts';
import { boundariesAround, boundaryRect, textRect } from '../../shared/diagram/graph.ts';
import { FARTHEST } from '../../shared/diagram/route.ts';
import type { Boundary, Diagram, Flow, Resource, TextBox } from '../../shared/diagram/schema.ts';
import { createPlaces, type Places } from './places.ts';
import { sameList } from './sameList.ts';

/** What of a large diagram is handed to React Flow. */
export interface Wanted {
  /** The part of the canvas that is in view, with a margin. */
  readonly area: Readonly<Rect>;
  /** Ids of what is wanted wherever it is. */
  readonly always: ReadonlySet<string>;
  /** Ids of those of them that are painted all the same. */
  readonly hidden: ReadonlySet<string>;
  /** How a flow runs. */
  readonly shapeOf: (flow: string) => FlowShape | null;
  /** True when resources and flows are painted: only those that are wanted always are mounted. */
  readonly painted: boolean;
  /** True while a gesture runs: what moves is wanted always, so all else that was chosen stays so. */
  readonly isRunning: boolean;
}

const { width: WIDTH, height: HEIGHT } = RESOURCE_SIZE;

/** Whether two resources and what lies between them touch the area; numbers only, since every flow is asked. */
function reaches(area: Readonly<Rect>, { x, y }: Places, from: number, to: number, bend: Flow['bend']): boolean {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [x[from], y[from], x[to], y[to]];
  const aside = bend ? Math.abs(bend.x) : 0;
  const above = bend ? Math.abs(bend.y) : 0;
  return (
    Math.min(x1, x2) - aside < area.x + area.width &&
    Math.max(x1, x2) + aside + WIDTH > area.x &&
    Math.min(y1, y2) - above < area.y + area.height &&
    Math.max(y1, y2) + above + HEIGHT > area.y
  );
}

/** The flows that may run through the area: between their two resources, where they are bent to, or by a detour. */
function flowsIn(
  { flows }: Diagram,
  { area, always, hidden, shapeOf, painted }: Wanted,
  places: Places,
): readonly Flow[] {
  const wide = grownBy(area, FARTHEST);
  return flows.filter(({ id, bend }, i) => {
    if (painted) return always.has(id) && !hidden.has(id);
    const [from = -1, to = -1] = [places.ends[2 * i], places.ends[2 * i + 1]];
    if (from < 0 || to < 0) return false;
    if (always.has(id) || reaches(area, places, from, to, bend)) return true;
    // Only of the few that run near it is it asked how they run.
    const shape = reaches(wide, places, from, to, bend) ? shapeOf(id) : null;
    return shape !== null && runsThrough(shape.line, area, 0);
  });
}

const textsIn = (diagram: Diagram, { area, always }: Wanted): readonly TextBox[] =>
  diagram.texts.filter((text) => always.has(text.id) || overlaps(area, textRect(diagram, text)));

function boundariesFor(
  diagram: Diagram,
  { area, always }: Wanted,
  inside: readonly (Resource | TextBox)[],
): readonly Boundary[] {
  const containers = new Set(inside.map((each) => each.inside));
  for (const boundary of diagram.boundaries) {
    if (always.has(boundary.id) || overlaps(area, boundaryRect(diagram, boundary))) containers.add(boundary.id);
  }
  const around = new Set([...containers].flatMap((container) => boundariesAround(diagram, container)));
  return diagram.boundaries.filter((boundary) => around.has(boundary));
}

/** What was chosen of a diagram, and for what. */
interface Chosen {
  readonly wanted: Wanted;
  readonly flows: Diagram['flows'];
  readonly ids: ReadonlySet<string>;
}

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

/** True for the next step of a gesture in which only places and sizes change. */
const isNextStep = ({ wanted: before, flows }: Chosen, diagram: Diagram, wanted: Wanted): boolean =>
  wanted.isRunning &&
  before.area === wanted.area &&
  before.painted === wanted.painted &&
  before.hidden === wanted.hidden &&
  flows === diagram.flows &&
  isSameSet(before.always, wanted.always);

/**
 * A function to the part of a diagram that React Flow has to know: what an area touches, flows with both their ends, and
 * the boundaries around all that. React Flow's own work in each step of a gesture grows with what it was given.
 */
export function createWindow(): (diagram: Diagram, wanted: Wanted) => Diagram {
  const placesOf = createPlaces();
  let last: Pick<Diagram, 'resources' | 'flows' | 'boundaries'> = { resources: [], flows: [], boundaries: [] };
  let chosen: Chosen | null = null;

  function choose(diagram: Diagram, wanted: Wanted): typeof last {
    const { area, always, painted } = wanted;
    const places = placesOf(diagram);
    const flows = flowsIn(diagram, wanted, places);
    const ends = new Set(flows.flatMap(({ from, to }) => [from, to]));
    const resources = diagram.resources.filter(
      ({ id }, i) => (!painted && reaches(area, places, i, i, undefined)) || always.has(id) || ends.has(id),
    );
    const texts = textsIn(diagram, wanted);
    const boundaries = boundariesFor(diagram, wanted, [...resources, ...texts]);
    chosen = { wanted, flows: diagram.flows, ids: new Set([...resources, ...boundaries].map(({ id }) => id)) };
    return { resources, flows, boundaries };
  }

  const keep = ({ resources, boundaries }: Diagram, { ids }: Chosen): typeof last => ({
    resources: resources.filter(({ id }) => ids.has(id)),
    flows: last.flows,
    boundaries: boundaries.filter(({ id }) => ids.has(id)),
  });

  return (diagram, wanted) => {
    const next = chosen && isNextStep(chosen, diagram, wanted) ? keep(diagram, chosen) : choose(diagram, wanted);
    last = {
      resources: sameList(last.resources, next.resources),
      flows: sameList(last.flows, next.flows),
      boundaries: sameList(last.boundaries, next.boundaries),
    };
    return { ...diagram, ...last, texts: textsIn(diagram, wanted) };
  };
}
