import { describe, expect, it } from 'vitest';
import { grown, nextOpen, progressText, type Queue } from '../../../renderer/review/queue.ts';

const queue = (keys: readonly string[], at: number, known: readonly string[] = keys): Queue => ({
  keys,
  at,
  known: new Set(known),
});

describe('the queue of a review', () => {
  it('goes on to what is still open, round the end, in both directions', () => {
    const three = queue(['a', 'b', 'c'], 0);
    expect(nextOpen(three, new Set(['a', 'c']), 1)).toBe(2);
    expect(nextOpen({ ...three, at: 2 }, new Set(['a', 'c']), 1)).toBe(0);
    expect(nextOpen(three, new Set(['a', 'b', 'c']), -1)).toBe(2);
    expect(nextOpen(three, new Set(['a']), 1)).toBe(0);
    expect(nextOpen(three, new Set(), 1)).toBeNull();
    expect(nextOpen(queue([], 0), new Set(['a']), 1)).toBeNull();
  });

  it('takes in at its end what opens meanwhile, once, and not what was left out in the beginning', () => {
    const some = queue(['a', 'b'], 1, ['a', 'b', 'left out']);
    const longer = grown(some, ['left out', 'new', 'b']);
    expect(longer.keys).toEqual(['a', 'b', 'new']);
    expect(grown(longer, ['new'])).toBe(longer);
  });

  it('counts as decided what is no gap any more', () => {
    const three = queue(['a', 'b', 'c'], 1);
    expect(progressText(three, new Set(['b', 'other']))).toBe('2 of 3, 2 decided');
    expect(progressText(three, new Set(['other']))).toBe('All 3 decided');
  });
});
