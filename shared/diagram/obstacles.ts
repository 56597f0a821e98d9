import type { Rect } from './geometry.ts';
import { resourceRect, textRect } from './graph.ts';
import { createGrid } from './grid.ts';
import type { Diagram, Position, Resource, TextBox } from './schema.ts';

/** Rectangles in a grid, of several at the same place one. */
function createCrowd() {
  const grid = createGrid();
  const places = new Map<string, { readonly rect: Rect; count: number }>();
  const key = ({ x, y, width, height }: Rect): string => `${x} ${y} ${width} ${height}`;
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

const sameRect = (a: Rect, b: Rect): boolean => samePlace(a, b) && a.width === b.width && a.height === b.height;

/**
 * Where the resources and texts of one diagram after the other stand, and the places where something changed between them: what a
 * gesture only passed has not.
 */
export function createObstacles() {
  const crowd = createCrowd();
  const changes: Rect[] = [];
  const known = new Map<string, { readonly item: Resource | TextBox; readonly rect: Rect }>();
  /** Where what has moved stood when the last gesture ended; null for what is new. */
  const origins = new Map<string, Rect | null>();
  let last: Pick<Diagram, 'resources' | 'boundaries' | 'texts'> | null = null;

  const drop = (id: string): void => {
    const rect = known.get(id)?.rect;
    if (!origins.has(id)) origins.set(id, rect ?? null);
    if (!rect) return;
    known.delete(id);
    crowd.remove(rect);
  };
  const put = (item: Resource | TextBox, place: Rect): void => {
    const { id } = item;
    const before = known.get(id)?.rect;
    if (before && sameRect(before, place)) {
      known.set(id, { item, rect: before });
      return;
    }
    drop(id);
    const origin = origins.get(id);
    const rect = origin && sameRect(origin, place) ? origin : place;
    known.set(id, { item, rect });
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
    const { resources, boundaries, texts } = diagram;
    const still = last?.boundaries === boundaries;
    if (still && last?.resources === resources && last.texts === texts) return;
    const isNews = (item: Resource | TextBox): boolean => !still || known.get(item.id)?.item !== item;
    for (const each of resources) if (isNews(each)) put(each, resourceRect(diagram, each));
    for (const each of texts) if (isNews(each)) put(each, textRect(diagram, each));
    if (known.size > resources.length + texts.length) {
      const there = new Set([...resources, ...texts].map(({ id }) => id));
      for (const id of [...known.keys()]) if (!there.has(id)) drop(id);
    }
    last = { resources, boundaries, texts };
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
