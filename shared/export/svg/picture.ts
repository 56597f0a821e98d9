import { boundsOf, type Rect } from '../../diagram/geometry.ts';
import { boundaryRect, outermostFirst, resourceRect } from '../../diagram/graph.ts';
import type { Resource } from '../../diagram/schema.ts';
import { boundaryLabels, drawBoundary } from './drawBoundary.ts';
import { drawFlow, placeFlows } from './drawFlow.ts';
import type { Block, Drawing } from './drawing.ts';
import { drawResource, markersWidth } from './drawResource.ts';
import { textLine } from './letters.ts';
import { drawPill } from './pill.ts';
import { pillRect, placePills } from './placePills.ts';
import { box, group, MARKER_HEIGHT } from './shapes.ts';

const PADDING = 32;

/** The picture itself and the width it needs. */
export interface Picture extends Block {
  readonly width: number;
}

function emptyPicture({ diagram, palette, letters }: Drawing, width: number): Picture {
  const height = 96;
  const all = diagram.resources.length + diagram.boundaries.length;
  const words = all === 0 ? 'Nothing is on the canvas yet.' : 'Nothing of the diagram is in this part.';
  const ink = { letters: letters.picture, fill: palette.dim, font: { size: 13 } };
  const markup = box(0, 0, width, height, 8, { fill: palette.canvas }) + textLine(words, PADDING, height / 2 + 4, ink);
  return { width, height, markup };
}

/** Where a resource stands, and where its markers do. */
function resourceRects(drawing: Drawing, resource: Resource): readonly Rect[] {
  const rect = resourceRect(drawing.diagram, resource);
  const width = markersWidth(drawing, resource.id);
  if (width === 0) return [rect];
  const x = rect.x + rect.width + 8 - width;
  return [rect, { x, y: rect.y - MARKER_HEIGHT / 2, width, height: MARKER_HEIGHT }];
}

/** Boundaries, flows, resources and pills where they lie on the canvas; at least `least` pixels wide. */
export function drawPicture(drawing: Drawing, least: number): Picture {
  const { diagram, palette, shown, theme } = drawing;
  const flows = placeFlows(drawing);
  const taken = [
    ...shown.resources.flatMap((resource) => resourceRects(drawing, resource)),
    ...shown.boundaries.flatMap((boundary) => boundaryLabels(drawing, boundary)),
  ];
  const pills = placePills(drawing, flows, taken);
  const bounds = boundsOf([
    ...taken,
    ...shown.boundaries.map((boundary) => boundaryRect(diagram, boundary)),
    ...flows.flatMap(({ curve }) => curve.points.map((point) => ({ ...point, width: 0, height: 0 }))),
    ...pills.map(pillRect),
  ]);
  if (!bounds) return emptyPicture(drawing, least);
  const width = Math.max(least, Math.ceil(bounds.width) + 2 * PADDING);
  const height = Math.ceil(bounds.height) + 2 * PADDING;
  const content = [
    ...outermostFirst(shown.boundaries).map((boundary) => drawBoundary(drawing, boundary)),
    ...flows.map((placed) => drawFlow(drawing, placed)),
    ...shown.resources.map((resource) => drawResource(drawing, resource)),
    ...pills.map(({ placed, content: pill, x, y }) => drawPill(drawing, placed.flow, pill, x, y)),
  ];
  const left = Math.round((width - bounds.width) / 2 - bounds.x);
  const frame = theme === 'print' ? { fill: palette.canvas, stroke: palette.border } : { fill: palette.canvas };
  const markup =
    box(0.5, 0.5, width - 1, height - 1, 8, frame) + group(left, Math.round(PADDING - bounds.y), ...content);
  return { width, height, markup };
}
