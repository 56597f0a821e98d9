import { RESOURCE_SIZE, type Rect } from './geometry.ts';
import { boundariesIn, resourcesIn, textsIn } from './graph.ts';
import type { Diagram } from './schema.ts';

/** Something that stands in a container, as a rectangle from the container's corner. */
export interface Item extends Rect {
  readonly id: string;
}

/** What stands directly in a container: resources, boundaries and texts. */
export const itemsIn = (diagram: Diagram, container: string | null): readonly Item[] => [
  ...(resourcesIn(diagram.resources).get(container) ?? []).map(({ id, position }) => ({
    id,
    ...position,
    ...RESOURCE_SIZE,
  })),
  ...(boundariesIn(diagram.boundaries).get(container) ?? []).map(({ id, position, size }) => ({
    id,
    ...position,
    ...size,
  })),
  ...(textsIn(diagram.texts).get(container) ?? []).map(({ id, position, size }) => ({ id, ...position, ...size })),
];
