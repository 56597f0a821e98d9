import type { Block } from './drawing.ts';
import { group } from './shapes.ts';
import { concat } from './xml.ts';

/** Blocks one under the other. */
export function stack(blocks: readonly Block[], gap = 0): Block {
  let height = 0;
  let markup = '';
  for (const block of blocks) {
    if (height > 0) height += gap;
    markup += height === 0 ? block.markup : group(0, height, block.markup);
    height += block.height;
  }
  return { markup, height };
}

/** Blocks in columns of one width, read down and then across, as even as their order allows. */
export function columns(blocks: readonly Block[], count: number, width: number, gap: number): Block {
  const total = blocks.reduce((sum, { height }) => sum + height, 0);
  const aim = total / count;
  const piles: Block[][] = [[]];
  let used = 0;
  for (const block of blocks) {
    const pile = piles.at(-1) ?? [];
    // A block belongs to the column that its middle falls into.
    if (pile.length > 0 && piles.length < count && used + block.height / 2 > aim * piles.length) piles.push([block]);
    else pile.push(block);
    used += block.height;
  }
  const stacks = piles.map((pile) => stack(pile));
  const markup = concat(stacks.map((each, i) => (i === 0 ? each.markup : group(i * (width + gap), 0, each.markup))));
  return { markup, height: Math.max(0, ...stacks.map(({ height }) => height)) };
}
