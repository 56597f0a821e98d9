import { decisionKind, decisionReason } from '../../diagram/decision.ts';
import { remembered } from '../../diagram/remembered.ts';
import { type Description, describe as wordsOf } from '../../validate/describe.ts';
import { elementKind } from '../../validate/elementName.ts';
import { placeName } from '../../validate/placeName.ts';
import type { Assessment, ElementRef } from '../../validate/report.ts';
import { counted } from '../text.ts';
import { columns, stack } from './blocks.ts';
import type { Block, Drawing } from './drawing.ts';
import { type Font, wrap } from './fitText.ts';
import { textLine } from './letters.ts';
import { byElement, type NumberedGap } from './numbering.ts';
import { marker, markerWidth } from './shapes.ts';
import { SEVERITY_STYLES } from './style.ts';
import { concat, tag } from './xml.ts';

const HEADING: Font = { size: 16, weight: 'bold' };
const WHERE: Font = { size: 13, weight: 'bold' };
const TITLE: Font = { size: 12, weight: 'bold' };
const BODY: Font = { size: 12 };
const LINE = 16;
const COLUMNS = { severity: 64, text: 124 };
/** Columns narrower than this are hard to read. */
const COLUMN_WIDTH = 460;
const COLUMN_GAP = 40;

/** A column of a list, and how wide it is. */
export interface Setting {
  readonly drawing: Drawing;
  readonly width: number;
}

function ink({ letters }: Drawing, fill: string, font: Font) {
  return { letters: letters.lists, fill, font };
}

/** Text in at most `most` lines, from `x` to the end of the column. */
export function paragraph(
  { drawing, width }: Setting,
  text: string,
  x: number,
  fill: string,
  font: Font,
  most: number,
): Block {
  const lines = wrap(text, width - x, font, most);
  const markup = concat(lines.map((line, i) => textLine(line, x, 12 + i * LINE, ink(drawing, fill, font))));
  return { markup, height: lines.length * LINE };
}

function whereBlock({ drawing, width }: Setting, element: ElementRef): Block {
  const text = `${placeName(element)} · ${elementKind(drawing.catalog, element)}`;
  return { markup: textLine(text, 0, 14, ink(drawing, drawing.palette.text, WHERE), width), height: 26 };
}

/** What a gap is and what to do about it, in words. Many elements lack the same: each wording is set once. */
function gapWords(setting: Setting) {
  const { palette } = setting.drawing;
  const titles = remembered((text: string) => paragraph(setting, text, COLUMNS.text, palette.text, TITLE, 3));
  const remedies = remembered((text: string) => paragraph(setting, text, COLUMNS.text, palette.dim, BODY, 8));
  return ({ title, remediation }: Description): Block => stack([titles(title), remedies(remediation)]);
}

function gapRow(drawing: Drawing, { number, finding }: NumberedGap, text: Block): Block {
  const { palette, letters } = drawing;
  const { severity } = finding;
  const range = { severity, first: number, last: number };
  const lead =
    marker(drawing, letters.lists, range, 56 - markerWidth(range), -2) +
    textLine(SEVERITY_STYLES[severity].label, COLUMNS.severity, 12, ink(drawing, palette.text, BODY));
  return { markup: tag('g', { class: 'gap' }, lead, text.markup), height: text.height + 8 };
}

function heading(drawing: Drawing, text: string): Block {
  return { markup: textLine(text, 0, 18, ink(drawing, drawing.palette.text, HEADING)), height: 34 };
}

/** A heading over blocks in as many columns as there is room for; `toBlocks` gets the width of one. */
export function section(
  drawing: Drawing,
  title: string,
  width: number,
  toBlocks: (setting: Setting) => readonly Block[],
): Block {
  const count = Math.max(1, Math.floor((width + COLUMN_GAP) / (COLUMN_WIDTH + COLUMN_GAP)));
  const column = Math.floor((width - (count - 1) * COLUMN_GAP) / count);
  const blocks = toBlocks({ drawing, width: column });
  return stack([heading(drawing, title), columns(blocks, count, column, COLUMN_GAP)]);
}

const END_OF_GROUP: Block = { markup: '', height: 8 };

/** The name of an element stays with its first row; further rows may go on in the next column. */
export function rowsUnder(setting: Setting, element: ElementRef, [first, ...rows]: readonly Block[]): readonly Block[] {
  const head = stack([whereBlock(setting, element), ...(first ? [first] : [])]);
  const all = [head, ...rows];
  return all.map((row, i) => (i === rows.length ? stack([row, END_OF_GROUP]) : row));
}

/** All gaps by element, with the numbers of the picture. */
export function gapList(drawing: Drawing, title: string, width: number): Block {
  const { groups } = drawing;
  const toBlocks = (setting: Setting) => {
    const words = gapWords(setting);
    return groups.flatMap(({ element, gaps }) =>
      rowsUnder(
        setting,
        element,
        gaps.map((gap) => gapRow(drawing, gap, words(wordsOf(gap.finding)))),
      ),
    );
  };
  return section(drawing, title, width, toBlocks);
}

/** A line of a list with a sign before it. */
export function itemRow(setting: Setting, sign: string, text: string): Block {
  const { palette } = setting.drawing;
  const body = paragraph(setting, text, 24, palette.dim, BODY, 4);
  const lead = textLine(sign, 6, 12, ink(setting.drawing, palette.open, TITLE));
  return { markup: lead + body.markup, height: body.height + 2 };
}

/** What has not been answered yet, by element; nothing when all is answered. */
function questionList(drawing: Drawing, width: number): readonly Block[] {
  const { tally, findings, annotations } = drawing;
  if (tally.unknown === 0 || annotations !== 'all') return [];
  const toBlocks = (setting: Setting) => {
    const row = remembered((question: string) => itemRow(setting, '?', question));
    return byElement(findings, 'unknown').flatMap((own) => {
      const first = own[0];
      const rows = own.map((finding) => row(wordsOf(finding).title));
      return first ? rowsUnder(setting, first.element, rows) : [];
    });
  };
  return [section(drawing, counted(tally.unknown, 'open question'), width, toBlocks)];
}

function decisionText(assessment: Assessment): string {
  const { suppression, element } = assessment;
  if (!suppression) return '';
  const until = suppression.expiresOn === null ? 'without an end' : `until ${suppression.expiresOn}`;
  const owner = suppression.owner === '' ? '' : ` by ${suppression.owner}`;
  const what = `${placeName(element)}: ${wordsOf(assessment).title}`;
  return `${what}. ${decisionKind(suppression)}${owner} ${until}: ${decisionReason(suppression)}`;
}

/** Decisions that hold, with their reasons; nothing when there are none. */
function decisionList(drawing: Drawing, width: number): readonly Block[] {
  const { shown, judged, annotations } = drawing;
  if (annotations !== 'all') return [];
  const decided = [...shown.resources, ...shown.flows, ...shown.boundaries]
    .flatMap(({ id }) => judged(id)?.assessments.filter(({ outcome }) => outcome === 'suppressed') ?? [])
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  if (decided.length === 0) return [];
  const toBlocks = (setting: Setting) => decided.map((each) => itemRow(setting, '~', decisionText(each)));
  return [section(drawing, counted(decided.length, 'accepted risk'), width, toBlocks)];
}

/** The lists under the picture: gaps, open questions, accepted risks; none where nothing is said of security. */
export const drawLists = (drawing: Drawing, width: number): readonly Block[] =>
  drawing.annotations === 'none' || drawing.lists === false
    ? []
    : [
        gapList(drawing, counted(drawing.tally.gap, 'gap'), width),
        ...questionList(drawing, width),
        ...decisionList(drawing, width),
      ];
