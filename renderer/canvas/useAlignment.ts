import { useMemo, useRef } from 'react';
import { boundsOf, overlaps, type Rect, snap } from '../../shared/diagram/geometry.ts';
import { boundariesAround, boundaryRect, idsWithin, resourceRect, textRect } from '../../shared/diagram/graph.ts';
import { type Alignment, alignTo } from '../../shared/diagram/guides.ts';
import type { Diagram, Position } from '../../shared/diagram/schema.ts';
import { present } from '../state/store.ts';
import { visibleRect } from '../state/viewport.ts';
import { clearOverlay, showOverlay } from './overlay.ts';

/** Pixels on the canvas within which an element is pulled to a line. */
const REACH = 6;

interface Placed {
  readonly id: string;
  readonly rect: Rect;
}

const placedOf = (diagram: Diagram): readonly Placed[] => [
  ...diagram.resources.map((each) => ({ id: each.id, rect: resourceRect(diagram, each) })),
  ...diagram.boundaries.map((each) => ({ id: each.id, rect: boundaryRect(diagram, each) })),
  ...diagram.texts.map((each) => ({ id: each.id, rect: textRect(diagram, each) })),
];

/** What stands still while `moving` moves, as far as it can be lined up with; and where what moves begins. */
interface Scene {
  readonly origin: Rect;
  readonly start: ReadonlyMap<string, Position>;
  readonly still: readonly Rect[];
}

function sceneOf(diagram: Diagram, moving: readonly string[]): Scene | null {
  const carried = new Set([...moving, ...idsWithin(diagram, moving)]);
  const containers = new Set(
    [...diagram.resources, ...diagram.boundaries, ...diagram.texts]
      .filter(({ id }) => carried.has(id))
      .flatMap(({ inside }) => boundariesAround(diagram, inside).map(({ id }) => id)),
  );
  const placed = placedOf(diagram);
  const origin = boundsOf(placed.filter(({ id }) => moving.includes(id)).map(({ rect }) => rect));
  const items = [...diagram.resources, ...diagram.boundaries, ...diagram.texts];
  const start = new Map(items.filter(({ id }) => moving.includes(id)).map(({ id, position }) => [id, position]));
  const still = placed.filter(({ id }) => !carried.has(id) && !containers.has(id)).map(({ rect }) => rect);
  return origin && { origin, start, still };
}

interface Move {
  readonly id: string;
  readonly position: Position;
}

/** How far to go on along one axis: to the line that is met there, else to the grid where there is one. */
function pullAlong(axis: 'x' | 'y', found: Alignment, at: number, grid: boolean): number {
  const meets = [...found.guides, ...found.gaps].some((each) => each.axis === axis);
  if (meets) return axis === 'x' ? found.dx : found.dy;
  return grid ? snap(at) - at : 0;
}

/** Pulls what is dragged to lines of what stands still, and shows the lines. */
export function useAlignment() {
  const scene = useRef<Scene | null>(null);
  return useMemo(
    () => ({
      begin: (moving: readonly string[]): void => {
        scene.current = sceneOf(present(), moving);
      },
      /** The moves, a few pixels on where that lines them up with others, else with the grid. */
      pull: (moves: readonly Move[], grid: boolean): readonly Move[] => {
        const { current } = scene;
        const [first] = moves;
        const before = first && current?.start.get(first.id);
        if (!current || !first || !before) return moves;
        const { origin, still } = current;
        const by = { x: first.position.x - before.x, y: first.position.y - before.y };
        const visible = visibleRect();
        const at = { ...origin, x: origin.x + by.x, y: origin.y + by.y };
        const near = still.filter((rect) => overlaps(rect, visible));
        const found = alignTo(at, near, REACH);
        showOverlay({ guides: found.guides, gaps: found.gaps });
        const dx = pullAlong('x', found, first.position.x, grid);
        const dy = pullAlong('y', found, first.position.y, grid);
        return moves.map(({ id, position: { x, y } }) => ({ id, position: { x: x + dx, y: y + dy } }));
      },
      end: (): void => {
        scene.current = null;
        clearOverlay();
      },
    }),
    [],
  );
}
