import glyphs from './glyphs.json' with { type: 'json' };

/*
 * The letters of every export: Inter, the font of the app, as `npm run font` took it from the package inter-ui. Advances
 * and outlines are in thousandths of the font size; there is no kerning, so a text is as wide as its advances add up to.
 */

/** Advance; then, where there is ink: where the outline begins (x, y), its path data, where the pen ends (x, y). */
type Glyph = readonly (number | string)[];

export type Weight = 'regular' | 'bold';

const TABLES: Readonly<Record<Weight, ReadonlyMap<string, Glyph>>> = {
  regular: new Map(Object.entries(glyphs.regular)),
  bold: new Map(Object.entries(glyphs.bold)),
};

/** What text elements ask for: the embedded letters, else what a system has that is not much wider. */
export const FONT_FAMILY = "'Parapet Inter', Inter, Helvetica, Arial, 'Liberation Sans', sans-serif";

/** The family name that the embedded letters go by. */
export const EMBEDDED_FAMILY = 'Parapet Inter';

/**
 * What the font has no letter for: combining marks take no room, what comes from CJK on is as wide as high. Nothing is
 * narrower than the `□` that stands for it where there are no other fonts.
 */
function otherWidth(code: number): number {
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code < 0x1100) return 914;
  return code > 0x1f000 ? 1300 : 1000;
}

const advanceOf = (table: ReadonlyMap<string, Glyph>, character: string): number =>
  Number(table.get(character)?.[0] ?? otherWidth(character.codePointAt(0) ?? 0));

/** Advances of the characters below U+0080, for speed. */
const ASCII: Readonly<Record<Weight, readonly number[]>> = {
  regular: Array.from({ length: 128 }, (_, code) => advanceOf(TABLES.regular, String.fromCharCode(code))),
  bold: Array.from({ length: 128 }, (_, code) => advanceOf(TABLES.bold, String.fromCharCode(code))),
};

/** Width of a text in pixels at a font size in pixels. Exact where `hasLetters`, else an estimate on the wide side. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  const ascii = ASCII[weight];
  let sum = 0;
  for (const character of text) sum += ascii[character.charCodeAt(0)] ?? advanceOf(TABLES[weight], character);
  return (sum * size) / 1000;
}

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
