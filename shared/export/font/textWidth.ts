import advances from './advances.json' with { type: 'json' };

/*
 * How wide a text is in Inter, the font of the app and of every export: the sum of its advances, in thousandths of the
 * font size. There is no kerning. Apart from the outlines, which are large: the canvas measures too.
 */

export type Weight = 'regular' | 'bold';

type Row = readonly (number | string)[];

const tableOf = (rows: readonly Row[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([advance, characters]) => Array.from(String(characters), (each) => [each, Number(advance)])));

const TABLES: Readonly<Record<Weight, ReadonlyMap<string, number>>> = {
  regular: tableOf(advances.regular),
  bold: tableOf(advances.bold),
};

/**
 * What the font has no letter for: combining marks take no room, what comes from CJK on is as wide as high. Nothing is
 * narrower than the `□` that stands for it where there are no other fonts.
 */
function otherWidth(code: number): number {
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code < 0x1100) return 914;
  return code > 0x1f000 ? 1300 : 1000;
}

const advanceOf = (table: ReadonlyMap<string, number>, character: string): number =>
  table.get(character) ?? otherWidth(character.codePointAt(0) ?? 0);

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
