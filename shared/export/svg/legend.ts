import { SEVERITIES } from '../../catalog/terms.ts';
import { kindName } from '../../catalog/words.ts';
import { oneLine } from '../../diagram/oneLine.ts';
import { dataSample } from './cardTags.ts';
import type { Block, Drawing } from './drawing.ts';
import { frameColour } from './drawResource.ts';
import type { Font } from './fitText.ts';
import { textLine, widthOf } from './letters.ts';
import { box, group, MARKER_HEIGHT, severitySign, sign, tickSign } from './shapes.ts';
import { boundaryStyle, SEVERITY_STYLES, TICK } from './style.ts';
import { tag } from './xml.ts';

const FONT: Font = { size: 11 };
const LINE = 26;
const SIGN_WIDTH = 26;

/** A sign and what it means; `sampleWidth` in pixels. */
export interface LegendItem {
  readonly sample: string;
  readonly sampleWidth: number;
  readonly label: string;
}

/** The severities, with the number of gaps of each. */
export const severityItems = (drawing: Drawing): readonly LegendItem[] =>
  SEVERITIES.map((severity) => ({
    sample: severitySign(drawing, severity, SIGN_WIDTH),
    sampleWidth: SIGN_WIDTH,
    label: `${SEVERITY_STYLES[severity].label} ${drawing.tally.bySeverity[severity]}`,
  }));

function signItems(drawing: Drawing): readonly LegendItem[] {
  const { palette } = drawing;
  const round = (text: string, colour: string) => sign(drawing, text, MARKER_HEIGHT, 0, colour, text);
  return [
    { sample: tickSign(TICK, MARKER_HEIGHT, 0, palette.met), sampleWidth: MARKER_HEIGHT, label: 'All controls met' },
    { sample: round('?', palette.open), sampleWidth: MARKER_HEIGHT, label: 'No gap, questions open' },
    { sample: round('~', palette.accepted), sampleWidth: MARKER_HEIGHT, label: 'No gap, risk accepted' },
  ];
}

function dataItems(drawing: Drawing): readonly LegendItem[] {
  if (!drawing.shown.resources.some(({ id }) => drawing.dataAt(id) !== 0)) return [];
  return [{ ...dataSample(drawing), label: 'Strongest class of data that reaches it; +1: one more class' }];
}

/** Flows without gaps, and with them. */
export function flowItems(drawing: Drawing, withGaps = 'Flow with gaps'): readonly LegendItem[] {
  const line = (stroke: string, dash: string | undefined) =>
    tag('path', { d: 'M0 9h30', stroke, 'stroke-width': 2, 'stroke-dasharray': dash, fill: 'none' });
  const plain = { sample: line(drawing.palette.flow, undefined), sampleWidth: 30, label: 'Flow' };
  const lacking = { sample: line(frameColour(drawing, 'critical'), '6 4'), sampleWidth: 30, label: withGaps };
  return drawing.annotations === 'none' ? [plain] : [plain, lacking];
}

/** The kinds of boundary that the picture has. */
export function boundaryItems({ shown, catalog, theme }: Drawing): readonly LegendItem[] {
  return [...new Set(shown.boundaries.map(({ kind }) => kind))].sort().map((kind) => {
    const { stroke, dash } = boundaryStyle(kind, theme);
    const frame = { fill: 'none', stroke, 'stroke-width': 1.5, 'stroke-dasharray': dash };
    const label = oneLine(kindName(catalog, kind).slice(0, 60));
    return { sample: box(1, 2, 24, 14, 3, frame), sampleWidth: 26, label };
  });
}

function itemsOf(drawing: Drawing): readonly LegendItem[] {
  const { annotations } = drawing;
  return [
    ...(annotations === 'none' ? [] : severityItems(drawing)),
    ...(annotations === 'all' ? signItems(drawing) : []),
    ...flowItems(drawing),
    ...boundaryItems(drawing),
    ...dataItems(drawing),
  ];
}

/** What shapes, colours and lines mean, with the number of gaps of each severity. */
export const drawLegend = (drawing: Drawing, width: number): Block => drawItems(drawing, itemsOf(drawing), width);

/** Items side by side, on as many lines as they need. */
export function drawItems(drawing: Drawing, items: readonly LegendItem[], width: number): Block {
  const ink = { letters: drawing.letters.picture, fill: drawing.palette.dim, font: FONT };
  let [x, y, markup] = [0, 0, ''];
  for (const { sample, sampleWidth, label } of items) {
    const needed = sampleWidth + 7 + widthOf(label, FONT) + 20;
    if (x > 0 && x + needed - 20 > width) [x, y] = [0, y + LINE];
    markup += group(x, y, sample, textLine(label, sampleWidth + 7, 13, ink));
    x += needed;
  }
  return { markup: tag('g', { class: 'legend' }, markup), height: y + MARKER_HEIGHT };
}
