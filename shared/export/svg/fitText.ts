import { oneLine } from '../../diagram/oneLine.ts';
import { textWidth, type Weight } from '../font/textWidth.ts';

/** How a text is set: pixels, and weight. */
export interface Font {
  readonly size: number;
  readonly weight?: Weight;
}

const widthOf = (text: string, { size, weight }: Font): number => textWidth(text, size, weight);

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** True where the first letter belongs to a script that is written from right to left, such as Arabic or Hebrew. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '');

/** The longest beginning that fits `width` pixels, by whole characters. */
function beginning(text: string, width: number, font: Font): string {
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character, font);
    if (used > width) return kept;
    kept += character;
  }
  return kept;
}

/** The text on one line, cut with `…` where it is wider than `width` pixels. */
export function truncate(text: string, width: number, font: Font): string {
  const line = oneLine(text);
  // Longer than any line can be: no need to measure all of it.
  if (line.length * font.size <= width * 5 && widthOf(line, font) <= width) return line;
  return `${beginning(line, width - widthOf('…', font), font).trimEnd()}…`;
}

/** Where names may be broken rather than anywhere. */
const JOINTS = ['-', '_', '/', '.', ':'];

/** As much of a word as fits a line: up to a joint, if there is one in the second half of it. */
function firstPiece(word: string, width: number, font: Font): string {
  const part = beginning(word, width, font) || String.fromCodePoint(word.codePointAt(0) ?? 0x20);
  const joint = Math.max(...JOINTS.map((each) => part.lastIndexOf(each))) + 1;
  return part.length < word.length && joint * 2 > part.length ? part.slice(0, joint) : part;
}

/** Breaks a word that is wider than a line. */
function pieces(word: string, width: number, font: Font): readonly string[] {
  if (widthOf(word, font) <= width) return [word];
  const parts: string[] = [];
  for (let rest = word; rest !== ''; ) {
    const part = firstPiece(rest, width, font);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return parts;
}

/** The text in lines of at most `width` pixels; what goes beyond `most` lines is cut with `…`. */
export function wrap(text: string, width: number, font: Font, most = 100): readonly string[] {
  const lines: string[] = [];
  /** Lines that go on with a word that the line before began. */
  const going = new Set<number>();
  const blank = widthOf(' ', font);
  let [line, used] = ['', 0];
  // No line is narrower than a fifth of its size a character: more than that never fits, so it need not be looked at.
  const enough = oneLine(text).slice(0, Math.ceil((width / font.size) * 5 * (most + 1)));
  for (const word of enough.split(' ')) {
    for (const [i, piece] of pieces(word, width, font).entries()) {
      const needed = widthOf(piece, font);
      // Advances add up: a line is as wide as its words and the blanks between them.
      const apart = i === 0 ? blank : 0;
      const fresh = line === '' || used + apart + needed > width;
      if (fresh && line !== '') {
        lines.push(line);
        if (i > 0) going.add(lines.length);
      }
      line = fresh ? piece : `${line}${i === 0 ? ' ' : ''}${piece}`;
      used = fresh ? needed : used + apart + needed;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines.slice(most - 1, most + 1).join(going.has(most) ? '' : ' ');
  return [...lines.slice(0, most - 1), truncate(last, width, font)];
}
