import { expect, it } from 'vitest';
import { createSpace } from '../../../shared/export/svg/space.ts';

it('what is as large as the canvas takes its room, and no memory to speak of', () => {
  const space = createSpace([{ x: 0, y: 0, width: 1_000_000, height: 1_000_000 }]);
  expect(space.isFree({ x: 500, y: 500, width: 40, height: 18 })).toBe(false);
  expect(space.isFree({ x: -100, y: 500, width: 40, height: 18 })).toBe(true);
});
