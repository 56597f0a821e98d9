import { overlaps, type Rect } from '../../diagram/geometry.ts';
import { boundaryRect } from '../../diagram/graph.ts';
import type { Boundary } from '../../diagram/schema.ts';
import { boundaryLabels } from './drawBoundary.ts';
import type { Drawing } from './drawing.ts';
import { markRects } from './drawMark.ts';
import { boundaryStyle } from './style.ts';
import type { Attributes } from './xml.ts';

/** How much of its colour a boundary lays over what is behind it. */
const TINT = 0.03;
/** Round corners and lines of a boundary reach this far from its edge, in pixels. */
const EDGE = 6;

/** A boundary that is drawn before others. */
interface Behind {
  readonly rect: Rect;
  /** Its name, markers and the like. */
  readonly labels: readonly Rect[];
  /** What its area looks like; null where that is not the same everywhere. */
  readonly colour: string | null;
}

const withEdge = ({ x, y, width, height }: Rect): Rect => ({
  x: x - EDGE,
  y: y - EDGE,
  width: width + 2 * EDGE,
  height: height + 2 * EDGE,
});

const isWithin = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The tint of a colour over another, both `#rrggbb`. */
function tinted(colour: string, under: string): string {
  const channels = [1, 3, 5].map((at) => {
    const [over = 0, below = 0] = [colour, under].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round(over * TINT + below * (1 - TINT));
  });
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The one colour behind a rectangle; null where it lies over an edge, a label or more than one colour. */
function colourBehind(rect: Rect, canvas: string, behind: readonly Behind[]): string | null {
  let found: string | null = canvas;
  for (const { rect: other, labels, colour } of behind) {
    if (labels.some((label) => overlaps(label, rect))) return null;
    if (!overlaps(other, rect)) continue;
    if (!isWithin(rect, other)) return null;
    found = colour;
  }
  return found;
}

/**
 * The fills of boundaries, given from back to front: a tint of what is behind each, as one colour wherever that is known.
 * Programs draw an opaque area in a fraction of the time of a translucent one.
 */
export function boundaryFills(drawing: Drawing, boundaries: readonly Boundary[]): readonly Attributes[] {
  const behind: Behind[] = [];
  return boundaries.map((boundary) => {
    const rect = boundaryRect(drawing.diagram, boundary);
    const { stroke } = boundaryStyle(boundary.kind, drawing.theme);
    const under = colourBehind(withEdge(rect), drawing.palette.canvas, behind);
    const colour = under === null ? null : tinted(stroke, under);
    const labels = [...boundaryLabels(drawing, boundary), ...markRects(drawing, boundary.id, rect)];
    behind.push({ rect, labels, colour });
    return colour === null ? { fill: stroke, 'fill-opacity': TINT } : { fill: colour };
  });
}
