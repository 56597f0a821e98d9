import { describe, expect, it } from 'vitest';
import { pictureShift } from '../../../renderer/canvas/pictureShift.ts';

const SIZE = { width: 1000, height: 800 };

describe('the picture of a large diagram while the view moves', () => {
  it('goes where the view goes', () => {
    expect(pictureShift(SIZE, [10, 20, 0.3], [110, -80, 0.3])).toEqual({ x: 100, y: -100, scale: 1 });
  });

  it('keeps the same point of the diagram under each pixel while the view zooms', () => {
    const [before, now] = [
      [100, 50, 0.25],
      [60, 30, 0.3],
    ] as const;
    const shift = pictureShift(SIZE, before, now);
    // A point of the diagram, on the picture (which begins a quarter before the view) and on the screen.
    const at = 800;
    const onPicture = before[0] + at * before[2] + SIZE.width / 4;
    const onScreen = -SIZE.width / 4 + (shift?.x ?? 0) + onPicture * (shift?.scale ?? 0);
    expect(onScreen).toBeCloseTo(now[0] + at * now[2]);
  });

  it.each([
    ['has moved more than a quarter of its size', [260, 0, 0.3]],
    ['shows more than the picture does', [300, 250, 0.18]],
    ['is much closer', [0, 0, 0.5]],
  ] as const)('is painted again when the view %s', (_what, view) => {
    expect(pictureShift(SIZE, [0, 0, 0.3], view)).toBeNull();
  });
});
