import { oneLine } from '../../diagram/oneLine.ts';
import type { Flow } from '../../diagram/schema.ts';
import { applicable } from '../../validate/report.ts';
import { pillAnchorOf } from './anchors.ts';
import { flowColour } from './drawFlow.ts';
import type { Drawing } from './drawing.ts';
import { gapSigns, gapSignsWidth, markOf, markSign } from './drawMark.ts';
import { type Font, truncate } from './fitText.ts';
import { lackingWords } from './lacking.ts';
import { textLine, widthOf } from './letters.ts';
import { type MarkerRange, markersOf } from './numbering.ts';
import { box, MARKER_HEIGHT } from './shapes.ts';
import { tag } from './xml.ts';

const WORDS: Font = { size: 11 };
/** Longest text, and shorter ones for where there is less room, in pixels. */
const WIDTHS = [168, 96, 48];
const APART = 3;

/** What a pill may say: markers, and a text beside them. */
export interface PillContent {
  readonly ranges: readonly MarkerRange[];
  readonly text: string;
  readonly width: number;
}

/** Texts that the pill may show, the most telling first. */
function texts(drawing: Drawing, flow: Flow): readonly string[] {
  const own = drawing.groupOf.get(flow.id);
  const label = oneLine(flow.label);
  if (own) {
    const lacking = lackingWords(own.gaps);
    return label === '' ? [lacking] : [`${label}: ${lacking}`, lacking];
  }
  const tally = drawing.judged(flow.id)?.tally;
  const sign = !tally || applicable(tally) === 0 ? '' : tally.unknown > 0 ? `? ${tally.unknown}` : '✓';
  return [[sign, label].filter((part) => part !== '').join(' ')];
}

/** Pixels of what stands before the text, and of all, 3 pixels apart. */
function widthsOf(drawing: Drawing, flow: Flow, ranges: readonly MarkerRange[], text: string) {
  const mark = markOf(drawing, flow.id) ? MARKER_HEIGHT : 0;
  const signs = gapSignsWidth(drawing, flow.id, ranges);
  const body = text === '' ? 0 : Math.ceil(widthOf(text, WORDS)) + 14;
  const sum = (widths: readonly number[]) => widths.reduce((all, each) => (each > 0 ? all + each + APART : all), 0);
  return { mark: sum([mark]), lead: sum([mark, signs]), all: Math.max(0, sum([mark, signs, body]) - APART) };
}

/** What the pill of a flow may say, the most telling first; nothing where there is nothing to say. */
export function pillContents(drawing: Drawing, flow: Flow): readonly PillContent[] {
  const own = drawing.groupOf.get(flow.id);
  const ranges = own ? markersOf(own) : [];
  const whole = texts(drawing, flow).filter((text) => text !== '');
  const longest = WIDTHS[0] ?? 0;
  const fitting = whole.filter((text) => widthOf(text, WORDS) <= longest);
  const last = whole.at(-1) ?? '';
  const cut = WIDTHS.map((width) => truncate(last, width, WORDS)).filter((text) => text !== '…');
  const all = [...new Set([...fitting, ...cut]), ''];
  return all
    .map((text) => ({ ranges, text, width: widthsOf(drawing, flow, ranges, text).all }))
    .filter(({ width }) => width > 0);
}

/** A pill with its middle at a point: the mark of its flow, markers, then the text in a frame. */
export function drawPill(drawing: Drawing, flow: Flow, content: PillContent, x: number, y: number): string {
  const { palette, letters } = drawing;
  const own = drawing.groupOf.has(flow.id);
  const left = x - content.width / 2;
  const top = y - MARKER_HEIGHT / 2;
  const mark = markOf(drawing, flow.id);
  const widths = widthsOf(drawing, flow, content.ranges, content.text);
  const ink = { letters: letters.picture, fill: own ? palette.text : palette.dim, font: WORDS };
  const frame = { fill: palette.box, stroke: own ? flowColour(drawing, flow.id) : palette.border };
  const words =
    content.text === ''
      ? []
      : [
          box(left + widths.lead, top, content.width - widths.lead, MARKER_HEIGHT, MARKER_HEIGHT / 2, frame),
          textLine(content.text, left + widths.lead + 7, top + 13, ink),
        ];
  const attributes = { id: pillAnchorOf(flow.id), class: 'pill' };
  const signs = gapSigns(drawing, flow.id, content.ranges, left + widths.mark, top);
  return tag('g', attributes, mark ? markSign(drawing, mark, left, top) : '', signs, ...words);
}
