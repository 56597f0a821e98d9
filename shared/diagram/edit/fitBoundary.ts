import { BOUNDARY_HEADER, BOUNDARY_PADDING, boundsOf, RESOURCE_SIZE } from '../geometry.ts';
import { boundariesById, boundariesIn, resourcesIn, textsIn } from '../graph.ts';
import type { Diagram } from '../schema.ts';
import { resizeBoundary } from './move.ts';

/** Makes a boundary as large as what stands in it needs, with room around it. An empty one stays as it is. */
export function fitBoundary(diagram: Diagram, id: string): Diagram {
  const boundary = boundariesById(diagram.boundaries).get(id);
  const content = boundsOf([
    ...(resourcesIn(diagram.resources).get(id) ?? []).map(({ position }) => ({ ...position, ...RESOURCE_SIZE })),
    ...(boundariesIn(diagram.boundaries).get(id) ?? []).map(({ position, size }) => ({ ...position, ...size })),
    ...(textsIn(diagram.texts).get(id) ?? []).map(({ position, size }) => ({ ...position, ...size })),
  ]);
  if (!boundary || !content) return diagram;
  const top = BOUNDARY_HEADER + BOUNDARY_PADDING;
  const at = {
    x: boundary.position.x + content.x - BOUNDARY_PADDING,
    y: boundary.position.y + content.y - top,
  };
  const size = { width: content.width + 2 * BOUNDARY_PADDING, height: content.height + top + BOUNDARY_PADDING };
  const same =
    at.x === boundary.position.x &&
    at.y === boundary.position.y &&
    size.width === boundary.size.width &&
    size.height === boundary.size.height;
  return same ? diagram : resizeBoundary(diagram, id, at, size);
}
