import { attachPoint, type FlowCurve, flowCurve, flowSides, type Rect, type Side } from './geometry.ts';
import { flowPairs, resourceRect, resourcesById } from './graph.ts';
import type { Diagram, Flow, Position } from './schema.ts';

/** Pixels from the middle of a side at which a flow attaches when another one runs the other way. */
const APART = 11;

/** How a flow runs on the canvas, the same there, under a click, and in every export. */
export interface FlowShape {
  readonly from: Side;
  readonly to: Side;
  /** Pixels along the sides, from their middles. */
  readonly offset: number;
  readonly start: Position;
  readonly end: Position;
  readonly curve: FlowCurve;
}

/** The offset that keeps a flow apart from one that runs the other way between the same two resources; else 0. */
export function flowOffset(diagram: Diagram, { from, to }: Flow): number {
  if (!flowPairs(diagram.flows).has(`${to}>${from}`)) return 0;
  return from < to ? -APART : APART;
}

/** The shape of a flow between two rectangles. */
export function shapeBetween(source: Readonly<Rect>, target: Readonly<Rect>, offset: number): FlowShape {
  const { from, to } = flowSides(source, target);
  const start = attachPoint(source, from, offset);
  const end = attachPoint(target, to, offset);
  return { from, to, offset, start, end, curve: flowCurve(start, from, end, to) };
}

/** The shape of a flow of the diagram, or null when one of its ends is not there. */
export function flowShape(diagram: Diagram, flow: Flow): FlowShape | null {
  const resources = resourcesById(diagram.resources);
  const [source, target] = [resources.get(flow.from), resources.get(flow.to)];
  if (!source || !target) return null;
  return shapeBetween(resourceRect(diagram, source), resourceRect(diagram, target), flowOffset(diagram, flow));
}
