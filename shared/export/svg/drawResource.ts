import { RESOURCE_SIZE } from '../../diagram/geometry.ts';
import { resourceRect } from '../../diagram/graph.ts';
import type { Resource } from '../../diagram/schema.ts';
import { applicable, type ElementReport } from '../../validate/report.ts';
import type { Drawing } from './drawing.ts';
import { type Font, wrap } from './fitText.ts';
import { iconAt } from './icons.ts';
import { markersOf } from './numbering.ts';
import { box, group, MARKER_HEIGHT, markerRow, markerRowWidth, sign, textLine, tickSign } from './shapes.ts';
import { SEVERITY_STYLES, TICK } from './style.ts';

const NAME: Font = { size: 13, weight: 'bold' };
const SERVICE: Font = { size: 11 };
const TEXT = { x: 62, width: RESOURCE_SIZE.width - 62 - 8 };

/** What stands on an element without gaps: all met, questions open, a risk accepted, or nothing to judge. */
export function quietSign(drawing: Drawing, report: ElementReport | undefined, right: number, top: number): string {
  const { palette } = drawing;
  if (!report?.known) return sign('not checked', right, top, palette.dim, palette.box, 'Not in the catalog');
  const { unknown, suppressed } = report.tally;
  if (unknown > 0) return sign(`? ${unknown}`, right, top, palette.open, palette.box, `${unknown} open`);
  if (suppressed > 0)
    return sign(`~ ${suppressed}`, right, top, palette.accepted, palette.box, `${suppressed} accepted`);
  return applicable(report.tally) > 0 ? tickSign(TICK, right, top, palette.met) : '';
}

/** The markers of an element with their right end at `right`, on a line whose middle is at `middle`. */
export function markersAt(drawing: Drawing, id: string, right: number, middle: number): string {
  const top = middle - MARKER_HEIGHT / 2;
  const own = drawing.groupOf.get(id);
  if (!own) return quietSign(drawing, drawing.report.elements.get(id), right, top);
  const ranges = markersOf(own);
  return markerRow(ranges, right - markerRowWidth(ranges), top);
}

function words(drawing: Drawing, name: string, service: string): string {
  const lines = wrap(service, TEXT.width, SERVICE, 2);
  const top = lines.length === 1 ? 29 : 23;
  return [
    textLine(name, TEXT.x, top, drawing.palette.text, NAME, TEXT.width),
    ...lines.map((line, i) => textLine(line, TEXT.x, top + 16 + i * 13, drawing.palette.dim, SERVICE)),
  ].join('');
}

/** A resource as on the canvas: icon, name, service, frame in the colour of its worst gap, markers on its upper edge. */
export function drawResource(drawing: Drawing, resource: Resource): string {
  const { catalog, diagram, palette } = drawing;
  const rect = resourceRect(diagram, resource);
  const entry = catalog.services.get(resource.service)?.service;
  const worst = drawing.groupOf.get(resource.id)?.gaps[0]?.finding.compiled.control.severity;
  const name = resource.name || (entry?.shortName ?? resource.service);
  return group(
    rect.x,
    rect.y,
    box(0, 0, rect.width, rect.height, 8, {
      fill: palette.box,
      stroke: worst ? SEVERITY_STYLES[worst].fill : palette.border,
      'stroke-width': worst ? 2 : 1.25,
    }),
    iconAt(drawing, entry?.icon, 12, 12, 40),
    words(drawing, name, entry?.shortName ?? resource.service),
    markersAt(drawing, resource.id, rect.width + 8, 0),
  );
}
