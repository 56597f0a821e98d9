import type { Rect } from './geometry.ts';
import { resourceRect } from './graph.ts';
import { createGrid } from './grid.ts';
import type { Diagram, Position, Resource } from './schema.ts';

/** Rectangles in a grid, of several at the same place one. */
function createCrowd() {
  const grid = createGrid();
  const places = new Map<string, { readonly rect: Rect; count: number }>();
  const key = ({ x, y }: Rect): string => `${x} ${y}`;
  return {
    overlapping: grid.overlapping,
    add(rect: Rect): void {
      const there = places.get(key(rect));
      if (there) there.count++;
      else {
        places.set(key(rect), { rect, count: 1 });
        grid.add(rect);
      }
    },
    remove(rect: Rect): void {
      const there = places.get(key(rect));
      if (!there || --there.count > 0) return;
      places.delete(key(rect));
      grid.remove(there.rect);
    },
  };
}

/** True when the two are at the same point. */
export const samePlace = (a: Readonly<Position>, b: Readonly<Position>): boolean => a.x === b.x && a.y === b.y;

/**
 * Where the resources of one diagram after the other stand, and the places where something changed between them: what a
 * gesture only passed has not.
 */
export function createResourcePlaces() {
  const crowd = createCrowd();
  const changes: Rect[] = [];
  const known = new Map<string, { readonly resource: Resource; readonly rect: Rect }>();
  /** Where what has moved stood when the last gesture ended; null for what is new. */
  const origins = new Map<string, Rect | null>();
  let last: Pick<Diagram, 'resources' | 'boundaries'> | null = null;

  const drop = (id: string): void => {
    const rect = known.get(id)?.rect;
    if (!origins.has(id)) origins.set(id, rect ?? null);
    if (!rect) return;
    known.delete(id);
    crowd.remove(rect);
  };
  const put = (resource: Resource, place: Rect): void => {
    const { id } = resource;
    const before = known.get(id)?.rect;
    if (before && samePlace(before, place)) {
      known.set(id, { resource, rect: before });
      return;
    }
    drop(id);
    const origin = origins.get(id);
    const rect = origin && samePlace(origin, place) ? origin : place;
    known.set(id, { resource, rect });
    crowd.add(rect);
  };
  const settle = (): void => {
    for (const [id, origin] of origins) {
      const rect = known.get(id)?.rect;
      if (rect === origin) continue;
      if (origin) changes.push(origin);
      if (rect) changes.push(rect);
    }
    origins.clear();
  };
  const read = (diagram: Diagram): void => {
    const { resources, boundaries } = diagram;
    if (last?.resources === resources && last.boundaries === boundaries) return;
    const still = last?.boundaries === boundaries;
    for (const each of resources) {
      if (!still || known.get(each.id)?.resource !== each) put(each, resourceRect(diagram, each));
    }
    if (known.size > resources.length) {
      const there = new Set(resources.map(({ id }) => id));
      for (const id of [...known.keys()]) if (!there.has(id)) drop(id);
    }
    last = { resources, boundaries };
  };
  return {
    changes,
    near: crowd.overlapping,
    rectOf: (id: string): Rect | undefined => known.get(id)?.rect,
    update(diagram: Diagram, isRunning: boolean): void {
      read(diagram);
      if (!isRunning) settle();
    },
  };
}
