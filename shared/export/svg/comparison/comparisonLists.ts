import { describe as wordsOf } from '../../../validate/describe.ts';
import { elementKind } from '../../../validate/elementName.ts';
import { type ComparedElement, type ComparedReview, toldChanges } from '../../comparison.ts';
import { counted } from '../../text.ts';
import { stack } from '../blocks.ts';
import type { Block } from '../drawing.ts';
import { markSign } from '../drawMark.ts';
import type { Font } from '../fitText.ts';
import { gapList, itemRow, paragraph, rowsUnder, type Setting, section } from '../lists.ts';
import { MARK_STYLES, type Mark } from '../marks.ts';
import type { NumberedGap } from '../numbering.ts';
import { MARKER_HEIGHT, sign, signWidth } from '../shapes.ts';
import { SEVERITY_STYLES } from '../style.ts';
import { tag } from '../xml.ts';
import type { ComparisonDrawing } from './comparisonDrawing.ts';

const TITLE: Font = { size: 12, weight: 'bold' };
const BODY: Font = { size: 12 };
const TEXT_X = 28;
const CLOSED_X = 76;

function openedList(drawing: ComparisonDrawing, width: number): readonly Block[] {
  const { tally } = drawing;
  return tally.gap === 0 ? [] : [gapList(drawing, `${counted(tally.gap, 'gap')} opened`, width)];
}

function closedRow(setting: Setting, { number, finding }: NumberedGap, reason: string): Block {
  const { drawing } = setting;
  const { letters, palette } = drawing;
  const text = `✓ ${number}`;
  const listed = { ...drawing, letters: { ...letters, picture: letters.lists } };
  const lead = sign(listed, text, Math.max(56, signWidth(text)), -2, palette.met, `Closed: ${number}`);
  const { severity } = finding;
  const words = stack([
    paragraph(setting, wordsOf(finding).title, CLOSED_X, palette.text, TITLE, 3),
    paragraph(setting, `${SEVERITY_STYLES[severity].label}; ${reason}`, CLOSED_X, palette.dim, BODY, 2),
  ]);
  return { markup: tag('g', { class: 'closed' }, lead, words.markup), height: words.height + 8 };
}

function closedList(drawing: ComparisonDrawing, review: ComparedReview, width: number): readonly Block[] {
  const { closed } = drawing;
  if (review.closed.length === 0) return [];
  const reasons = new Map(review.closed.map(({ key, reason }) => [key, reason]));
  const toBlocks = (setting: Setting) =>
    closed.flatMap(({ element, gaps }) =>
      rowsUnder(
        setting,
        element,
        gaps.map((gap) => closedRow(setting, gap, reasons.get(gap.finding.key) ?? '')),
      ),
    );
  return [section(drawing, `${counted(review.closed.length, 'gap')} closed`, width, toBlocks)];
}

function elementRow(setting: Setting, mark: Mark, { name, changes }: ComparedElement, kind: string): Block {
  const { palette } = setting.drawing;
  const title = kind === '' ? name : `${name} · ${kind}`;
  const words = stack([
    paragraph(setting, title, TEXT_X, palette.text, TITLE, 2),
    ...changes.map(({ label, before, after }) =>
      paragraph(setting, `${label}: ${before} → ${after}`, TEXT_X, palette.dim, BODY, 4),
    ),
  ]);
  const markup = markSign(setting.drawing, mark, 0, -1) + words.markup;
  return { markup, height: Math.max(words.height, MARKER_HEIGHT) + 8 };
}

function elementList(drawing: ComparisonDrawing, review: ComparedReview, width: number): readonly Block[] {
  const marked = (['added', 'removed', 'changed'] as const).map((mark) => [mark, review[mark]] as const);
  const title = marked
    .filter(([, elements]) => elements.length > 0)
    .map(([mark, elements]) => `${elements.length} ${MARK_STYLES[mark].label.toLowerCase()}`)
    .join(', ');
  if (title === '') return [];
  const { diff, elements: known } = drawing.comparison;
  const ids = { added: diff.added, removed: diff.removed, changed: toldChanges(diff).map(({ id }) => id) };
  const kindOf = (mark: Mark, i: number, { service }: ComparedElement): string => {
    const element = known.get(ids[mark][i] ?? '');
    return element ? elementKind(drawing.catalog, element) : service;
  };
  const toBlocks = (setting: Setting) =>
    marked.flatMap(([mark, elements]) =>
      elements.map((element, i) => elementRow(setting, mark, element, kindOf(mark, i, element))),
    );
  return [section(drawing, `Elements: ${title}`, width, toBlocks)];
}

function lineList(drawing: ComparisonDrawing, title: string, lines: readonly string[], width: number) {
  if (lines.length === 0) return [];
  const toBlocks = (setting: Setting) => lines.map((line) => itemRow(setting, '~', line));
  return [section(drawing, `${title}: ${lines.length}`, width, toBlocks)];
}

/** The lists under a picture of two states: gaps that opened and closed, with its numbers; elements; rules; decisions. */
export const drawComparisonLists = (
  drawing: ComparisonDrawing,
  review: ComparedReview,
  width: number,
): readonly Block[] => [
  ...openedList(drawing, width),
  ...closedList(drawing, review, width),
  ...elementList(drawing, review, width),
  ...lineList(
    drawing,
    'Rules',
    review.rules.map(({ text }) => text),
    width,
  ),
  ...lineList(drawing, 'Decisions', review.decisions, width),
];
