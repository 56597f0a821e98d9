import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '../../../shared/diagram/geometry.ts';
import { alignTo } from '../../../shared/diagram/guides.ts';

const box = (x: number, y: number, width = 100, height = 50): Rect => ({ x, y, width, height });

describe('alignment guides', () => {
  it('pull a box to the left edge of another one that is nearly above it, and draw the line over both', () => {
    const { dx, dy, guides } = alignTo(box(4, 200), [box(0, 0)], 6);
    expect([dx, dy]).toEqual([-4, 0]);
    expect(guides).toContainEqual({ axis: 'x', at: 0, from: 0, to: 250 });
  });

  it('know centres of boxes of other sizes', () => {
    expect(alignTo(box(53, 200, 40, 50), [box(20, 0, 100, 50)], 6).dx).toBe(-3);
  });

  it('leave alone what is out of reach', () => {
    expect(alignTo(box(20, 200), [box(0, 0)], 6)).toEqual({ dx: 0, dy: 0, guides: [], gaps: [] });
  });

  it('pull a box to the middle between its neighbours, and show both gaps', () => {
    const { dx, gaps } = alignTo(box(203, 12), [box(0, 0, 100, 90), box(400, 0, 100, 90)], 6);
    expect(dx).toBe(-3);
    expect(gaps).toEqual([
      { axis: 'x', at: 37, from: 100, to: 200 },
      { axis: 'x', at: 37, from: 300, to: 400 },
    ]);
  });

  it('repeat the gap of the two boxes before it', () => {
    const { dx, gaps } = alignTo(box(302, 3), [box(0, 0), box(150, 0, 100, 60)], 6);
    expect(dx).toBe(-2);
    expect(gaps.map(({ from, to }) => to - from)).toEqual([50, 50]);
  });

  it('never move further than they reach, and a box that lines up stays', () => {
    const rect = fc.record({
      x: fc.integer({ min: -300, max: 300 }),
      y: fc.integer({ min: -300, max: 300 }),
      width: fc.integer({ min: 20, max: 200 }),
      height: fc.integer({ min: 20, max: 200 }),
    });
    fc.assert(
      fc.property(rect, fc.array(rect, { maxLength: 8 }), (moving, others) => {
        const { dx, dy, guides } = alignTo(moving, others, 6);
        expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(6);
        const there = { ...moving, x: moving.x + dx, y: moving.y + dy };
        const again = alignTo(there, others, 6);
        if (guides.some(({ axis }) => axis === 'x')) expect(again.dx).toBe(0);
        if (guides.some(({ axis }) => axis === 'y')) expect(again.dy).toBe(0);
      }),
    );
  });
});
