import type { FlowShape } from '../../shared/diagram/flowShape.ts';
import { createPills, type PillPlace } from '../../shared/diagram/pills.ts';
import { reportOf } from '../state/derived.ts';
import { routesNow } from '../state/routes.ts';
import { isGestureRunning, type State, useStore } from '../state/store.ts';
import { fitsAsBefore, type Ground, widthsOf } from './fitsAsBefore.ts';

/** The place of a pill, and the shape of its flow there. */
interface Settled {
  readonly shape: FlowShape;
  readonly place: PillPlace;
}

/** The pills of the document as it was last at rest. */
interface Pills extends Ground {
  readonly placeOf: (id: string) => PillPlace | null;
  /** What has been asked for. */
  readonly settled: Map<string, Settled | null>;
}

const samePlace = (a: PillPlace, b: PillPlace): boolean =>
  a.x === b.x && a.y === b.y && a.part === b.part && a.wording === b.wording;

function pillsOf(ground: Ground): Pills {
  const { shape, reach, standing } = routesNow();
  const placeOf = createPills({
    flows: ground.diagram.flows,
    shapeOf: shape,
    reachOf: reach,
    widthsOf: (flow) => widthsOf(ground, flow),
    standing,
  });
  return { ...ground, placeOf, settled: new Map() };
}

let last: Pills | null = null;
let before: Pills['settled'] = new Map();

/** A pill that stands as before keeps its very object, so that only others render again. */
function settle(id: string, shape: FlowShape | null, place: PillPlace | null): Settled | null {
  if (!shape || !place) return null;
  const old = before.get(id);
  return old?.shape === shape && samePlace(old.place, place) ? old : { shape, place };
}

/** Where a pill stood when nothing was being moved: while a gesture runs no place is looked for. */
function settledNow(state: State, id: string): Settled | null {
  if (isGestureRunning()) return last?.settled.get(id) ?? null;
  const now: Ground = { diagram: state.history.present, report: reportOf(state) };
  if (last?.diagram !== now.diagram || last.report !== now.report) {
    if (last && fitsAsBefore(last, now)) last = { ...last, ...now };
    else {
      before = last?.settled ?? before;
      last = pillsOf(now);
    }
  }
  const known = last.settled.get(id);
  if (known !== undefined) return known;
  const settled = settle(id, routesNow().shape(id), last.placeOf(id));
  last.settled.set(id, settled);
  return settled;
}

/** Where the pill of a flow stands; the middle of a flow that is being moved. */
export function usePillPlace(id: string, shape: FlowShape | null): PillPlace | null {
  const settled = useStore((state) => settledNow(state, id));
  if (!shape || settled?.shape.path === shape.path) return settled?.place ?? null;
  return { ...shape.middle, part: shape.pillAt, wording: settled?.place.wording ?? 0 };
}
