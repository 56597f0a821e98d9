import { RESOURCE_SIZE } from '../../diagram/geometry.ts';
import { resourceRect } from '../../diagram/graph.ts';
import { oneLine } from '../../diagram/oneLine.ts';
import type { Resource } from '../../diagram/schema.ts';
import { applicable } from '../../validate/report.ts';
import { anchorOf } from './anchors.ts';
import { drawCardTags } from './cardTags.ts';
import type { Drawing } from './drawing.ts';
import { gapSigns, gapSignsWidth, markAround, markOf } from './drawMark.ts';
import { type Font, isRightToLeft, wrap } from './fitText.ts';
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
/** What is too long even then has two lines. */
const TWO_LINES: Font = { size: 12, weight: 'bold' };
const LINE = 14;
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

/** Lines one under the other, the first at `top`; in the middle of the card, as all of a name that has two. */
interface Words {
  readonly name: readonly string[];
  readonly font: Font;
  readonly service: readonly string[];
  readonly top: number;
}

function wordsOf(name: string, service: string): Words {
  const font = NAMES.find((each) => widthOf(oneLine(name), each) <= TEXT.width);
  if (!font) return { name: wrap(name, TEXT.width, TWO_LINES, 2), font: TWO_LINES, service: [service], top: 23 };
  const lines = wrap(service, TEXT.width, SERVICE, 2);
  return { name: [oneLine(name)], font, service: lines, top: lines.length === 1 ? 29 : 23 };
}

function words(drawing: Drawing, fill: string, name: string, service: string): string {
  const { palette, letters } = drawing;
  const { name: lines, font, service: below, top } = wordsOf(name, service);
  const rightToLeft = isRightToLeft(name);
  const bold = { letters: letters.picture, fill, font, rightToLeft };
  const plain = { letters: letters.picture, fill: palette.dim, font: SERVICE };
  const x = rightToLeft ? TEXT.x + TEXT.width : TEXT.x;
  const first = top + (lines.length > 1 ? 2 * LINE : 16);
  return concat([
    ...lines.map((line, i) => textLine(line, x, top + i * LINE, bold, TEXT.width)),
    ...below.map((line, i) => textLine(line, TEXT.x, first + i * 13, plain, TEXT.width)),
  ]);
}

/**
 * A resource as on the canvas: icon, name, service, frame in the colour of its worst gap, markers on its upper edge, its
 * badge and the data that reach it on the lower one.
 */
export function drawResource(drawing: Drawing, resource: Resource): string {
  const { catalog, diagram, palette } = drawing;
  const rect = resourceRect(diagram, resource);
  const entry = catalog.services.get(resource.service)?.service;
  const worst = drawing.groupOf.get(resource.id)?.gaps[0]?.finding.severity;
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
    drawCardTags(drawing, resource),
    markAround(drawing, resource.id, rect.width, rect.height),
    markersAt(drawing, resource.id, rect.width + 8, 0),
  );
}

/** The colour of lines that stand for a severity: its marker's, or the edge of a white one. */
export function frameColour({ palette }: Drawing, severity: keyof typeof SEVERITY_STYLES): string {
  const { fill, edge } = palette.severity[severity];
  return fill === palette.page ? edge : fill;
}
