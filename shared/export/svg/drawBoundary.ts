import { boundaryRect } from '../../diagram/graph.ts';
import type { Boundary } from '../../diagram/schema.ts';
import { applicable } from '../../validate/report.ts';
import type { Drawing } from './drawing.ts';
import { markersAt } from './drawResource.ts';
import type { Font } from './fitText.ts';
import { iconAt } from './icons.ts';
import { box, group, textLine } from './shapes.ts';
import { boundaryStyle } from './style.ts';

const HEADER: Font = { size: 12, weight: 'bold' };

/** A boundary: frame by kind, AWS group icon, kind and name in its header, markers on its upper edge. */
export function drawBoundary(drawing: Drawing, boundary: Boundary): string {
  const { catalog, diagram, palette, report } = drawing;
  const rect = boundaryRect(diagram, boundary);
  const kind = catalog.boundaries.get(boundary.kind)?.kind;
  const { stroke, dash } = boundaryStyle(boundary.kind);
  const kindName = kind?.name ?? boundary.kind;
  const header = boundary.name ? `${kindName} · ${boundary.name}` : kindName;
  const judged = report.elements.get(boundary.id);
  const nothing = judged?.known === true && applicable(judged.tally) === 0;
  return group(
    rect.x,
    rect.y,
    box(0, 0, rect.width, rect.height, 6, {
      fill: stroke,
      'fill-opacity': 0.03,
      stroke,
      'stroke-width': 1.5,
      'stroke-dasharray': dash,
    }),
    iconAt(drawing, kind?.icon, 0, 0, 24),
    textLine(header, 32, 17, palette.text, HEADER, rect.width - 48),
    nothing ? '' : markersAt(drawing, boundary.id, rect.width - 8, 0),
  );
}
