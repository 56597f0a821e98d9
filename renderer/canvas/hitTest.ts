import { attachPoint, distanceToCurve, flowCurve, flowSides, holds } from '../../shared/diagram/geometry.ts';
import { resourceRect, resourcesById } from '../../shared/diagram/graph.ts';
import type { Diagram, Position } from '../../shared/diagram/schema.ts';

/** The resource at a point of the canvas, topmost first. */
export function resourceAt(diagram: Diagram, point: Position): string | null {
  return diagram.resources.findLast((resource) => holds(resourceRect(diagram, resource), point))?.id ?? null;
}

/**
 * The flow nearest to a point, within `reach` pixels. Flows have no wide invisible path of their own to catch clicks:
 * at hundreds of flows that costs more than looking once when someone clicks.
 */
export function flowAt(diagram: Diagram, point: Position, reach: number): string | null {
  const resources = resourcesById(diagram.resources);
  let best: { readonly id: string; readonly distance: number } | null = null;
  for (const { id, from, to } of diagram.flows) {
    const [source, target] = [resources.get(from), resources.get(to)];
    if (!source || !target) continue;
    const rects = [resourceRect(diagram, source), resourceRect(diagram, target)] as const;
    const sides = flowSides(...rects);
    const curve = flowCurve(attachPoint(rects[0], sides.from), sides.from, attachPoint(rects[1], sides.to), sides.to);
    const distance = distanceToCurve(curve.points, point);
    if (distance <= reach && distance < (best?.distance ?? Infinity)) best = { id, distance };
  }
  return best?.id ?? null;
}
