import type { Rect } from './geometry.ts';
import {
  boundariesAround,
  boundariesById,
  boundaryRect,
  resourceRect,
  resourcesById,
  textRect,
  textsById,
} from './graph.ts';
import type { Diagram } from './schema.ts';

/** Something that has a place of its own: a resource, a boundary or a text. */
export interface Placed {
  readonly id: string;
  /** The boundary that it stands in, or null for the bare canvas. */
  readonly inside: string | null;
  /** Where it stands on the canvas. */
  readonly rect: Rect;
}

/** Something with a place, by its id; null for a flow, and for what is not there. */
export function placedOf(diagram: Diagram, id: string): Placed | null {
  const resource = resourcesById(diagram.resources).get(id);
  if (resource) return { id, inside: resource.inside, rect: resourceRect(diagram, resource) };
  const boundary = boundariesById(diagram.boundaries).get(id);
  if (boundary) return { id, inside: boundary.inside, rect: boundaryRect(diagram, boundary) };
  const text = textsById(diagram.texts).get(id);
  return text ? { id, inside: text.inside, rect: textRect(diagram, text) } : null;
}

/** What of these ids has a place and is moved by nothing else of them: what stands in one of the boundaries goes with it. */
export function outermostPlaced(diagram: Diagram, ids: Iterable<string>): readonly Placed[] {
  const given = new Set(ids);
  return [...given].flatMap((id) => {
    const item = placedOf(diagram, id);
    return item && !boundariesAround(diagram, item.inside).some((around) => given.has(around.id)) ? [item] : [];
  });
}
