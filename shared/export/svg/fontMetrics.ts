/*
 * Widths of Helvetica (Arial and Liberation Sans have the same) in thousandths of the font size, for U+0020 to U+007E.
 * From Adobe's font metrics. With them, wrapping and truncation need no DOM and give the same result everywhere.
 */
const REGULAR = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const BOLD = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
  556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
  280, 389, 584,
];

/** The font of an export, with stand-ins of the same widths first. */
export const FONT_FAMILY = "Helvetica, Arial, 'Liberation Sans', Arimo, sans-serif";

export type Weight = 'regular' | 'bold';

const NARROW = new Set(['·', '\u00A0', '\u2018', '\u2019', 'ı']);

/** What Helvetica has no width for: letters with marks like letters, everything from CJK on as wide as high. */
function otherWidth(code: number, character: string): number {
  if (NARROW.has(character)) return 278;
  if (code >= 0x300 && code <= 0x36f) return 0;
  if (code < 0x2000) return 600;
  return 1000;
}

/** Width of a text in pixels at a font size in pixels. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  const widths = weight === 'bold' ? BOLD : REGULAR;
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    sum += widths[code - 32] ?? otherWidth(code, character);
  }
  return (sum * size) / 1000;
}
