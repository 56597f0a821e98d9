import { type Font, oneLine, truncate } from './fitText.ts';
import { textWidth } from './fontMetrics.ts';
import { type MarkerRange, rangeText } from './numbering.ts';
import { SEVERITY_STYLES } from './style.ts';
import { type Attributes, escapeXml, tag } from './xml.ts';

/** Height of markers and pills, in pixels. */
export const MARKER_HEIGHT = 18;
const MARKER_FONT: Font = { size: 11, weight: 'bold' };
const GLYPH = 9;

/** A line of text that ends within `width` pixels; `y` is its baseline. */
export function textLine(text: string, x: number, y: number, fill: string, font: Font, width = Infinity): string {
  const shown = width === Infinity ? oneLine(text) : truncate(text, width, font);
  const attributes = { x, y, fill, 'font-size': font.size, 'font-weight': font.weight === 'bold' ? 'bold' : undefined };
  return tag('text', attributes, escapeXml(shown));
}

export const group = (x: number, y: number, ...children: readonly string[]): string =>
  tag('g', { transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})` }, ...children);

/** A rounded rectangle; `more` takes fill, stroke and the like. */
export const box = (x: number, y: number, width: number, height: number, rx: number, more: Attributes): string =>
  tag('rect', { x, y, width, height, rx, ...more });

/** A filled glyph of `GLYPH` pixels, from path data in a box of 10 by 10. */
const glyph = (data: string, x: number, y: number, attributes: Attributes): string =>
  tag('path', { d: data, transform: `translate(${x} ${y}) scale(${GLYPH / 10})`, ...attributes });

/** Width of a gap marker. */
export const markerWidth = (range: MarkerRange): number =>
  Math.ceil(6 + GLYPH + 4 + textWidth(rangeText(range), MARKER_FONT.size, 'bold') + 7);

/** A numbered gap marker: severity by colour and shape, then the numbers. Origin at its upper left. */
export function marker(range: MarkerRange, x: number, y: number): string {
  const { fill, glyph: data, label } = SEVERITY_STYLES[range.severity];
  const width = markerWidth(range);
  return tag(
    'g',
    { transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})`, class: 'marker' },
    tag('title', {}, escapeXml(`${label}: ${rangeText(range)}`)),
    box(0, 0, width, MARKER_HEIGHT, MARKER_HEIGHT / 2, { fill, stroke: '#ffffff', 'stroke-width': 1.5 }),
    glyph(data, 6, (MARKER_HEIGHT - GLYPH) / 2, { fill: '#ffffff' }),
    textLine(rangeText(range), 6 + GLYPH + 4, 13, '#ffffff', MARKER_FONT),
  );
}

/** Markers side by side, 3 pixels apart, beginning at `x`. */
export function markerRow(ranges: readonly MarkerRange[], x: number, y: number): string {
  let at = x;
  let markup = '';
  for (const range of ranges) {
    markup += marker(range, at, y);
    at += markerWidth(range) + 3;
  }
  return markup;
}

/** Width of `markerRow`. */
export const markerRowWidth = (ranges: readonly MarkerRange[]): number =>
  ranges.reduce((sum, range) => sum + markerWidth(range) + 3, ranges.length > 0 ? -3 : 0);

/** A round sign: a tick, or a character such as `?` with a count. Right edge at `x`, origin at the top. */
export function sign(text: string, x: number, y: number, colour: string, page: string, title: string): string {
  const width = Math.max(MARKER_HEIGHT, Math.ceil(textWidth(text, MARKER_FONT.size, 'bold') + 12));
  const left = x - width;
  return tag(
    'g',
    {},
    tag('title', {}, escapeXml(title)),
    box(left, y, width, MARKER_HEIGHT, MARKER_HEIGHT / 2, { fill: page, stroke: colour, 'stroke-width': 1.5 }),
    textLine(text, left + (width - textWidth(text, MARKER_FONT.size, 'bold')) / 2, y + 13, colour, MARKER_FONT),
  );
}

/** A disc with a tick in it: all controls met. Right edge at `x`. */
export function tickSign(tick: string, x: number, y: number, colour: string): string {
  const r = MARKER_HEIGHT / 2;
  return tag(
    'g',
    {},
    tag('title', {}, 'All controls met'),
    tag('circle', { cx: x - r, cy: y + r, r, fill: colour, stroke: '#ffffff', 'stroke-width': 1.5 }),
    glyph(tick, x - r - GLYPH / 2, y + r - GLYPH / 2, { fill: 'none', stroke: '#ffffff', 'stroke-width': 2 }),
  );
}
