import { catalogVersion } from '../../catalog/catalogVersion.ts';
import { SEVERITIES } from '../../catalog/terms.ts';
import { oneLine } from '../../diagram/oneLine.ts';
import { boundaryName } from '../../validate/elementName.ts';
import { counted, sizeText, summaryText } from '../text.ts';
import type { Block, Drawing } from './drawing.ts';
import type { Font } from './fitText.ts';
import { textLine, widthOf } from './letters.ts';
import { box, group } from './shapes.ts';
import { concat, tag } from './xml.ts';

const TITLE: Font = { size: 24, weight: 'bold' };
const SUMMARY: Font = { size: 13 };
const LABEL: Font = { size: 10 };
const VALUE: Font = { size: 12, weight: 'bold' };
const CELL = { height: 38, padding: 10 };

/** What the diagram is called in the picture. */
export const titleText = ({ diagram }: Drawing): string => oneLine(diagram.name) || 'Untitled diagram';

/** The report in one line; what the picture shows where it says nothing of security. */
export function describeText(drawing: Drawing): string {
  return drawing.annotations === 'none' ? sizeText(sizeOf(drawing)) : summaryText(drawing.tally);
}

const sizeOf = ({ shown: { resources, flows, boundaries } }: Drawing) => ({
  resources: resources.length,
  flows: flows.length,
  boundaries: boundaries.length,
});

/** Which part of the diagram is shown; '' for all of it. */
function partText({ diagram, catalog, scope, shown }: Drawing): string {
  if (!scope || scope.kind === 'all') return '';
  const boundary = scope.kind === 'boundary' ? diagram.boundaries.find(({ id }) => id === scope.id) : undefined;
  if (boundary) return boundaryName(catalog, boundary);
  return `${shown.resources.length} of ${counted(diagram.resources.length, 'resource')}`;
}

/** A cell of the title block; one without a value is left out. */
export interface Cell {
  readonly label: string;
  readonly value: string;
}

/** The cells of the title block. */
function cellsOf(drawing: Drawing): readonly Cell[] {
  const { date, standard, catalog, annotations, tally } = drawing;
  const { hash, controls } = catalogVersion(catalog);
  const gaps = SEVERITIES.map((severity) => tally.bySeverity[severity]).join(' / ');
  const judged = [
    { label: 'Gaps, worst first', value: `${tally.gap} (${gaps})` },
    { label: 'Standard', value: standard ? oneLine(`${standard.name} ${standard.version}`) : '' },
    { label: 'Catalog', value: `${hash} · ${controls} controls` },
  ];
  return [
    { label: 'Date', value: date },
    { label: 'Part', value: oneLine(partText(drawing)) },
    { label: 'Size', value: sizeText(sizeOf(drawing)) },
    ...(annotations === 'none' ? [] : judged),
  ];
}

/** Cells side by side in a frame, on as many lines as they need. */
function titleBlock(drawing: Drawing, cells: readonly Cell[], width: number): Block {
  const { palette, letters } = drawing;
  const label = { letters: letters.picture, fill: palette.dim, font: LABEL };
  const value = { letters: letters.picture, fill: palette.text, font: VALUE };
  let [x, y, markup] = [0, 0, ''];
  for (const cell of cells) {
    if (cell.value === '') continue;
    const wanted = Math.max(widthOf(cell.label, LABEL), widthOf(cell.value, VALUE)) + 2 * CELL.padding;
    const room = Math.min(Math.ceil(wanted), width);
    if (x > 0 && x + room > width) [x, y] = [0, y + CELL.height];
    markup += group(
      x,
      y,
      box(0, 0, room, CELL.height, 0, { fill: 'none', stroke: palette.border }),
      textLine(cell.label, CELL.padding, 14, label),
      textLine(cell.value, CELL.padding, 30, value, room - 2 * CELL.padding + 1),
    );
    x += room;
  }
  return { markup: tag('g', { class: 'title-block' }, markup), height: y + CELL.height };
}

/** What stands over a picture: its name, a line on it or '', and the cells of the title block. */
export interface Heading {
  readonly title: string;
  readonly summary: string;
  readonly cells: readonly Cell[];
}

/** A heading, as wide as the picture under it. */
export function drawHeading(drawing: Drawing, { title, summary, cells }: Heading, width: number): Block {
  const { palette, letters } = drawing;
  const bold = { letters: letters.picture, fill: palette.text, font: TITLE };
  const plain = { letters: letters.picture, fill: palette.text, font: SUMMARY };
  const block = titleBlock(drawing, cells, width);
  const top = summary === '' ? 40 : 62;
  const markup = [
    textLine(title, 0, 24, bold, width),
    summary === '' ? '' : textLine(summary, 0, 48, plain, width),
    group(0, top, block.markup),
  ];
  return { markup: concat(markup), height: top + block.height };
}

/** Name, report in a line, and the title block: date, part, size, counts, standard, catalog. */
export function drawHeader(drawing: Drawing, width: number): Block {
  const summary = drawing.annotations === 'none' ? '' : summaryText(drawing.tally);
  return drawHeading(drawing, { title: titleText(drawing), summary, cells: cellsOf(drawing) }, width);
}
