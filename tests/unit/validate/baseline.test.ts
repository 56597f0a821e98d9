import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareWithBaseline,
  EMPTY_BASELINE,
  formatBaseline,
  parseBaseline,
  updateBaseline,
} from '../../../shared/validate/baseline.ts';

const keys = fc.uniqueArray(fc.constantFrom('a@1', 'b@1', 'a@2', 'c@3', 'd@"4'));
const files = fc.dictionary(fc.constantFrom('x.parapet', 'sub/y.parapet', 'z "quoted".parapet'), keys);

describe('a baseline', () => {
  it('is read as it was written, but for files without gaps, and written the same again', () => {
    fc.assert(
      fc.property(files, (given) => {
        const text = formatBaseline({ ...EMPTY_BASELINE, files: given });
        const parsed = parseBaseline(text);
        expect(parsed.ok).toBe(true);
        if (!parsed.ok) return;
        const kept = Object.entries(given).filter(([, list]) => list.length > 0);
        expect(parsed.baseline.files).toEqual(Object.fromEntries(kept.map(([file, list]) => [file, [...list].sort()])));
        expect(formatBaseline(parsed.baseline)).toBe(text);
      }),
    );
  });

  it('splits gaps into known and new ones, and itself into known and stale ones', () => {
    fc.assert(
      fc.property(keys, keys, (before, gaps) => {
        const { known, fresh, stale } = compareWithBaseline(before, gaps);
        expect([...known, ...fresh].sort()).toEqual([...gaps].sort());
        expect([...known, ...stale].sort()).toEqual([...before].sort());
      }),
    );
  });

  it('knows every gap once it is updated, forgets files that are gone, and keeps those that were not reviewed', () => {
    const before = { ...EMPTY_BASELINE, files: { 'a.parapet': ['x@1'], 'b.parapet': ['y@1'], 'c.parapet': ['z@1'] } };
    const next = updateBaseline(before, new Map([['a.parapet', ['x@2']]]), new Set(['b.parapet']));
    expect(next.files).toEqual({ 'a.parapet': ['x@2'], 'c.parapet': ['z@1'] });
  });

  it.each(['', '[]', '{}', '{"format":"parapet-baseline","version":2,"files":{}}'])(
    'is not %j, and says why',
    (text) => {
      expect(parseBaseline(text)).toMatchObject({ ok: false, message: expect.stringMatching(/^It is /) });
    },
  );
});
