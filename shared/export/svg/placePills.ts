import type { Rect } from '../../diagram/geometry.ts';
import { createGrid } from '../../diagram/grid.ts';
import { createPills } from '../../diagram/pills.ts';
import { routesOf } from '../../diagram/router.ts';
import type { PlacedFlow } from './drawFlow.ts';
import type { Drawing } from './drawing.ts';
import { type PillContent, pillContents } from './pill.ts';
import { MARKER_HEIGHT } from './shapes.ts';

/** A pill, what it says, and where its middle is. */
export interface PlacedPill {
  readonly placed: PlacedFlow;
  readonly content: PillContent;
  readonly x: number;
  readonly y: number;
}

/** The room that a pill takes. */
export const pillRect = ({ content: { width }, x, y }: Omit<PlacedPill, 'placed'>): Rect => ({
  x: x - width / 2,
  y: y - MARKER_HEIGHT / 2,
  width,
  height: MARKER_HEIGHT,
});

/** The pills of all flows; none covers a resource, a marker, a name or another pill where there is room beside them. */
export function placePills(
  drawing: Drawing,
  flows: readonly PlacedFlow[],
  taken: readonly Rect[],
): readonly PlacedPill[] {
  const routes = routesOf(drawing.diagram);
  const grid = createGrid(taken);
  const contents = new Map(flows.map(({ flow }) => [flow.id, pillContents(drawing, flow)]));
  const placeOf = createPills({
    flows: flows.map(({ flow }) => flow),
    shapeOf: routes.shape,
    reachOf: routes.reach,
    widthsOf: ({ id }) => contents.get(id)?.map(({ width }) => width) ?? [],
    standing: (area) => [...grid.overlapping(area), ...routes.standing(area)],
  });
  return flows.flatMap((placed) => {
    const place = placeOf(placed.flow.id);
    const content = contents.get(placed.flow.id)?.[place?.wording ?? 0];
    return place && content ? [{ placed, content, x: place.x, y: place.y }] : [];
  });
}
