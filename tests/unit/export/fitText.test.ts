import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasLetters, outlineOf } from '../../../shared/export/font/font.ts';
import { textWidth } from '../../../shared/export/font/textWidth.ts';
import { truncate, wrap } from '../../../shared/export/svg/fitText.ts';
import { hostileText } from '../../support/arbitraries.ts';

const FONT = { size: 12 } as const;
const widthOf = (text: string) => textWidth(text, FONT.size);

describe('text in a picture', () => {
  it('is as wide as its letters in Inter', () => {
    expect(textWidth('A', 1000)).toBe(690);
    expect(textWidth('AA', 1000, 'bold')).toBe(2 * 728);
    expect(textWidth('Ω—→✓', 10)).toBeGreaterThan(0);
  });

  it('has outlines in Latin, Greek and Cyrillic letters, not in those of other scripts', () => {
    expect(hasLetters('Straße → Żółć, Ωμέγα, Привет ✓')).toBe(true);
    for (const text of ['数据', 'بيانات', 'data 🚀']) expect(hasLetters(text)).toBe(false);
    expect(outlineOf('   ')).toBe('');
    expect(outlineOf('AB')).toMatch(/^M[\d -]+[a-z][^m]*m/);
  });

  it('has outlines that end where the next letter begins', () => {
    // Where a letter stands depends on the advances before it alone.
    const start = (text: string) => Number(/^M(-?\d+)/.exec(outlineOf(text))?.[1]);
    expect(start(' A') - start('A')).toBe(textWidth(' ', 1000));
  });

  it('never is wider than its place', () => {
    fc.assert(
      fc.property(hostileText(), fc.integer({ min: 30, max: 400 }), (text, width) => {
        expect(widthOf(truncate(text, width, FONT))).toBeLessThanOrEqual(width + 1e-6);
        for (const line of wrap(text, width, FONT)) expect(widthOf(line)).toBeLessThanOrEqual(width + 1e-6);
      }),
    );
  });

  it('is left alone where it fits', () => {
    expect(truncate('raw-zone', 200, FONT)).toBe('raw-zone');
    expect(wrap('Encrypt it', 200, FONT)).toEqual(['Encrypt it']);
  });

  it('loses no word when it is wrapped', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 30 }), (words) => {
        expect(wrap(words.join(' '), 80, FONT).join(' ')).toBe(words.join(' '));
      }),
    );
  });

  it('ends with an ellipsis after as many lines as it may have', () => {
    const lines = wrap('one two three four five six seven', 40, FONT, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
});
