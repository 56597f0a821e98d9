import { boundsOf, type Rect } from '../../diagram/geometry.ts';
import { boundaryRect, outermostFirst, resourceRect, textRect } from '../../diagram/graph.ts';
import type { Boundary, Position, Resource, TextBox } from '../../diagram/schema.ts';
import { boundaryFills } from './boundaryFills.ts';
import { cardTagRects } from './cardTags.ts';
import { boundaryLabels, drawBoundary } from './drawBoundary.ts';
import { drawFlow, type PlacedFlow, placeFlows } from './drawFlow.ts';
import type { Block, Drawing } from './drawing.ts';
import { markRects } from './drawMark.ts';
import { drawResource, markersWidth } from './drawResource.ts';
import { drawText } from './drawText.ts';
import { textLine } from './letters.ts';
import { drawPill } from './pill.ts';
import { type PlacedPill, pillRect, placePills } from './placePills.ts';
import { box, group, MARKER_HEIGHT } from './shapes.ts';

const PADDING = 32;

/** An element of the picture, and the room that it takes on the canvas with all that belongs to it. */
export interface Piece {
  readonly rect: Rect;
  readonly markup: string;
}

/** The picture itself and the width it needs. */
export interface Picture extends Block {
  readonly width: number;
  /** Where the origin of the canvas is in the picture. */
  readonly origin: Position;
  readonly pieces: readonly Piece[];
  /** The markup with some of the pieces. */
  readonly showing: (pieces: readonly Piece[]) => string;
}

function emptyPicture({ diagram, palette, letters }: Drawing, width: number): Picture {
  const height = 96;
  const all = diagram.resources.length + diagram.boundaries.length + diagram.texts.length;
  const words = all === 0 ? 'Nothing is on the canvas yet.' : 'Nothing of the diagram is in this part.';
  const ink = { letters: letters.picture, fill: palette.dim, font: { size: 13 } };
  const markup = box(0, 0, width, height, 8, { fill: palette.canvas }) + textLine(words, PADDING, height / 2 + 4, ink);
  return { width, height, markup, origin: { x: 0, y: 0 }, pieces: [], showing: () => markup };
}

/** Where a resource stands, and where its markers do. */
function resourceRects(drawing: Drawing, resource: Resource): readonly Rect[] {
  const rect = resourceRect(drawing.diagram, resource);
  const marked = [rect, ...markRects(drawing, resource.id, rect), ...cardTagRects(drawing, resource, rect)];
  const width = markersWidth(drawing, resource.id);
  if (width === 0) return marked;
  const x = rect.x + rect.width + 8 - width;
  return [...marked, { x, y: rect.y - MARKER_HEIGHT / 2, width, height: MARKER_HEIGHT }];
}

function textRects(drawing: Drawing, text: TextBox): readonly Rect[] {
  const rect = textRect(drawing.diagram, text);
  return [rect, ...markRects(drawing, text.id, rect)];
}

const boundaryRects = (drawing: Drawing, boundary: Boundary): readonly Rect[] => [
  boundaryRect(drawing.diagram, boundary),
  ...boundaryLabels(drawing, boundary),
];

/** Where the control points of a curve are: it never leaves them. */
const curveRects = ({ points }: PlacedFlow): readonly Rect[] =>
  points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }));

const around = (rects: readonly Rect[]): Rect => boundsOf(rects) ?? { x: 0, y: 0, width: 0, height: 0 };

/** All that lies on the canvas, from back to front. */
function piecesOf(drawing: Drawing, flows: readonly PlacedFlow[], pills: readonly PlacedPill[]): readonly Piece[] {
  const { boundaries, resources, texts } = drawing.shown;
  const ordered = outermostFirst(boundaries);
  const fills = boundaryFills(drawing, ordered);
  return [
    ...ordered.map((boundary, i) => ({
      rect: around(boundaryRects(drawing, boundary)),
      markup: drawBoundary(drawing, boundary, fills[i] ?? {}),
    })),
    ...texts.map((text) => ({ rect: around(textRects(drawing, text)), markup: drawText(drawing, text) })),
    ...flows.map((placed) => ({ rect: around(curveRects(placed)), markup: drawFlow(drawing, placed) })),
    ...resources.map((resource) => ({
      rect: around(resourceRects(drawing, resource)),
      markup: drawResource(drawing, resource),
    })),
    ...pills.map((pill) => ({
      rect: pillRect(pill),
      markup: drawPill(drawing, pill.placed.flow, pill.content, pill.x, pill.y),
    })),
  ];
}

/** Boundaries, texts, flows, resources and pills where they lie on the canvas; at least `least` pixels wide. */
export function drawPicture(drawing: Drawing, least: number): Picture {
  const { diagram, palette, shown, theme } = drawing;
  const flows = placeFlows(drawing);
  const taken = [
    ...shown.resources.flatMap((resource) => resourceRects(drawing, resource)),
    ...shown.boundaries.flatMap((boundary) => boundaryLabels(drawing, boundary)),
    ...shown.texts.flatMap((text) => textRects(drawing, text)),
  ];
  const pills = placePills(drawing, flows, taken);
  const bounds = boundsOf([
    ...taken,
    ...shown.boundaries.map((boundary) => boundaryRect(diagram, boundary)),
    ...flows.flatMap(curveRects),
    ...pills.map(pillRect),
  ]);
  if (!bounds) return emptyPicture(drawing, least);
  const width = Math.max(least, Math.ceil(bounds.width) + 2 * PADDING);
  const height = Math.ceil(bounds.height) + 2 * PADDING;
  const origin = { x: Math.round((width - bounds.width) / 2 - bounds.x), y: Math.round(PADDING - bounds.y) };
  const frame = theme === 'print' ? { fill: palette.canvas, stroke: palette.border } : { fill: palette.canvas };
  const paper = box(0.5, 0.5, width - 1, height - 1, 8, frame);
  const pieces = piecesOf(drawing, flows, pills);
  const showing = (some: readonly Piece[]) => paper + group(origin.x, origin.y, ...some.map(({ markup }) => markup));
  return { width, height, markup: showing(pieces), origin, pieces, showing };
}
