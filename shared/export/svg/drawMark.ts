import type { Rect } from '../../diagram/geometry.ts';
import type { Position } from '../../diagram/schema.ts';
import type { Drawing } from './drawing.ts';
import { MARK_STYLES, type Mark } from './marks.ts';
import { type MarkerRange, numbersText } from './numbering.ts';
import { box, MARKER_HEIGHT, markerRow, markerRowWidth, moved, sign, signWidth } from './shapes.ts';
import { escapeXml, tag } from './xml.ts';

/** Pixels between an element and the outline around it. */
const AROUND = 5;
const LINE = 2.5;
const APART = 3;

/** What became of an element; undefined where nothing did, and in a picture of one state. */
export const markOf = ({ marks }: Drawing, id: string): Mark | undefined => marks?.of.get(id);

/** How a line is drawn that stands for a mark. */
export function markLine({ palette }: Drawing, mark: Mark) {
  const { colour, dash } = MARK_STYLES[mark];
  return { fill: 'none', stroke: palette[colour], 'stroke-width': LINE, 'stroke-dasharray': dash };
}

/** The sign of a mark: a square with its glyph. */
export function markSign({ palette }: Drawing, mark: Mark, x: number, y: number): string {
  const { label, glyph, colour } = MARK_STYLES[mark];
  return tag(
    'g',
    { transform: moved(x, y), class: 'mark' },
    tag('title', {}, escapeXml(label)),
    box(0, 0, MARKER_HEIGHT, MARKER_HEIGHT, 4, { fill: palette[colour], stroke: palette.page, 'stroke-width': 1.25 }),
    tag('path', { d: glyph, transform: 'translate(4 4)', fill: palette.page }),
  );
}

const cornerOf = ({ x, y }: Position): Position => ({
  x: x - AROUND - MARKER_HEIGHT / 2,
  y: y - AROUND - MARKER_HEIGHT / 2,
});

/** Where the sign of a marked rectangle stands; nothing where it is not marked. */
export function markRects(drawing: Drawing, id: string, at: Rect): readonly Rect[] {
  return markOf(drawing, id) ? [{ ...cornerOf(at), width: MARKER_HEIGHT, height: MARKER_HEIGHT }] : [];
}

/** The outline around an element with the origin at its upper left, and the sign on its corner; '' without a mark. */
export function markAround(drawing: Drawing, id: string, width: number, height: number): string {
  const mark = markOf(drawing, id);
  if (!mark) return '';
  const corner = cornerOf({ x: 0, y: 0 });
  return (
    box(-AROUND, -AROUND, width + 2 * AROUND, height + 2 * AROUND, 11, markLine(drawing, mark)) +
    markSign(drawing, mark, corner.x, corner.y)
  );
}

/** `✓ 7–9`: the gaps of an element that closed; '' where none did. */
function closedText({ marks }: Drawing, id: string): string {
  const group = marks?.closed.get(id);
  return group ? `✓ ${numbersText(group)}` : '';
}

/** Width of `gapSigns`. */
export function gapSignsWidth(drawing: Drawing, id: string, ranges: readonly MarkerRange[]): number {
  const [markers, closed] = [markerRowWidth(ranges), closedText(drawing, id)];
  if (closed === '') return markers;
  return signWidth(closed) + (markers > 0 ? markers + APART : 0);
}

/** The markers of an element, then the sign of the gaps that closed on it, beginning at `x`. */
export function gapSigns(drawing: Drawing, id: string, ranges: readonly MarkerRange[], x: number, y: number): string {
  const closed = closedText(drawing, id);
  const markers = markerRow(drawing, ranges, x, y);
  if (closed === '') return markers;
  const right = x + gapSignsWidth(drawing, id, ranges);
  return markers + sign(drawing, closed, right, y, drawing.palette.met, `Closed: ${closed.slice(2)}`);
}
