import type { BoundaryKind } from '../../shared/catalog/schema.ts';
import { kindName } from '../../shared/catalog/words.ts';
import { boundaryAt } from '../../shared/diagram/container.ts';
import { canContain, type Move, putInside } from '../../shared/diagram/edit/move.ts';
import { boundsOf, holds, RESOURCE_SIZE, type Rect } from '../../shared/diagram/geometry.ts';
import {
  boundariesById,
  boundaryRect,
  elementOf,
  resourceRect,
  textRect,
  toCanvas,
} from '../../shared/diagram/graph.ts';
import type { Boundary, Diagram, Position, Size } from '../../shared/diagram/schema.ts';
import { catalog } from './catalog.ts';

/*
 * One rule for every gesture: an element is inside the boundary that it looks inside of. A resource or text belongs
 * where its middle is, a boundary where its name stands.
 */

/** How far below its upper border a boundary's name stands, in pixels. */
const NAME = 16;

const nameOfKind = (kind: string): string => kindName(catalog, kind);

const listed = new Intl.ListFormat('en', { type: 'disjunction' });

/** Why a boundary of this kind cannot stand there and where it can, in words; null when it can. */
export function refuseBoundary(kind: BoundaryKind, inside: Boundary | null): string | null {
  // What the catalog does not know, it has no word against.
  if (inside !== null && !catalog.boundaries.has(inside.kind)) return null;
  if (kind.inside.includes(inside?.kind ?? null)) return null;
  const where = inside === null ? 'on the bare canvas' : `inside a boundary of the kind ${nameOfKind(inside.kind)}`;
  const may = kind.inside.map((each) => (each === null ? 'on the bare canvas' : `in ${nameOfKind(each)}`));
  return `${kind.name} cannot stand ${where}. It may stand ${listed.format(may)}.`;
}

const covers = (outer: Rect, rect: Rect): boolean => {
  const both = boundsOf([outer, rect]);
  return both?.width === outer.width && both.height === outer.height;
};

/** What lies in the same container as a boundary and is covered by it is inside it from now on: it looks so. */
export function takeIn(diagram: Diagram, id: string): Diagram {
  const added = boundariesById(diagram.boundaries).get(id);
  if (!added) return diagram;
  const rect = boundaryRect(diagram, added);
  const resources = diagram.resources.filter(
    (each) => each.inside === added.inside && covers(rect, resourceRect(diagram, each)),
  );
  const texts = diagram.texts.filter((each) => each.inside === added.inside && covers(rect, textRect(diagram, each)));
  const boundaries = diagram.boundaries.filter((each) => {
    const kind = catalog.boundaries.get(each.kind)?.kind;
    const fits = each.id !== id && each.inside === added.inside && covers(rect, boundaryRect(diagram, each));
    return fits && kind !== undefined && refuseBoundary(kind, added) === null && canContain(diagram, id, each.id);
  });
  return [...boundaries, ...resources, ...texts].reduce((result, each) => putInside(result, each.id, id), diagram);
}

/** Where something is, and by which of its points it belongs there. */
interface Held {
  readonly inside: string | null;
  readonly position: Position;
  /** From its upper left. */
  readonly grip: Position;
}

const middleOf = ({ width, height }: Size): Position => ({ x: width / 2, y: height / 2 });

/** What has a place: an element that is no flow, or a text. */
function heldOf(diagram: Diagram, id: string): Held | null {
  const found = elementOf(diagram, id);
  switch (found?.kind) {
    case 'resource':
      return { ...found.resource, grip: middleOf(RESOURCE_SIZE) };
    case 'boundary':
      return { ...found.boundary, grip: { x: found.boundary.size.width / 2, y: NAME } };
    case 'text':
      return { ...found.text, grip: middleOf(found.text.size) };
    case 'flow':
    case undefined:
      return null;
  }
}

/** The point of the canvas by which something belongs somewhere, if it were at a position inside where it is now. */
function gripAt(diagram: Diagram, { inside, grip }: Held, position: Position): Position {
  const at = toCanvas(diagram, inside, position);
  return { x: at.x + grip.x, y: at.y + grip.y };
}

/** What of a boundary's content looks outside of it moves out to where the boundary is. */
export function letGo(diagram: Diagram, id: string): Diagram {
  const boundary = boundariesById(diagram.boundaries).get(id);
  if (!boundary) return diagram;
  const rect = boundaryRect(diagram, boundary);
  const outside = [...diagram.boundaries, ...diagram.resources, ...diagram.texts].filter((each) => {
    const held = each.inside === id ? heldOf(diagram, each.id) : null;
    return held !== null && !holds(rect, gripAt(diagram, held, held.position));
  });
  return outside.reduce((result, each) => putInside(result, each.id, boundary.inside), diagram);
}

/** The boundary that an element would belong to at a position inside the boundary where it is now. */
export function containerAt(
  diagram: Diagram,
  id: string,
  position: Position,
  moving: readonly string[],
): string | null {
  const held = heldOf(diagram, id);
  return held === null ? null : (boundaryAt(diagram, gripAt(diagram, held, position), moving)?.id ?? null);
}

/** Moves with the container that each leads into; and why some elements may not go there: those do not move. */
export function withContainers(
  diagram: Diagram,
  moves: readonly { readonly id: string; readonly position: Position }[],
): { readonly moves: readonly Move[]; readonly refused: readonly string[] } {
  const ids = moves.map(({ id }) => id);
  const boundaries = boundariesById(diagram.boundaries);
  const allowed: Move[] = [];
  const refused: string[] = [];
  for (const { id, position } of moves) {
    const boundary = boundaries.get(id);
    const now = heldOf(diagram, id)?.inside ?? null;
    const container = now !== null && ids.includes(now) ? now : containerAt(diagram, id, position, ids);
    const kind = boundary && catalog.boundaries.get(boundary.kind)?.kind;
    const why =
      kind && container !== now
        ? refuseBoundary(kind, container === null ? null : (boundaries.get(container) ?? null))
        : null;
    if (why !== null) refused.push(why);
    else if (container === now) allowed.push({ id, position });
    else {
      const at = toCanvas(diagram, now, position);
      const origin = toCanvas(diagram, container, { x: 0, y: 0 });
      allowed.push({ id, inside: container, position: { x: at.x - origin.x, y: at.y - origin.y } });
    }
  }
  return { moves: allowed, refused };
}
