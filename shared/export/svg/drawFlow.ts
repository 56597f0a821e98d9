import { type FlowShape, flowShape } from '../../diagram/flowShape.ts';
import { type FlowCurve, RESOURCE_SIZE, type Side } from '../../diagram/geometry.ts';
import type { Flow, Position } from '../../diagram/schema.ts';
import { applicable } from '../../validate/report.ts';
import type { Drawing } from './drawing.ts';
import { type Font, oneLine, truncate } from './fitText.ts';
import { textWidth } from './fontMetrics.ts';
import { lackingWords } from './lacking.ts';
import { markersOf } from './numbering.ts';
import { box, MARKER_HEIGHT, markerRow, markerRowWidth, textLine } from './shapes.ts';
import { SEVERITY_STYLES } from './style.ts';
import { tag } from './xml.ts';

const WORDS: Font = { size: 11 };
const WORDS_WIDTH = 168;
const LEAST_WORDS = 32;

/** A flow where it lies on the canvas. */
export interface PlacedFlow {
  readonly flow: Flow;
  readonly curve: FlowCurve;
  readonly end: Position;
  readonly side: Side;
  /** Where the pill stands: off the middle when a flow comes back the other way, so that both can be read. */
  readonly pill: Position;
  /** Pixels that the pill may be wide without covering one of the ends. */
  readonly room: number;
}

function pointAt({ points: [a, b, c, d] }: FlowCurve, t: number): Position {
  const u = 1 - t;
  const along = (p: number, q: number, r: number, s: number) =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: along(a.x, b.x, c.x, d.x), y: along(a.y, b.y, c.y, d.y) };
}

function place(flow: Flow, { curve, start, end, to, offset }: FlowShape): PlacedFlow {
  const level = (to === 'left' || to === 'right') && Math.abs(start.y - end.y) < RESOURCE_SIZE.height;
  const room = level ? Math.abs(start.x - end.x) - 12 : Infinity;
  return { flow, curve, end, side: to, pill: offset === 0 ? curve.middle : pointAt(curve, 0.3), room };
}

/** All flows of the diagram with both ends, placed. */
export function placeFlows({ diagram }: Drawing): readonly PlacedFlow[] {
  return diagram.flows.flatMap((flow) => {
    const shape = flowShape(diagram, flow);
    return shape ? [place(flow, shape)] : [];
  });
}

const HEADS: Readonly<Record<Side, string>> = {
  left: 'M0 0l-9 -5v10z',
  right: 'M0 0l9 -5v10z',
  top: 'M0 0l-5 -9h10z',
  bottom: 'M0 0l-5 9h10z',
};

const colourOf = (drawing: Drawing, id: string): string => {
  const worst = drawing.groupOf.get(id)?.gaps[0]?.finding.compiled.control.severity;
  return worst ? SEVERITY_STYLES[worst].fill : drawing.palette.flow;
};

/** The curve of a flow with its head: dashed and in the colour of its worst gap when it has gaps. */
export function drawFlow(drawing: Drawing, { flow, curve, end, side }: PlacedFlow): string {
  const stroke = colourOf(drawing, flow.id);
  const gaps = drawing.groupOf.has(flow.id);
  return (
    tag('path', {
      d: curve.path,
      fill: 'none',
      stroke,
      'stroke-width': gaps ? 2 : 1.5,
      'stroke-dasharray': gaps ? '6 4' : undefined,
    }) + tag('path', { d: HEADS[side], transform: `translate(${end.x} ${end.y})`, fill: stroke })
  );
}

/** Texts that the pill may show, the most telling first; the first one that fits is taken. */
function pillTexts(drawing: Drawing, flow: Flow): readonly string[] {
  const own = drawing.groupOf.get(flow.id);
  const label = oneLine(flow.label);
  if (own) {
    const lacking = lackingWords(own.gaps);
    return label === '' ? [lacking] : [`${label}: ${lacking}`, lacking];
  }
  const tally = drawing.report.elements.get(flow.id)?.tally;
  const sign = !tally || applicable(tally) === 0 ? '' : tally.unknown > 0 ? `? ${tally.unknown}` : '✓';
  return [[sign, label].filter((part) => part !== '').join(' ')];
}

/** The first text that fits, else the last one cut; nothing where not even a word fits. */
function fitting(texts: readonly string[], width: number): string {
  const whole = texts.find((text) => textWidth(text, WORDS.size) <= width);
  return whole ?? (width < LEAST_WORDS ? '' : truncate(texts.at(-1) ?? '', width, WORDS));
}

/** What a flow lacks, with the numbers of its gaps; without gaps, its label and whether questions are open. */
export function drawPill(drawing: Drawing, { flow, pill, room }: PlacedFlow): string {
  const { palette } = drawing;
  const own = drawing.groupOf.get(flow.id);
  const ranges = own ? markersOf(own) : [];
  const markers = markerRowWidth(ranges);
  const lead = markers > 0 ? markers + 3 : 0;
  const text = fitting(pillTexts(drawing, flow), Math.min(WORDS_WIDTH, room - lead - 14));
  const top = pill.y - MARKER_HEIGHT / 2;
  if (text === '') return markerRow(ranges, pill.x - markers / 2, top);
  const width = Math.ceil(textWidth(text, WORDS.size)) + 14;
  const left = pill.x - (lead + width) / 2;
  const frame = { fill: palette.box, stroke: own ? colourOf(drawing, flow.id) : palette.border };
  return (
    markerRow(ranges, left, top) +
    box(left + lead, top, width, MARKER_HEIGHT, MARKER_HEIGHT / 2, frame) +
    textLine(text, left + lead + 7, top + 13, own ? palette.text : palette.dim, WORDS)
  );
}
