import { oneLine } from '../../diagram/oneLine.ts';
import { FONT_FAMILY, hasLetters, outlineOf } from '../font/font.ts';
import { BOX, legible } from '../font/legible.ts';
import { textWidth, type Weight } from '../font/textWidth.ts';
import { type Font, truncate } from './fitText.ts';
import { escapeXml, tag } from './xml.ts';

/** The outlines of one document: each line of text is drawn once, and used wherever it stands. */
export interface Outlines {
  /** The id of the outline of a text. */
  idOf(text: string, weight: Weight): string;
  /** All of them, as markup for the definitions. */
  definitions(): string;
  /** The text with `□` for what the font has no letter for; null where such a line is to be text instead. */
  boxed(text: string, weight: Weight): string | null;
  /** Whether `boxed` has put a box anywhere. */
  hasBoxes(): boolean;
}

/** Letters as text, which can be searched and copied, or as outlines, which look the same in every program. */
export type Letters = 'text' | Outlines;

/** Outlines of a new document; `boxes` where there are no fonts that could draw what has no outline. */
export function createOutlines(boxes: boolean): Outlines {
  const ids: Record<Weight, Map<string, string>> = { regular: new Map(), bold: new Map() };
  let paths = '';
  let boxed = false;
  return {
    idOf(text, weight) {
      const known = ids[weight].get(text);
      if (known !== undefined) return known;
      const id = `t${ids.regular.size + ids.bold.size}`;
      ids[weight].set(text, id);
      paths += tag('path', { id, d: outlineOf(text, weight) });
      return id;
    },
    definitions: () => paths,
    boxed(text, weight) {
      if (!boxes) return null;
      const shown = legible(text, weight);
      boxed ||= shown.includes(BOX);
      return shown;
    },
    hasBoxes: () => boxed,
  };
}

/** A line of text as it is set: which letters, which colour, which font. */
export interface Ink {
  readonly letters: Letters;
  readonly fill: string;
  readonly font: Font;
  /** The text runs from right to left and begins at `x`: its other end is left of it. */
  readonly rightToLeft?: boolean;
}

/** For characters that the font has no letters for: the viewer's own fonts draw them. */
const OTHER_FAMILY = "Inter, 'Noto Sans', 'Segoe UI', sans-serif";

function outlined(outlines: Outlines, text: string, x: number, y: number, { fill, font }: Ink): string {
  const scale = font.size / 1000;
  const transform = `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}) scale(${scale})`;
  return tag('use', { 'xlink:href': `#${outlines.idOf(text, font.weight ?? 'regular')}`, fill, transform });
}

function elementOf(text: string, x: number, y: number, { letters, fill, font, rightToLeft }: Ink): string {
  // Outlines of what the font lacks would be holes; the whole line is text then, as its script may join letters.
  const family = letters === 'text' ? undefined : OTHER_FAMILY;
  const weight = font.weight === 'bold' ? 'bold' : undefined;
  const direction = rightToLeft ? 'rtl' : undefined;
  const attributes = { x, y, fill, 'font-size': font.size, 'font-weight': weight, 'font-family': family, direction };
  return tag('text', attributes, escapeXml(text));
}

/** A line of text that ends within `width` pixels; `y` is its baseline. */
export function textLine(text: string, x: number, y: number, ink: Ink, width = Infinity): string {
  const shown = width === Infinity ? oneLine(text) : truncate(text, width, ink.font);
  if (shown === '') return '';
  const { letters, font } = ink;
  if (letters === 'text') return elementOf(shown, x, y, ink);
  const drawn = hasLetters(shown, font.weight) ? shown : letters.boxed(shown, font.weight ?? 'regular');
  if (drawn === null) return elementOf(shown, x, y, ink);
  return outlined(letters, drawn, ink.rightToLeft ? x - widthOf(drawn, font) : x, y, ink);
}

/** Width of a text in pixels. */
export const widthOf = (text: string, { size, weight }: Font): number => textWidth(text, size, weight);

/** The family of all text elements. */
export const TEXT_FAMILY = FONT_FAMILY;
