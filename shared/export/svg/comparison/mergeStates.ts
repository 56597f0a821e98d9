import { BOUNDARY_HEADER, overlaps, RESOURCE_SIZE, type Rect } from '../../../diagram/geometry.ts';
import { boundariesAround, boundaryRect, outermostFirst, resourceRect } from '../../../diagram/graph.ts';
import type { Boundary, Diagram, Position, Resource } from '../../../diagram/schema.ts';
import { createSpace, type Space } from '../space.ts';

const STEP = { x: RESOURCE_SIZE.width + 40, y: RESOURCE_SIZE.height + 32 };
const FURTHEST = 4;

/** Steps away from a place, the nearest first. */
const AWAY: readonly Position[] = Array.from({ length: (2 * FURTHEST + 1) ** 2 }, (_, i) => ({
  x: ((i % (2 * FURTHEST + 1)) - FURTHEST) * STEP.x,
  y: (Math.floor(i / (2 * FURTHEST + 1)) - FURTHEST) * STEP.y,
})).sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y) || b.y - a.y || b.x - a.x);

const shifted = <T extends Position>(at: T, by: Position): T => ({ ...at, x: at.x + by.x, y: at.y + by.y });

const isWithin = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y + BOUNDARY_HEADER &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The elements of `earlier` that are nowhere in the later state. */
const gone = <T extends { readonly id: string }>(earlier: readonly T[], ids: ReadonlySet<string>): readonly T[] =>
  earlier.filter(({ id }) => !ids.has(id));

const headerOf = (diagram: Diagram, boundary: Boundary): Rect => ({
  ...boundaryRect(diagram, boundary),
  height: BOUNDARY_HEADER,
});

/** A boundary moved up until its name stands on no other one's. */
function boundaryAside(diagram: Diagram, boundary: Boundary): Boundary {
  const others = diagram.boundaries.filter(({ id }) => id !== boundary.id).map((each) => headerOf(diagram, each));
  const own = headerOf(diagram, boundary);
  const ups = Array.from({ length: FURTHEST + 1 }, (_, i) => ({ x: 0, y: -i * BOUNDARY_HEADER }));
  const free = ups.find((by) => !others.some((other) => overlaps(other, shifted(own, by))));
  return free ? { ...boundary, position: shifted(boundary.position, free) } : boundary;
}

/** How far to move a resource of this rectangle to where nothing stands: inside its boundary if there is room. */
function wayAside(diagram: Diagram, space: Space, own: Rect, inside: string | null): Position {
  const around = boundariesAround(diagram, inside);
  const others = diagram.boundaries.filter((each) => !around.includes(each)).map((each) => boundaryRect(diagram, each));
  const container = around[0] && boundaryRect(diagram, around[0]);
  const free = AWAY.filter((by) => space.isFree(shifted(own, by)));
  const clear = free.filter((by) => !others.some((other) => overlaps(other, shifted(own, by))));
  const best = clear.find((by) => !container || isWithin(shifted(own, by), container));
  return best ?? clear[0] ?? free[0] ?? { x: 0, y: 0 };
}

function resourceAside(diagram: Diagram, space: Space, resource: Resource): Resource {
  const own = resourceRect(diagram, resource);
  const by = space.isFree(own) ? { x: 0, y: 0 } : wayAside(diagram, space, own, resource.inside);
  space.take(shifted(own, by));
  return { ...resource, position: shifted(resource.position, by) };
}

/**
 * Two states in one diagram: all of the later one, and from the earlier one what the later does not have, where it was.
 * What would lie on something else stands beside it. A picture, not a document: decisions are those of the later state.
 */
export function mergeStates(before: Diagram, after: Diagram): Diagram {
  const ids = new Set([...after.resources, ...after.flows, ...after.boundaries, ...after.texts].map(({ id }) => id));
  let merged: Diagram = {
    ...after,
    name: after.name || before.name,
    boundaries: [...after.boundaries, ...gone(before.boundaries, ids)],
    flows: [...after.flows, ...gone(before.flows, ids)],
    texts: [...after.texts, ...gone(before.texts, ids)],
  };
  for (const { id } of outermostFirst(gone(before.boundaries, ids))) {
    const boundaries = merged.boundaries.map((each) => (each.id === id ? boundaryAside(merged, each) : each));
    merged = { ...merged, boundaries };
  }
  const space = createSpace(after.resources.map((resource) => resourceRect(merged, resource)));
  const resources = gone(before.resources, ids).map((resource) => resourceAside(merged, space, resource));
  return { ...merged, resources: [...after.resources, ...resources] };
}
