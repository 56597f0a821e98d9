import { pointAlong } from '../../diagram/curve.ts';
import type { Rect } from '../../diagram/geometry.ts';
import { pillParts } from '../../diagram/pillPlace.ts';
import type { PlacedFlow } from './drawFlow.ts';
import type { Drawing } from './drawing.ts';
import { type PillContent, pillContents } from './pill.ts';
import { MARKER_HEIGHT } from './shapes.ts';
import { createSpace, type Space } from './space.ts';

/** A pill, what it says, and where its middle is. */
export interface PlacedPill {
  readonly placed: PlacedFlow;
  readonly content: PillContent;
  readonly x: number;
  readonly y: number;
}

/** Pixels above and below the curve, the best first. */
const BESIDE = [0, -20, 20, -40, 40];
const HALF = MARKER_HEIGHT / 2;

/** The room that a pill takes. */
export const pillRect = ({ content: { width }, x, y }: Omit<PlacedPill, 'placed'>): Rect => ({
  x: x - width / 2,
  y: y - HALF,
  width,
  height: MARKER_HEIGHT,
});

/** Where the pill covers nothing: on the curve if it can be, else beside it, else with less text. */
function freePlace(space: Space, placed: PlacedFlow, contents: readonly PillContent[]): PlacedPill | null {
  const points = pillParts(placed).map((part) => pointAlong(placed.line, part));
  for (const content of contents) {
    for (const beside of BESIDE) {
      for (const { x, y } of points) {
        const pill = { content, x, y: y + beside };
        if (space.isFree(pillRect(pill))) return { ...pill, placed };
      }
    }
  }
  return null;
}

function placePill(drawing: Drawing, space: Space, placed: PlacedFlow): PlacedPill | null {
  const contents = pillContents(drawing, placed.flow);
  const least = contents.at(-1);
  if (!least) return null;
  // With no room anywhere the shortest text stands on the curve: a number must not be lost.
  const pill = freePlace(space, placed, contents) ?? {
    placed,
    content: least,
    ...pointAlong(placed.line, placed.pillAt),
  };
  space.take(pillRect(pill));
  return pill;
}

/** The pills of all flows; none covers a resource, a marker, a name or another pill where there is room beside them. */
export function placePills(
  drawing: Drawing,
  flows: readonly PlacedFlow[],
  taken: readonly Rect[],
): readonly PlacedPill[] {
  const space = createSpace(taken);
  return flows.flatMap((placed) => placePill(drawing, space, placed) ?? []);
}
