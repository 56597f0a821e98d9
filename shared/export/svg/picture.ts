import { boundsOf, type Rect } from '../../diagram/geometry.ts';
import { boundaryRect, outermostFirst, resourceRect } from '../../diagram/graph.ts';
import { drawBoundary } from './drawBoundary.ts';
import { drawFlow, drawPill, type PlacedFlow, placeFlows } from './drawFlow.ts';
import type { Block, Drawing } from './drawing.ts';
import { drawResource } from './drawResource.ts';
import { box, group, textLine } from './shapes.ts';

const PADDING = 40;
/** Half the width of the widest pill: pills near the border must not be cut. */
const PILL_REACH = { x: 130, y: 12 };

const pillRect = ({ pill }: PlacedFlow): Rect => ({
  x: pill.x - PILL_REACH.x,
  y: pill.y - PILL_REACH.y,
  width: 2 * PILL_REACH.x,
  height: 2 * PILL_REACH.y,
});

/** The picture itself and the width it needs. */
export interface Picture extends Block {
  readonly width: number;
}

function emptyPicture({ palette }: Drawing, width: number): Picture {
  const height = 96;
  const words = textLine('Nothing is on the canvas yet.', PADDING, height / 2 + 4, palette.dim, { size: 13 });
  return { width, height, markup: box(0, 0, width, height, 8, { fill: palette.canvas }) + words };
}

/** Boundaries, flows, resources and pills where they lie on the canvas; at least `least` pixels wide. */
export function drawPicture(drawing: Drawing, least: number): Picture {
  const { diagram, palette } = drawing;
  const flows = placeFlows(drawing);
  const bounds = boundsOf([
    ...diagram.resources.map((resource) => resourceRect(diagram, resource)),
    ...diagram.boundaries.map((boundary) => boundaryRect(diagram, boundary)),
    ...flows.flatMap(({ curve }) => curve.points.map((point) => ({ ...point, width: 0, height: 0 }))),
    ...flows.map(pillRect),
  ]);
  if (!bounds) return emptyPicture(drawing, least);
  const width = Math.max(least, Math.ceil(bounds.width) + 2 * PADDING);
  const height = Math.ceil(bounds.height) + 2 * PADDING;
  const content = [
    ...outermostFirst(diagram.boundaries).map((boundary) => drawBoundary(drawing, boundary)),
    ...flows.map((placed) => drawFlow(drawing, placed)),
    ...diagram.resources.map((resource) => drawResource(drawing, resource)),
    ...flows.map((placed) => drawPill(drawing, placed)),
  ];
  const left = (width - bounds.width) / 2 - bounds.x;
  const markup = box(0, 0, width, height, 8, { fill: palette.canvas }) + group(left, PADDING - bounds.y, ...content);
  return { width, height, markup };
}
