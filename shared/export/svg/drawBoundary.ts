import { kindName } from '../../catalog/words.ts';
import type { Rect } from '../../diagram/geometry.ts';
import { boundaryRect } from '../../diagram/graph.ts';
import { oneLine } from '../../diagram/oneLine.ts';
import type { Boundary } from '../../diagram/schema.ts';
import { applicable } from '../../validate/report.ts';
import { anchorOf } from './anchors.ts';
import type { Drawing } from './drawing.ts';
import { markAround } from './drawMark.ts';
import { markersAt, markersWidth } from './drawResource.ts';
import { type Font, truncate } from './fitText.ts';
import { iconAt } from './icons.ts';
import { textLine, widthOf } from './letters.ts';
import { box, MARKER_HEIGHT, moved } from './shapes.ts';
import { boundaryStyle } from './style.ts';
import { type Attributes, escapeXml, tag } from './xml.ts';

const HEADER: Font = { size: 12, weight: 'bold' };
const TEXT_X = 32;

function headerText({ catalog }: Drawing, boundary: Boundary): string {
  const kind = kindName(catalog, boundary.kind);
  return oneLine(boundary.name ? `${kind} · ${boundary.name}` : kind);
}

/** Markers, but no tick on a boundary that nothing is asked of. */
const hasMarkers = ({ report }: Drawing, { id }: Boundary): boolean => {
  const judged = report.elements.get(id);
  return !(judged?.known === true && applicable(judged.tally) === 0);
};

/** Where a boundary has its name and its markers: nothing else should stand there. */
export function boundaryLabels(drawing: Drawing, boundary: Boundary): readonly Rect[] {
  const rect = boundaryRect(drawing.diagram, boundary);
  const text = truncate(headerText(drawing, boundary), rect.width - 48, HEADER);
  const name = { x: rect.x, y: rect.y, width: TEXT_X + widthOf(text, HEADER) + 4, height: 26 };
  const width = hasMarkers(drawing, boundary) ? markersWidth(drawing, boundary.id) : 0;
  if (width === 0) return [name];
  const top = rect.y - MARKER_HEIGHT / 2;
  return [name, { x: rect.x + rect.width - 8 - width, y: top, width, height: MARKER_HEIGHT }];
}

/** A boundary: frame by kind, AWS group icon, kind and name in its header, markers on its upper edge. `fill` is of `boundaryFills`. */
export function drawBoundary(drawing: Drawing, boundary: Boundary, fill: Attributes): string {
  const { catalog, diagram, palette, theme, letters } = drawing;
  const rect = boundaryRect(diagram, boundary);
  const { stroke, dash } = boundaryStyle(boundary.kind, theme);
  const header = headerText(drawing, boundary);
  const ink = { letters: letters.picture, fill: palette.text, font: HEADER };
  return tag(
    'g',
    { id: anchorOf(boundary.id), class: 'boundary', transform: moved(rect.x, rect.y) },
    tag('title', {}, escapeXml(header)),
    box(0, 0, rect.width, rect.height, 6, {
      ...fill,
      stroke,
      'stroke-width': 1.5,
      'stroke-dasharray': dash,
    }),
    iconAt(drawing, catalog.boundaries.get(boundary.kind)?.kind.icon, 0, 0, 24),
    textLine(header, TEXT_X, 17, ink, rect.width - 48),
    markAround(drawing, boundary.id, rect.width, rect.height),
    hasMarkers(drawing, boundary) ? markersAt(drawing, boundary.id, rect.width - 8, 0) : '',
  );
}
