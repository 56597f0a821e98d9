import { SEVERITIES } from '../../catalog/terms.ts';
import type { Block, Drawing } from './drawing.ts';
import type { Font } from './fitText.ts';
import { textWidth } from './fontMetrics.ts';
import { box, group, MARKER_HEIGHT, sign, textLine, tickSign } from './shapes.ts';
import { boundaryStyle, SEVERITY_STYLES, TICK } from './style.ts';
import { tag } from './xml.ts';

const FONT: Font = { size: 11 };
const LINE = 26;

interface Item {
  readonly sample: string;
  readonly sampleWidth: number;
  readonly label: string;
}

function severityItems({ report }: Drawing): readonly Item[] {
  return SEVERITIES.map((severity) => {
    const { fill, glyph, label } = SEVERITY_STYLES[severity];
    const shape = tag('path', { d: glyph, transform: 'translate(5 5) scale(.8)', fill: '#ffffff' });
    const disc = box(0, 0, MARKER_HEIGHT, MARKER_HEIGHT, MARKER_HEIGHT / 2, { fill });
    return { sample: disc + shape, sampleWidth: MARKER_HEIGHT, label: `${label} ${report.tally.bySeverity[severity]}` };
  });
}

function signItems({ palette }: Drawing): readonly Item[] {
  const round = (text: string, colour: string) => sign(text, MARKER_HEIGHT, 0, colour, palette.box, text);
  return [
    { sample: tickSign(TICK, MARKER_HEIGHT, 0, palette.met), sampleWidth: MARKER_HEIGHT, label: 'All controls met' },
    { sample: round('?', palette.open), sampleWidth: MARKER_HEIGHT, label: 'No gap, questions open' },
    { sample: round('~', palette.accepted), sampleWidth: MARKER_HEIGHT, label: 'No gap, risk accepted' },
  ];
}

function flowItems({ palette }: Drawing): readonly Item[] {
  const line = (stroke: string, dash: string | undefined) =>
    tag('path', { d: 'M0 9h30', stroke, 'stroke-width': 2, 'stroke-dasharray': dash, fill: 'none' });
  return [
    { sample: line(palette.flow, undefined), sampleWidth: 30, label: 'Flow' },
    { sample: line(SEVERITY_STYLES.critical.fill, '6 4'), sampleWidth: 30, label: 'Flow with gaps' },
  ];
}

function boundaryItems({ diagram, catalog }: Drawing): readonly Item[] {
  return [...new Set(diagram.boundaries.map(({ kind }) => kind))].sort().map((kind) => {
    const { stroke, dash } = boundaryStyle(kind);
    const frame = { fill: 'none', stroke, 'stroke-width': 1.5, 'stroke-dasharray': dash };
    const label = (catalog.boundaries.get(kind)?.kind.name ?? kind).slice(0, 60);
    return { sample: box(1, 2, 24, 14, 3, frame), sampleWidth: 26, label };
  });
}

/** What shapes, colours and lines mean, with the number of gaps of each severity. */
export function drawLegend(drawing: Drawing, width: number): Block {
  const items = [...severityItems(drawing), ...signItems(drawing), ...flowItems(drawing), ...boundaryItems(drawing)];
  let [x, y, markup] = [0, 0, ''];
  for (const { sample, sampleWidth, label } of items) {
    const needed = sampleWidth + 7 + textWidth(label, FONT.size) + 20;
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE];
    markup += group(x, y, sample, textLine(label, sampleWidth + 7, 13, drawing.palette.dim, FONT));
    x += needed;
  }
  return { markup: tag('g', { class: 'legend' }, markup), height: y + LINE };
}
