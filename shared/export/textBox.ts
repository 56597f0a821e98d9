import { LIMITS, type TextBox } from '../diagram/schema.ts';
import { type Font, isRightToLeft, wrap } from './svg/fitText.ts';

/** How a text box is set, in pixels; the same on the canvas and in every picture. */
interface TextLook {
  readonly font: Font;
  /** From one baseline to the next. */
  readonly line: number;
  readonly padding: { readonly x: number; readonly y: number };
}

/** Titles stand on the canvas as they are; notes have a box. */
export const TEXT_LOOKS: Readonly<Record<TextBox['style'], TextLook>> = {
  title: { font: { size: 22, weight: 'bold' }, line: 28, padding: { x: 4, y: 6 } },
  note: { font: { size: 13 }, line: 18, padding: { x: 10, y: 8 } },
};

/** Lines of one paragraph, and the direction that they run in. */
export interface Paragraph {
  readonly lines: readonly string[];
  readonly rightToLeft: boolean;
}

const PARAGRAPHS = /\r\n|[\r\n\u2028\u2029]/;

type Box = Pick<TextBox, 'text' | 'style' | 'size'>;

/** The text in lines as wide as its box allows: its own line breaks stay, and words that are too long are broken. */
export function paragraphsOf({ text, style, size }: Box): readonly Paragraph[] {
  const { font, padding } = TEXT_LOOKS[style];
  const width = Math.max(size.width - 2 * padding.x, font.size);
  return text
    .split(PARAGRAPHS)
    .map((each) => ({ lines: wrap(each, width, font, LIMITS.answer), rightToLeft: isRightToLeft(each) }));
}

/** The lines that a box has room for, at least one, and whether they are all of them. */
export function shownLines(text: Box): { readonly paragraphs: readonly Paragraph[]; readonly whole: boolean } {
  const { line, padding } = TEXT_LOOKS[text.style];
  const room = Math.max(1, Math.floor((text.size.height - 2 * padding.y) / line));
  const shown: Paragraph[] = [];
  let left = room;
  for (const { lines, rightToLeft } of paragraphsOf(text)) {
    if (left > 0) shown.push({ lines: lines.slice(0, left), rightToLeft });
    left -= lines.length;
  }
  return { paragraphs: shown, whole: left >= 0 };
}
