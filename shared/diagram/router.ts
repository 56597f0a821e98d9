import { distanceTo } from './curve.ts';
import { type FlowShape, middleBetween, movedShape, shapeOf } from './flowShape.ts';
import { boundsOf, grownBy, holds, overlaps, type Rect } from './geometry.ts';
import { flowsById } from './graph.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { createObstacles, samePlace } from './obstacles.ts';
import { FARTHEST, surroundings } from './route.ts';
import type { Diagram, Flow, Position } from './schema.ts';

/** How the flows of a diagram run. Each is found out when it is first asked for. */
export interface Routes {
  /** The shape of a flow, or null when it or one of its ends is not there. */
  readonly shape: (id: string) => FlowShape | null;
  /** The same if it is known already; undefined when it would have to be found out. */
  readonly known: (id: string) => FlowShape | null | undefined;
  /** Where a flow can run at all, found without its shape; null when one of its ends is not there. */
  readonly reach: (flow: Flow) => Readonly<Rect> | null;
  /** What no pill may cover, of what lies in an area or touches it: what stands there, and its signs. */
  readonly standing: (area: Readonly<Rect>) => readonly Readonly<Rect>[];
  /** The flow nearest to a point of the canvas, within `reach` pixels, or null. */
  readonly at: (point: Readonly<Position>, reach: number) => string | null;
}

/** Between what a flow runs. */
interface Ends {
  readonly flow: Flow;
  readonly source: Rect;
  readonly target: Rect;
  readonly lane: Lane;
}

interface Known extends Omit<Ends, 'flow'> {
  readonly bend: Flow['bend'];
  /** What decides the shape lies in here. */
  readonly area: Rect;
  readonly shape: FlowShape;
  /** Found while a gesture ran, by what it passed then. */
  readonly isProvisional: boolean;
  /** How many changes it has been compared with. */
  seen: number;
}

const sameLane = (a: Lane, b: Lane): boolean => a.at === b.at && a.of === b.of;

const areaOf = (source: Rect, target: Rect, through: Position | null): Rect => {
  const area = surroundings(source, target);
  return through ? (boundsOf([area, { ...through, width: 0, height: 0 }]) ?? area) : area;
};

/** When so many places have changed, forgetting everything is cheaper than comparing. */
const MOST_CHANGES = 5000;

/**
 * A router remembers the shapes that it has found: for the next diagram it looks only at flows whose ends moved or that
 * something moved near, and the others keep their very object. While a gesture runs (`isRunning`) only flows of what
 * moves follow it; what it passes makes way at the end.
 */
export function createRouter(): (diagram: Diagram, isRunning?: boolean) => Routes {
  const places = createObstacles();
  const { changes, rectOf } = places;
  const memory = new Map<string, Known>();

  const isTouched = (entry: Known): boolean => {
    // What touches it is looked at again until its shape is found anew.
    for (; entry.seen < changes.length; entry.seen++) {
      const change = changes[entry.seen];
      if (change && overlaps(change, entry.area)) return true;
    }
    return false;
  };
  const find = ({ flow, lane, source, target }: Ends, isProvisional: boolean): Known => {
    const origin = middleBetween(source, target);
    const through = flow.bend ? { x: origin.x + flow.bend.x, y: origin.y + flow.bend.y } : null;
    const area = areaOf(source, target, through);
    // What was led by hand leads around nothing.
    const near = through ? [] : places.near(area);
    const others = near.filter((rect) => !samePlace(rect, source) && !samePlace(rect, target));
    const shape = shapeOf({ source, target, lane, through, others });
    return { source, target, lane, bend: flow.bend, area, shape, isProvisional, seen: changes.length };
  };

  return (diagram, isRunning = false) => {
    places.update(diagram, isRunning);
    if (changes.length > MOST_CHANGES) {
      changes.length = 0;
      memory.clear();
    }
    const flows = flowsById(diagram.flows);
    const laneOf = lanesOf(diagram.flows);
    const endsOf = (id: string): Ends | null => {
      const flow = flows.get(id);
      const source = flow && rectOf(flow.from);
      const target = flow && rectOf(flow.to);
      return source && target ? { flow, source, target, lane: laneOf(id) } : null;
    };
    const remembered = (id: string, { flow, source, target, lane }: Ends): FlowShape | undefined => {
      const before = memory.get(id);
      const same =
        before?.source === source &&
        before.target === target &&
        before.bend === flow.bend &&
        sameLane(before.lane, lane) &&
        (isRunning || (!before.isProvisional && !isTouched(before)));
      return same ? before.shape : undefined;
    };
    const known = (id: string): FlowShape | null | undefined => {
      const ends = endsOf(id);
      return ends && remembered(id, ends);
    };
    const shape = (id: string): FlowShape | null => {
      const ends = endsOf(id);
      if (!ends) return null;
      const before = remembered(id, ends);
      if (before) return before;
      const entry = (isRunning && moved(ends, memory.get(id))) || find(ends, isRunning);
      memory.set(id, entry);
      return entry.shape;
    };
    const at = (point: Readonly<Position>, reach: number): string | null => {
      let best: { readonly id: string; readonly distance: number } | null = null;
      for (const { id, from, to, bend } of diagram.flows) {
        const [source, target] = [rectOf(from), rectOf(to)];
        // A flow that was led by hand may run anywhere.
        if (!source || !target || (!bend && !holds(surroundings(source, target), point))) continue;
        const found = shape(id);
        const distance = found ? distanceTo(found.line, point) : Infinity;
        if (distance <= reach && distance < (best?.distance ?? Infinity)) best = { id, distance };
      }
      return best?.id ?? null;
    };
    const reach = ({ from, to, bend }: Flow): Readonly<Rect> | null => {
      const [source, target] = [rectOf(from), rectOf(to)];
      const between = source && target ? boundsOf([source, target]) : null;
      return between && grownBy(between, FARTHEST + (bend ? Math.max(Math.abs(bend.x), Math.abs(bend.y)) : 0));
    };
    const standing = (area: Readonly<Rect>) => [...places.near(area), ...places.signsNear(area)];
    return { shape, known, reach, standing, at };
  };
}

/** A flow whose two ends moved by the same way while a gesture runs: its shape moves with them. Null for others. */
function moved({ flow, source, target, lane }: Ends, before: Known | undefined): Known | null {
  if (!before || before.bend !== flow.bend || !sameLane(before.lane, lane)) return null;
  const by = { x: source.x - before.source.x, y: source.y - before.source.y };
  if (!samePlace(by, { x: target.x - before.target.x, y: target.y - before.target.y })) return null;
  return { ...before, source, target, shape: movedShape(before.shape, by), isProvisional: true };
}

const cache = new WeakMap<Diagram, Routes>();

/** How the flows of one diagram run, for as long as it lives. */
export function routesOf(diagram: Diagram): Routes {
  const routes = cache.get(diagram) ?? createRouter()(diagram);
  cache.set(diagram, routes);
  return routes;
}
