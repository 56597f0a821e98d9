import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truncate, wrap } from '../../../shared/export/svg/fitText.ts';
import { textWidth } from '../../../shared/export/svg/fontMetrics.ts';
import { hostileText } from '../../support/arbitraries.ts';

const FONT = { size: 12 } as const;
const widthOf = (text: string) => textWidth(text, FONT.size);

describe('text in a picture', () => {
  it('has the widths of Helvetica', () => {
    expect(textWidth('Parapet', 1000)).toBe(667 + 556 + 333 + 556 + 556 + 556 + 278);
    expect(textWidth('Hello, World', 10, 'bold')).toBeCloseTo(58.34);
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
