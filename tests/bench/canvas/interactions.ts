import type { Locator, Page } from '@playwright/test';
import type { Position } from '../../../shared/diagram/schema.ts';
import type { BusyTime } from './cpu.ts';

/** A page with a diagram of which `at` is the middle of the node that is dragged. */
export interface Stage {
  readonly page: Page;
  readonly busy: BusyTime;
  readonly at: Position;
  /** That node: bare React Flow does not take a drag back, and leaves it a little beside where it was. */
  readonly node: Locator;
  /** Clicked in turns, each changes the content of that node. */
  readonly edits: readonly Locator[];
}

export type Interaction = (stage: Stage) => Promise<number>;

const PAN_STEPS = 20;
const ZOOM_STEPS = 12;
const DRAG_STEPS = 20;
const EDITS = 4;

/** Out and back, so that the next round begins where this one did. */
const thereAndBack = (steps: number, delta: number): readonly number[] =>
  Array.from({ length: steps * 2 }, (_, i) => (i < steps ? delta : -delta));

const pan: Interaction = async ({ page, busy, at }) => {
  const steps = thereAndBack(PAN_STEPS / 2, 60);
  await page.mouse.move(at.x, at.y + 60);
  const ms = await busy(async () => {
    for (const delta of steps) await page.mouse.wheel(delta, delta / 4);
  });
  return ms / steps.length;
};

const zoom: Interaction = async ({ page, busy, at }) => {
  const steps = thereAndBack(ZOOM_STEPS, 100);
  await page.mouse.move(at.x, at.y + 60);
  await page.keyboard.down('Control');
  const ms = await busy(async () => {
    for (const delta of steps) await page.mouse.wheel(0, delta);
  });
  await page.keyboard.up('Control');
  return ms / steps.length;
};

/** The middle of a node, in pixels of the window. */
export async function middleOf(node: Locator): Promise<Position> {
  const box = await node.boundingBox();
  if (!box) throw new Error('the node is not in view');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const drag: Interaction = async ({ page, busy, node }) => {
  const at = await middleOf(node);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 8, at.y + 8);
  const ms = await busy(async () => {
    for (let i = 1; i <= DRAG_STEPS; i++) {
      const way = 8 * Math.min(i, DRAG_STEPS - i);
      await page.mouse.move(at.x + way, at.y + way / 2);
    }
  });
  // Back to where it was, for the next round.
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return ms / DRAG_STEPS;
};

const edit: Interaction = async ({ page, busy, node, edits }) => {
  const at = await middleOf(node);
  await page.mouse.click(at.x, at.y);
  const ms = await busy(async () => {
    for (let i = 0; i < EDITS; i++) await edits[i % edits.length]?.click();
  });
  return ms / EDITS;
};

/** What is measured in both pages. */
export const INTERACTIONS: Readonly<Record<string, Interaction>> = {
  pan,
  drag,
  zoom,
  'one edited answer': edit,
};
