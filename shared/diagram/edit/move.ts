import { fitPosition, fitSize } from '../fit.ts';
import { boundariesAround, boundariesById, resourcesById, textsById, toCanvas } from '../graph.ts';
import type { Boundary, Diagram, Position, Resource, Size, TextBox } from '../schema.ts';
import { replace } from './replace.ts';

export interface Move {
  readonly id: string;
  readonly position: Readonly<Position>;
  /** The boundary it is in afterwards; left out, it stays where it is. */
  readonly inside?: string | null;
}

/** Says whether something may go into a boundary: one that is there, and neither itself nor inside itself. */
function containment(diagram: Diagram): (id: string, inside: string | null) => boolean {
  let known: Map<string, string | null> | null = null;
  return (id, inside) => {
    // Only when asked: most moves, and every frame of a drag, stay inside the same boundary.
    known ??= new Map(diagram.boundaries.map((boundary) => [boundary.id, boundary.inside]));
    const parents = known;
    if (inside !== null && !parents.has(inside)) return false;
    for (let at = inside; at !== null; at = parents.get(at) ?? null) if (at === id) return false;
    // Of two boundaries that swap places in one move the second must see where the first one is now.
    if (parents.has(id)) parents.set(id, inside);
    return true;
  };
}

/**
 * Moves resources, boundaries and texts; what is inside a boundary moves with it, since positions are relative. A move into a
 * boundary that is not there, or of a boundary into itself, is left out.
 */
export function move(diagram: Diagram, moves: readonly Move[]): Diagram {
  const byId = new Map(moves.map((each) => [each.id, each]));
  const mayGo = containment(diagram);
  const moved = <T extends Resource | Boundary | TextBox>(item: T): T => {
    const to = byId.get(item.id);
    if (!to) return item;
    const position = fitPosition(to.position);
    const inside = to.inside === undefined ? item.inside : to.inside;
    if (inside !== item.inside && !mayGo(item.id, inside)) return item;
    const same = position.x === item.position.x && position.y === item.position.y && inside === item.inside;
    return same ? item : { ...item, position, inside };
  };
  const change = <T extends Resource | Boundary | TextBox>(items: readonly T[]): readonly T[] => {
    const result = items.map(moved);
    return result.every((item, i) => item === items[i]) ? items : result;
  };
  const resources = change(diagram.resources);
  const boundaries = change(diagram.boundaries);
  const texts = change(diagram.texts);
  const same = resources === diagram.resources && boundaries === diagram.boundaries && texts === diagram.texts;
  return same ? diagram : { ...diagram, resources, boundaries, texts };
}

/** True when the boundary may be put inside the other one: not into itself, nor into what it contains. */
export const canContain = (diagram: Diagram, container: string | null, id: string): boolean =>
  container !== id && !boundariesAround(diagram, container).some((boundary) => boundary.id === id);

/** Puts an element into a boundary (or out, with null) without moving it on the canvas. */
export function putInside(diagram: Diagram, id: string, container: string | null): Diagram {
  const item =
    resourcesById(diagram.resources).get(id) ??
    boundariesById(diagram.boundaries).get(id) ??
    textsById(diagram.texts).get(id);
  if (!item || item.inside === container || !canContain(diagram, container, id)) return diagram;
  const now = toCanvas(diagram, item.inside, item.position);
  const origin = toCanvas(diagram, container, { x: 0, y: 0 });
  return move(diagram, [{ id, inside: container, position: { x: now.x - origin.x, y: now.y - origin.y } }]);
}

/** Gives a boundary a new position and size, not below the smallest one; its content stays where it is on the canvas. */
export function resizeBoundary(
  diagram: Diagram,
  id: string,
  position: Readonly<Position>,
  size: Readonly<Size>,
): Diagram {
  const old = boundariesById(diagram.boundaries).get(id);
  if (!old) return diagram;
  const to = fitPosition(position);
  const by = { x: old.position.x - to.x, y: old.position.y - to.y };
  const boundaries = replace(diagram.boundaries, id, () => ({ ...old, position: to, size: fitSize(size) }));
  if (by.x === 0 && by.y === 0) return { ...diagram, boundaries };
  const stay = [...diagram.resources, ...diagram.boundaries, ...diagram.texts]
    .filter((item) => item.inside === id)
    .map((item) => ({ id: item.id, position: { x: item.position.x + by.x, y: item.position.y + by.y } }));
  return move({ ...diagram, boundaries }, stay);
}
