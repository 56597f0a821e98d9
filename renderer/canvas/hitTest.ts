import { boundaryAt } from '../../shared/diagram/container.ts';
import { holds, overlaps, type Rect } from '../../shared/diagram/geometry.ts';
import { boundaryRect, resourceRect, textRect } from '../../shared/diagram/graph.ts';
import type { Diagram, Position } from '../../shared/diagram/schema.ts';
import { routesNow } from '../state/routes.ts';

/** Pixels on the screen within which a click counts as on a flow. */
export const REACH = 8;

/** The resource at a point of the canvas, topmost first. */
export function resourceAt(diagram: Diagram, point: Position): string | null {
  return diagram.resources.findLast((resource) => holds(resourceRect(diagram, resource), point))?.id ?? null;
}

/** The resource at a point, else the innermost boundary there, or null. */
export const elementAt = (diagram: Diagram, point: Position): string | null =>
  resourceAt(diagram, point) ?? boundaryAt(diagram, point)?.id ?? null;

/**
 * The flow nearest to a point, within `reach` pixels. Flows have no wide invisible path of their own to catch clicks: at
 * hundreds of flows that costs more than looking once when someone clicks.
 */
export const flowAt = (point: Position, reach: number): string | null => routesNow().at(point, reach);

/** Everything that a box touches: resources, texts, boundaries that lie in it whole, and flows between what was found. */
export function elementsIn(diagram: Diagram, box: Readonly<Rect>): readonly string[] {
  const resources = diagram.resources.filter((each) => overlaps(box, resourceRect(diagram, each))).map(({ id }) => id);
  const boundaries = diagram.boundaries.filter((each) => {
    const rect = boundaryRect(diagram, each);
    const corner = { x: rect.x + rect.width, y: rect.y + rect.height };
    return holds(box, rect) && holds(box, corner);
  });
  const texts = diagram.texts.filter((each) => overlaps(box, textRect(diagram, each)));
  const found = new Set(resources);
  const flows = diagram.flows.filter(({ from, to }) => found.has(from) && found.has(to));
  return [...resources, ...[...texts, ...boundaries, ...flows].map(({ id }) => id)];
}
