import { BOUNDARY_HEADER, BOUNDARY_PADDING, boundsOf } from '../geometry.ts';
import { boundariesById } from '../graph.ts';
import { itemsIn } from '../itemsIn.ts';
import type { Diagram } from '../schema.ts';
import { reshape } from './grow.ts';

/** Makes a boundary as large as what stands in it needs, with room around it. An empty one stays as it is. */
export function fitBoundary(diagram: Diagram, id: string): Diagram {
  const boundary = boundariesById(diagram.boundaries).get(id);
  const content = boundsOf(itemsIn(diagram, id));
  if (!boundary || !content) return diagram;
  const { position, size } = boundary;
  const top = BOUNDARY_HEADER + BOUNDARY_PADDING;
  const fitting = {
    x: position.x + content.x - BOUNDARY_PADDING,
    y: position.y + content.y - top,
    width: content.width + 2 * BOUNDARY_PADDING,
    height: content.height + top + BOUNDARY_PADDING,
  };
  const same =
    fitting.x === position.x &&
    fitting.y === position.y &&
    fitting.width === size.width &&
    fitting.height === size.height;
  return same ? diagram : reshape(diagram, id, fitting);
}
