import { describe, expect, it } from 'vitest';
import { viewShift } from '../../../renderer/canvas/viewShift.ts';

const SIZE = { width: 1000, height: 800 };
/** Of a picture that reaches beyond the view by a quarter of it. */
const REACH = { width: 250, height: 200 };

describe('what was drawn for one view, shown in another', () => {
  it('goes where the view goes', () => {
    expect(viewShift(SIZE, REACH, [10, 20, 0.3], [110, -80, 0.3])).toEqual({ x: 100, y: -100, scale: 1 });
  });

  it('keeps the same point of the diagram under each pixel while the view zooms', () => {
    const [before, now] = [
      [100, 50, 0.25],
      [60, 30, 0.3],
    ] as const;
    const shift = viewShift(SIZE, REACH, before, now);
    // A point of the diagram, where it was drawn and where it is shown.
    const at = 800;
    const drawn = before[0] + at * before[2];
    const onScreen = (shift?.x ?? 0) + drawn * (shift?.scale ?? 0);
    expect(onScreen).toBeCloseTo(now[0] + at * now[2]);
  });

  it.each([
    ['has moved more than a quarter of its size', [260, 0, 0.3]],
    ['shows more than was drawn', [300, 250, 0.18]],
    ['is much closer', [0, 0, 0.5]],
  ] as const)('is drawn again when the view %s', (_what, view) => {
    expect(viewShift(SIZE, REACH, [0, 0, 0.3], view)).toBeNull();
  });
});
