import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlaps, type Rect } from '../../../shared/diagram/geometry.ts';
import { createGrid } from '../../../shared/diagram/grid.ts';

const near = fc.integer({ min: -1200, max: 1200 });
/** Whole columns of cells further, and as far as a picture may go. */
const far = fc.constantFrom(-(2 ** 21), -(2 ** 14), 256, 2 ** 14, 2 ** 21);
const places = fc.oneof({ weight: 4, arbitrary: near }, { weight: 1, arbitrary: far });
const lengths = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 700 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 256, 90_000, 2 ** 20) },
);
const rects: fc.Arbitrary<Rect> = fc.record({ x: places, y: places, width: lengths, height: lengths });

it('finds each rectangle that overlaps an area once, of those that were not taken out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ rect: rects, isTwice: fc.boolean(), isOut: fc.boolean() }), { maxLength: 30 }),
      fc.array(rects, { minLength: 1, maxLength: 5 }),
      (items, areas) => {
        const grid = createGrid(items.map(({ rect }) => rect));
        for (const { rect, isTwice } of items) if (isTwice) grid.add(rect);
        for (const { rect, isOut } of items) if (isOut) grid.remove(rect);
        const there = items.filter(({ isOut }) => !isOut).map(({ rect }) => rect);
        for (const area of areas) {
          const found = grid.overlapping(area);
          expect(new Set(found)).toEqual(new Set(there.filter((rect) => overlaps(rect, area))));
          expect(new Set(found).size).toBe(found.length);
        }
      },
    ),
    { numRuns: 500 },
  );
});
