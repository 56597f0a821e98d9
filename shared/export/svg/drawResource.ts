import { RESOURCE_SIZE } from '../../diagram/geometry.ts';
import { resourceRect } from '../../diagram/graph.ts';
import type { Resource } from '../../diagram/schema.ts';
import { applicable } from '../../validate/report.ts';
import { anchorOf } from './anchors.ts';
import type { Drawing } from './drawing.ts';
import { gapSigns, gapSignsWidth, markAround, markOf } from './drawMark.ts';
import { type Font, oneLine, wrap } from './fitText.ts';
import { iconAt } from './icons.ts';
import { textLine, widthOf } from './letters.ts';
import { type MarkerRange, markersOf } from './numbering.ts';
import { box, MARKER_HEIGHT, moved, sign, signWidth, tickSign } from './shapes.ts';
import { SEVERITY_STYLES, TICK } from './style.ts';
import { concat, escapeXml, tag } from './xml.ts';

/** A name that is too long for the first is set in a smaller one, before it is cut. */
const NAMES: readonly [Font, ...Font[]] = [
  { size: 13, weight: 'bold' },
  { size: 12, weight: 'bold' },
  { size: 11, weight: 'bold' },
];
const SERVICE: Font = { size: 11 };
const TEXT = { x: 62, width: RESOURCE_SIZE.width - 62 - 8 };
const UNCHECKED = 'not checked';

/** What a sign on an element without gaps says, in which colour, and why; a tick has no text. */
interface Quiet {
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

function quietOf({ palette, judged }: Drawing, id: string): Quiet | null {
  const report = judged(id);
  if (!report) return null;
  if (!report.known) return { text: UNCHECKED, colour: palette.dim, title: 'Not in the catalog' };
  const { unknown, suppressed } = report.tally;
  if (unknown > 0) return { text: `? ${unknown}`, colour: palette.open, title: `${unknown} open` };
  if (suppressed > 0) return { text: `~ ${suppressed}`, colour: palette.accepted, title: `${suppressed} accepted` };
  return applicable(report.tally) > 0 ? { text: '', colour: palette.met, title: 'All controls met' } : null;
}

function rangesOf({ groupOf }: Drawing, id: string): readonly MarkerRange[] {
  const own = groupOf.get(id);
  return own ? markersOf(own) : [];
}

/** Pixels that `markersAt` takes. */
export function markersWidth(drawing: Drawing, id: string): number {
  const signs = gapSignsWidth(drawing, id, rangesOf(drawing, id));
  if (signs > 0) return signs;
  const quiet = quietOf(drawing, id);
  return quiet ? signWidth(quiet.text) : 0;
}

/** The markers of an element with their right end at `right`, on a line whose middle is at `middle`. */
export function markersAt(drawing: Drawing, id: string, right: number, middle: number): string {
  const top = middle - MARKER_HEIGHT / 2;
  const ranges = rangesOf(drawing, id);
  const width = gapSignsWidth(drawing, id, ranges);
  if (width > 0) return gapSigns(drawing, id, ranges, right - width, top);
  const quiet = quietOf(drawing, id);
  if (!quiet) return '';
  return quiet.text === ''
    ? tickSign(TICK, right, top, quiet.colour)
    : sign(drawing, quiet.text, right, top, quiet.colour, quiet.title);
}

function words(drawing: Drawing, fill: string, name: string, service: string): string {
  const { palette, letters } = drawing;
  const lines = wrap(service, TEXT.width, SERVICE, 2);
  const top = lines.length === 1 ? 29 : 23;
  const fitting = NAMES.find((font) => widthOf(oneLine(name), font) <= TEXT.width) ?? NAMES.at(-1) ?? NAMES[0];
  const bold = { letters: letters.picture, fill, font: fitting };
  const plain = { letters: letters.picture, fill: palette.dim, font: SERVICE };
  return concat([
    textLine(name, TEXT.x, top, bold, TEXT.width),
    ...lines.map((line, i) => textLine(line, TEXT.x, top + 16 + i * 13, plain)),
  ]);
}

/** A resource as on the canvas: icon, name, service, frame in the colour of its worst gap, markers on its upper edge. */
export function drawResource(drawing: Drawing, resource: Resource): string {
  const { catalog, diagram, palette } = drawing;
  const rect = resourceRect(diagram, resource);
  const entry = catalog.services.get(resource.service)?.service;
  const worst = drawing.groupOf.get(resource.id)?.gaps[0]?.finding.compiled.control.severity;
  const service = entry?.shortName ?? resource.service;
  const name = oneLine(resource.name) || service;
  // What is gone stands back: no box of its own, and its name no darker than its service.
  const gone = markOf(drawing, resource.id) === 'removed';
  return tag(
    'g',
    { id: anchorOf(resource.id), class: 'resource', transform: moved(rect.x, rect.y) },
    tag('title', {}, escapeXml(oneLine(`${name} · ${entry?.name ?? service}`))),
    box(0, 0, rect.width, rect.height, 8, {
      fill: gone ? palette.canvas : palette.box,
      stroke: worst ? frameColour(drawing, worst) : palette.border,
      'stroke-width': worst ? SEVERITY_STYLES[worst].frame : 1.25,
    }),
    iconAt(drawing, entry?.icon, 12, 12, 40),
    words(drawing, gone ? palette.dim : palette.text, name, service),
    markAround(drawing, resource.id, rect.width, rect.height),
    markersAt(drawing, resource.id, rect.width + 8, 0),
  );
}

/** The colour of lines that stand for a severity: its marker's, or the edge of a white one. */
export function frameColour({ palette }: Drawing, severity: keyof typeof SEVERITY_STYLES): string {
  const { fill, edge } = palette.severity[severity];
  return fill === palette.page ? edge : fill;
}
