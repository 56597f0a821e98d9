import type { Severity } from '../../catalog/terms.ts';
import { SEVERITIES } from '../../catalog/terms.ts';
import type { Drawing } from './drawing.ts';
import type { Font } from './fitText.ts';
import { type Letters, textLine, widthOf } from './letters.ts';
import { type MarkerRange, rangeText } from './numbering.ts';
import { SEVERITY_STYLES } from './style.ts';
import { type Attributes, concat, escapeXml, tag } from './xml.ts';

/** Height of markers and pills, in pixels. */
export const MARKER_HEIGHT = 18;
const MARKER_FONT: Font = { size: 11, weight: 'bold' };
const GLYPH = 9;
/** Width of the patterned left end of a marker. */
const CAP = 19;
const R = MARKER_HEIGHT / 2;
const CAP_PATH = `M${R} 0H${CAP}V${MARKER_HEIGHT}H${R}A${R} ${R} 0 0 1 ${R} 0Z`;

/** A position as the start of a `transform`. */
export const moved = (x: number, y: number): string =>
  `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})`;

export const group = (x: number, y: number, ...children: readonly string[]): string =>
  tag('g', { transform: moved(x, y) }, ...children);

/** A rounded rectangle; `more` takes fill, stroke and the like. */
export const box = (x: number, y: number, width: number, height: number, rx: number, more: Attributes): string =>
  tag('rect', { x, y, width, height, rx: rx === 0 ? undefined : rx, ...more });

const patternId = (severity: Severity): string => `pattern-${severity}`;
const capId = (severity: Severity): string => `cap-${severity}`;

function patternDefinition({ palette }: Drawing, severity: Severity): string {
  const { pattern } = SEVERITY_STYLES[severity];
  if (pattern === '') return '';
  const stroke = { stroke: palette.severity[severity].ink, 'stroke-opacity': 0.42, fill: 'none' };
  const tile = { id: patternId(severity), width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  return tag('pattern', tile, tag('path', { d: pattern, ...stroke }));
}

function capDefinition({ palette }: Drawing, severity: Severity): string {
  const { glyph, pattern } = SEVERITY_STYLES[severity];
  const { fill, ink } = palette.severity[severity];
  const transform = `translate(6 ${(MARKER_HEIGHT - GLYPH) / 2}) scale(${GLYPH / 10})`;
  // An outline in the marker's own colour keeps the glyph apart from the pattern.
  const onPattern = [
    tag('path', { d: CAP_PATH, fill: `url(#${patternId(severity)})` }),
    tag('path', { d: glyph, transform, fill, stroke: fill, 'stroke-width': 3 }),
  ];
  const drawn = tag('path', { d: glyph, transform, fill: ink });
  return tag('g', { id: capId(severity) }, ...(pattern === '' ? [] : onPattern), drawn);
}

/** The left ends of markers, each for one severity: its pattern and its glyph. */
export const markerDefinitions = (drawing: Drawing): string =>
  concat(SEVERITIES.map((severity) => patternDefinition(drawing, severity) + capDefinition(drawing, severity)));

/** The sign of a severity: its glyph on its pattern and colour, `width` pixels wide. Origin at its upper left. */
export function severitySign({ palette }: Drawing, severity: Severity, width: number): string {
  const { fill, edge } = palette.severity[severity];
  return (
    box(0, 0, width, MARKER_HEIGHT, R, { fill, stroke: edge, 'stroke-width': 1.25 }) +
    tag('use', { 'xlink:href': `#${capId(severity)}` })
  );
}

/** Width of a gap marker. */
export const markerWidth = (range: MarkerRange): number =>
  Math.ceil(CAP + 2 + widthOf(rangeText(range), MARKER_FONT) + 7);

/** A numbered gap marker: severity by colour, shape and pattern, then the numbers. Origin at its upper left. */
export function marker(drawing: Drawing, letters: Letters, range: MarkerRange, x: number, y: number): string {
  const { label } = SEVERITY_STYLES[range.severity];
  const { ink } = drawing.palette.severity[range.severity];
  const text = rangeText(range);
  return tag(
    'g',
    { transform: moved(x, y), class: 'marker' },
    tag('title', {}, escapeXml(`${label}: ${text}`)),
    severitySign(drawing, range.severity, markerWidth(range)),
    textLine(text, CAP + 2, 13, { letters, fill: ink, font: MARKER_FONT }),
  );
}

/** Markers side by side, 3 pixels apart, beginning at `x`. */
export function markerRow(drawing: Drawing, ranges: readonly MarkerRange[], x: number, y: number): string {
  let at = x;
  let markup = '';
  for (const range of ranges) {
    markup += marker(drawing, drawing.letters.picture, range, at, y);
    at += markerWidth(range) + 3;
  }
  return markup;
}

/** Width of `markerRow`. */
export const markerRowWidth = (ranges: readonly MarkerRange[]): number =>
  ranges.reduce((sum, range) => sum + markerWidth(range) + 3, ranges.length > 0 ? -3 : 0);

/** Width of `sign`. */
export const signWidth = (text: string): number => Math.max(MARKER_HEIGHT, Math.ceil(widthOf(text, MARKER_FONT) + 12));

/** A round sign: a character such as `?` with a count. Right edge at `x`, origin at the top. */
export function sign(drawing: Drawing, text: string, x: number, y: number, colour: string, title: string): string {
  const width = signWidth(text);
  const left = x - width;
  const ink = { letters: drawing.letters.picture, fill: colour, font: MARKER_FONT };
  return tag(
    'g',
    { class: 'sign' },
    tag('title', {}, escapeXml(title)),
    box(left, y, width, MARKER_HEIGHT, R, { fill: drawing.palette.box, stroke: colour, 'stroke-width': 1.5 }),
    textLine(text, left + (width - widthOf(text, MARKER_FONT)) / 2, y + 13, ink),
  );
}

/** A disc with a tick in it: all controls met. Right edge at `x`. */
export function tickSign(tick: string, x: number, y: number, colour: string): string {
  const transform = `translate(${x - R - GLYPH / 2} ${y + R - GLYPH / 2}) scale(${GLYPH / 10})`;
  return tag(
    'g',
    { class: 'sign' },
    tag('title', {}, 'All controls met'),
    tag('circle', { cx: x - R, cy: y + R, r: R, fill: colour, stroke: '#ffffff', 'stroke-width': 1.5 }),
    tag('path', { d: tick, transform, fill: 'none', stroke: '#ffffff', 'stroke-width': 2 }),
  );
}
