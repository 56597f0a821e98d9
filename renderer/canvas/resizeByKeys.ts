import { resizeBoundary } from '../../shared/diagram/edit/move.ts';
import { BOUNDARY_MIN, GRID } from '../../shared/diagram/geometry.ts';
import { boundariesById } from '../../shared/diagram/graph.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { letGo, takeIn } from '../state/containment.ts';
import { announce, commit, present } from '../state/store.ts';

const STEPS: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  ArrowLeft: { width: -1, height: 0 },
  ArrowRight: { width: 1, height: 0 },
  ArrowUp: { width: 0, height: -1 },
  ArrowDown: { width: 0, height: 1 },
};

/** With Shift, a step is this many steps. */
const LARGE = 10;

const settled = (diagram: Diagram, id: string): Diagram => takeIn(letGo(diagram, id), id);

/**
 * Makes a boundary wider, narrower, taller or lower by a step of the grid, as its lower right handle does. Steps that
 * follow each other are one to undo. False when the key is not for that, or the element no boundary.
 */
export function resizeByKey(id: string, key: string, large: boolean): boolean {
  const step = STEPS[key];
  const boundary = boundariesById(present().boundaries).get(id);
  if (!step || !boundary) return false;
  const length = GRID * (large ? LARGE : 1);
  const size = {
    width: Math.max(BOUNDARY_MIN.width, boundary.size.width + step.width * length),
    height: Math.max(BOUNDARY_MIN.height, boundary.size.height + step.height * length),
  };
  commit(
    `Resize ${oneLine(boundary.name) || 'boundary'}`,
    (diagram) => settled(resizeBoundary(diagram, id, boundary.position, size), id),
    `resize ${id}`,
  );
  announce(`${size.width} by ${size.height}`);
  return true;
}
