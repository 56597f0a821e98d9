import glyphs from './glyphs.json' with { type: 'json' };
import type { Weight } from './textWidth.ts';

/*
 * The letters of every export: Inter, the font of the app, as `npm run font` took it from the package inter-ui. Advances
 * and outlines are in thousandths of the font size; there is no kerning, so a text is as wide as its advances add up to.
 */

/** Advance; then, where there is ink: where the outline begins (x, y), its path data, where the pen ends (x, y). */
type Glyph = readonly (number | string)[];

const TABLES: Readonly<Record<Weight, ReadonlyMap<string, Glyph>>> = {
  regular: new Map(Object.entries(glyphs.regular)),
  bold: new Map(Object.entries(glyphs.bold)),
};

/** What text elements ask for: the embedded letters, else what a system has that is not much wider. */
export const FONT_FAMILY = "'Parapet Inter', Inter, Helvetica, Arial, 'Liberation Sans', sans-serif";

/** The family name that the embedded letters go by. */
export const EMBEDDED_FAMILY = 'Parapet Inter';

/** Whether the font has a letter for every character of a text: Latin, Greek and Cyrillic, not Arabic, CJK or emoji. */
export function hasLetters(text: string, weight: Weight = 'regular'): boolean {
  const table = TABLES[weight];
  for (const character of text) if (!table.has(character)) return false;
  return true;
}

const pair = (x: number, y: number): string => (y < 0 ? `${x}${y}` : `${x} ${y}`);

/** The outline of a line of text as path data, in thousandths of the font size, from the left end of its baseline. */
export function outlineOf(text: string, weight: Weight = 'regular'): string {
  const table = TABLES[weight];
  let [origin, penX, penY, data] = [0, 0, 0, ''];
  for (const character of text) {
    const [advance = 0, x, y, ink, endX, endY] = table.get(character) ?? [];
    if (ink !== undefined) {
      const move = pair(origin + Number(x) - penX, Number(y) - penY);
      data += data === '' ? `M${move}${ink}` : `m${move}${ink}`;
      [penX, penY] = [origin + Number(endX), Number(endY)];
    }
    origin += Number(advance);
  }
  return data;
}
