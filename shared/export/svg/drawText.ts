import { textRect } from '../../diagram/graph.ts';
import type { TextBox } from '../../diagram/schema.ts';
import { type Paragraph, shownLines, TEXT_LOOKS } from '../textBox.ts';
import { anchorOf } from './anchors.ts';
import type { Drawing } from './drawing.ts';
import { markAround, markOf } from './drawMark.ts';
import { truncate } from './fitText.ts';
import { textLine } from './letters.ts';
import { box, moved } from './shapes.ts';
import { concat, tag } from './xml.ts';

/** Where the baseline is below the middle of a line, in parts of the font size: as browsers set Inter. */
const BASELINE = 0.364;

function drawLines(drawing: Drawing, { id, style, size }: TextBox, shown: readonly Paragraph[]): string {
  const { letters, palette } = drawing;
  const { font, line, padding } = TEXT_LOOKS[style];
  const ink = { letters: letters.picture, fill: markOf(drawing, id) === 'removed' ? palette.dim : palette.text, font };
  const first = padding.y + line / 2 + font.size * BASELINE;
  const lines = shown.flatMap(({ lines: own, rightToLeft }) => own.map((text) => ({ text, rightToLeft })));
  return concat(
    lines.map(({ text, rightToLeft }, i) =>
      textLine(text, rightToLeft ? size.width - padding.x : padding.x, first + i * line, { ...ink, rightToLeft }),
    ),
  );
}

/** A title or note where it lies on the canvas, in the same lines; what its box has no room for ends with `…`. */
export function drawText(drawing: Drawing, text: TextBox): string {
  const { diagram, palette } = drawing;
  const rect = textRect(diagram, text);
  const { font, padding } = TEXT_LOOKS[text.style];
  const { paragraphs, whole } = shownLines(text);
  const last = paragraphs.at(-1);
  const width = rect.width - 2 * padding.x;
  const cut = last && {
    ...last,
    lines: [...last.lines.slice(0, -1), truncate(`${last.lines.at(-1) ?? ''} …`, width, font)],
  };
  const shown = whole || !cut ? paragraphs : [...paragraphs.slice(0, -1), cut];
  const paper =
    text.style === 'note'
      ? box(0, 0, rect.width, rect.height, 6, { fill: palette.note, stroke: palette.noteEdge })
      : '';
  return tag(
    'g',
    { id: anchorOf(text.id), class: 'text', transform: moved(rect.x, rect.y) },
    paper,
    drawLines(drawing, text, shown),
    markAround(drawing, text.id, rect.width, rect.height),
  );
}
