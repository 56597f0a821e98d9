import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_STYLES, type TextBox } from '../../../shared/diagram/schema.ts';
import { textWidth } from '../../../shared/export/font/textWidth.ts';
import { paragraphsOf, shownLines, TEXT_LOOKS } from '../../../shared/export/textBox.ts';
import { hostileText } from '../../support/arbitraries.ts';

type Box = Pick<TextBox, 'text' | 'style' | 'size'>;
const note = (text: string, width = 240, height = 96): Box => ({ text, style: 'note', size: { width, height } });
const linesOf = (box: Box) => paragraphsOf(box).flatMap(({ lines }) => lines);

const boxes = (): fc.Arbitrary<Box> =>
  fc.record({
    text: hostileText(),
    style: fc.constantFrom(...TEXT_STYLES),
    size: fc.record({ width: fc.integer({ min: 48, max: 800 }), height: fc.integer({ min: 32, max: 800 }) }),
  });

describe('a text box', () => {
  it('keeps its own line breaks, empty lines among them', () => {
    expect(linesOf(note('one\ntwo\r\n\nfour'))).toEqual(['one', 'two', '', 'four']);
  });

  it('breaks a word that is wider than it', () => {
    const lines = linesOf(note('x'.repeat(200), 120));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join('')).toBe('x'.repeat(200));
  });

  it('breaks a script without blanks between characters', () => {
    expect(linesOf(note('数据管道的说明文字'.repeat(6), 160)).length).toBeGreaterThan(3);
  });

  it('has no line that is wider than it', () => {
    fc.assert(
      fc.property(boxes(), (box) => {
        const { font, padding } = TEXT_LOOKS[box.style];
        const room = Math.max(box.size.width - 2 * padding.x, font.size);
        for (const line of linesOf(box)) {
          const tooWide = textWidth(line, font.size, font.weight) > room + 1e-6;
          // A single character may be wider than a box for one: it is not lost.
          if (tooWide) expect(Array.from(line)).toHaveLength(1);
        }
      }),
    );
  });

  it('shows as many lines as it has room for, and says whether they are all', () => {
    const many = note(Array.from({ length: 200 }, (_, i) => `line ${i}`).join('\n'));
    const { paragraphs, whole } = shownLines(many);
    expect(paragraphs.flatMap(({ lines }) => lines)).toEqual(['line 0', 'line 1', 'line 2', 'line 3']);
    expect(whole).toBe(false);
    expect(shownLines(note('line 0\nline 1\nline 2\nline 3')).whole).toBe(true);
  });

  it('knows the direction of each paragraph by its first letter', () => {
    const directions = paragraphsOf(note('مرحبا AWS\n1. AWS مرحبا\n12 שלום')).map(({ rightToLeft }) => rightToLeft);
    expect(directions).toEqual([true, false, true]);
  });
});
