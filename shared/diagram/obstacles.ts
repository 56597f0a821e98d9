import type { Rect } from './geometry.ts';
import { boundaryRect, resourceRect, textRect } from './graph.ts';
import { createGrid } from './grid.ts';
import { headingOf, rollupOf, signsOf } from './labels.ts';
import type { Boundary, Diagram, Position, Resource, TextBox } from './schema.ts';

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

/** What has a place of its own on the canvas. */
type Item = Resource | Boundary | TextBox;

/** Where things of one kind stand, in one diagram after the other. */
function createLayer() {
  const crowd = createCrowd();
  const changes: Rect[] = [];
  const known = new Map<string, Rect>();
  /** Where what has moved stood when the last gesture ended; null for what is new. */
  const origins = new Map<string, Rect | null>();

  const drop = (id: string): void => {
    const rect = known.get(id);
    if (!origins.has(id)) origins.set(id, rect ?? null);
    if (!rect) return;
    known.delete(id);
    crowd.remove(rect);
  };
  return {
    changes,
    near: crowd.overlapping,
    rectOf: (id: string): Rect | undefined => known.get(id),
    put(id: string, place: Rect): void {
      const before = known.get(id);
      if (before && sameRect(before, place)) return;
      drop(id);
      const origin = origins.get(id);
      const rect = origin && sameRect(origin, place) ? origin : place;
      known.set(id, rect);
      crowd.add(rect);
    },
    drop,
    /** Ends a gesture: what is elsewhere than before has changed. */
    settle(): void {
      for (const [id, origin] of origins) {
        const rect = known.get(id);
        if (rect === origin) continue;
        if (origin) changes.push(origin);
        if (rect) changes.push(rect);
      }
      origins.clear();
    },
  };
}

/**
 * Where what flows lead around stands in one diagram after the other (resources, texts and the names of boundaries), and
 * the places where something changed between them: what a gesture only passed has not. Beside that, where their signs are.
 */
export function createObstacles() {
  const solid = createLayer();
  const signs = createLayer();
  const known = new Map<string, Item>();
  let last: Pick<Diagram, 'resources' | 'boundaries' | 'texts'> | null = null;

  const read = (diagram: Diagram): void => {
    const { resources, boundaries, texts } = diagram;
    const still = last?.boundaries === boundaries;
    if (still && last?.resources === resources && last.texts === texts) return;
    const isNews = (item: Item): boolean => {
      const isKnown = still && known.get(item.id) === item;
      if (!isKnown) known.set(item.id, item);
      return !isKnown;
    };
    for (const each of resources) {
      if (!isNews(each)) continue;
      const rect = resourceRect(diagram, each);
      solid.put(each.id, rect);
      signs.put(each.id, signsOf(rect));
    }
    for (const each of boundaries) {
      if (!isNews(each)) continue;
      const rect = boundaryRect(diagram, each);
      solid.put(each.id, headingOf(each, rect));
      signs.put(each.id, rollupOf(rect));
    }
    for (const each of texts) if (isNews(each)) solid.put(each.id, textRect(diagram, each));
    if (known.size > resources.length + boundaries.length + texts.length) {
      const there = new Set([...resources, ...boundaries, ...texts].map(({ id }) => id));
      for (const id of known.keys()) {
        if (there.has(id)) continue;
        known.delete(id);
        solid.drop(id);
        signs.drop(id);
      }
    }
    last = { resources, boundaries, texts };
  };
  return {
    changes: solid.changes,
    near: solid.near,
    signsNear: signs.near,
    rectOf: solid.rectOf,
    update(diagram: Diagram, isRunning: boolean): void {
      read(diagram);
      if (isRunning) return;
      solid.settle();
      signs.settle();
    },
  };
}
