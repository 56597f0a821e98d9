import { boundariesById, resourcesById, textsById } from '../graph.ts';
import type { Diagram } from '../schema.ts';
import { excerpt } from './excerpt.ts';
import { type Inserted, insert } from './insert.ts';

/** How far to the lower right a copy stands, in pixels. */
export const COPY_STEP = 32;

/** Copies elements as an excerpt of them has them, each in the boundary of its original, a step to the lower right. */
export function duplicate(diagram: Diagram, ids: Iterable<string>, newId: () => string): Inserted {
  const insideOf = (id: string): string | null => {
    const item =
      resourcesById(diagram.resources).get(id) ??
      boundariesById(diagram.boundaries).get(id) ??
      textsById(diagram.texts).get(id);
    return item?.inside ?? null;
  };
  const offset = { x: COPY_STEP, y: COPY_STEP };
  return insert(diagram, excerpt(diagram, ids), { offset, insideOf }, newId);
}
