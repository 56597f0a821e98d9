import type { Locator, Page } from '@playwright/test';
import { type App, centre, expect, test } from './app.ts';

test.use({ viewport: { width: 1600, height: 1000 } });

const DIAGRAM = JSON.stringify({
  format: 'parapet',
  version: 1,
  name: 'Drag',
  boundaries: [{ id: 'net', kind: 'vpc', name: 'net', position: { x: 480, y: 0 }, size: { width: 360, height: 240 } }],
  resources: [
    { id: 'in', service: 'kinesis-data-streams', name: 'in', position: { x: 0, y: 72 } },
    { id: 'work', service: 'lambda', name: 'work', inside: 'net', position: { x: 72, y: 72 } },
  ],
  flows: [{ id: 'f', from: 'in', to: 'work' }],
});

async function open(app: App) {
  await app.openText('drag.parapet', DIAGRAM);
  await expect(app.flow('in → work')).toBeVisible();
  return { stream: app.resource('in'), worker: app.resource('work'), net: app.boundary('net') };
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not visible');
  return box;
}

/** How far the flow ends from the resource that it leads to, in pixels of the window. */
async function gapAtEnd(app: App, target: Locator): Promise<number> {
  const end = await app
    .flow('in → work')
    .locator('path[marker-end]')
    .evaluate((element) => {
      const path = element as SVGPathElement;
      const { x, y } = path.getPointAtLength(path.getTotalLength()).matrixTransform(path.getScreenCTM() ?? undefined);
      return { x, y };
    });
  const { x, y, width, height } = await boxOf(target);
  return Math.max(x - end.x, end.x - x - width, y - end.y, end.y - y - height, 0);
}

/** Whether anything is shown beside the place where React Flow has drawn it. */
const isAhead = (page: Page) =>
  page.locator('.react-flow__node').evaluateAll((nodes) => nodes.some((node) => (node as HTMLElement).style.translate));

/** Counts the moves of the pointer after which something is. */
const countAhead = (page: Page) =>
  page.evaluate(() => {
    const nodes = () => [...document.querySelectorAll<HTMLElement>('.react-flow__node')];
    const counts = { ahead: 0 };
    window.addEventListener('pointermove', () =>
      setTimeout(() => {
        if (nodes().some(({ style }) => style.translate)) counts.ahead++;
      }),
    );
    (window as unknown as Record<string, unknown>).counts = counts;
  });

test('in every step of a drag a resource is at the pointer and its flow at the resource, however far it goes', async ({
  app,
}) => {
  const { worker } = await open(app);
  const { page } = app;
  const from = await centre(worker);
  await page.keyboard.down('Alt'); // nothing pulls it to a line
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 1, from.y + 1); // what lies before the drag begins is not made up for
  await countAhead(page);
  for (let i = 1; i <= 30; i++) {
    const to = { x: from.x - i * 12, y: from.y + i * 9 };
    await page.mouse.move(to.x, to.y);
    const at = await centre(worker);
    expect(Math.hypot(at.x - to.x, at.y - to.y)).toBeLessThan(3);
    expect(await gapAtEnd(app, worker)).toBeLessThan(4);
  }
  // Most of the steps were only shown; at rest it is drawn where it is seen.
  expect(await page.evaluate('counts.ahead')).toBeGreaterThan(15);
  await expect.poll(() => isAhead(page)).toBe(false);
  const rested = await centre(worker);
  expect(Math.hypot(rested.x - from.x + 360, rested.y - from.y - 270)).toBeLessThan(3);
  // The wheel moves the canvas under what is held.
  await page.mouse.move(from.x - 372, from.y + 270);
  await page.mouse.wheel(0, 120);
  await page.mouse.move(from.x - 384, from.y + 270);
  await expect.poll(async () => Math.round(await gapAtEnd(app, worker))).toBeLessThan(4);
  const held = await centre(worker);
  expect(Math.hypot(held.x - from.x + 384, held.y - from.y - 270)).toBeLessThan(3);
  await page.mouse.up();
  await page.keyboard.up('Alt');
  expect(await isAhead(page)).toBe(false);
  await expect(page.getByRole('button', { name: /^Undo/ }).first()).toHaveAccessibleName(/Move work/);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Math.round((await centre(worker)).x)).toBe(Math.round(from.x));
});

test('a boundary carries all inside it in every step, and Escape brings all back', async ({ app }) => {
  const { worker, net } = await open(app);
  const { page } = app;
  const [boundary, inside] = [await boxOf(net), await boxOf(worker)];
  const grip = { x: boundary.x + 60, y: boundary.y + 14 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) {
    await page.mouse.move(grip.x + i * 11, grip.y + i * 13);
    const [now, then] = [await boxOf(net), await boxOf(worker)];
    expect(Math.round(then.x - now.x)).toBe(Math.round(inside.x - boundary.x));
    expect(Math.round(then.y - now.y)).toBe(Math.round(inside.y - boundary.y));
    expect(await gapAtEnd(app, worker)).toBeLessThan(4);
  }
  await page.keyboard.press('Escape');
  expect(await isAhead(page)).toBe(false);
  await expect.poll(async () => (await boxOf(net)).x).toBe(boundary.x);
  expect((await boxOf(worker)).y).toBe(inside.y);
  await page.mouse.move(grip.x + 200, grip.y + 200, { steps: 3 });
  expect((await boxOf(net)).x).toBe(boundary.x);
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /^Undo/ }).first()).toBeDisabled();
});

test('a drag keeps its pointer over whatever it passes, and takes no border of a panel along', async ({ app }) => {
  const { stream, net } = await open(app);
  const { page } = app;
  const border = page.getByRole('separator', { name: 'Size of the inspector' });
  const seenAt = ({ x, y }: { x: number; y: number }) =>
    page.evaluate(
      (at) => {
        const element = document.elementFromPoint(at.x, at.y);
        return {
          cursor: element ? getComputedStyle(element, element.matches('section') ? '::after' : null).cursor : '',
        };
      },
      { x, y },
    );
  const at = await centre(stream);
  const onBorder = await centre(border);
  const middle = await centre(net);
  const onBoundary = { x: middle.x, y: middle.y + 90 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 20, at.y);
  await page.mouse.move(onBoundary.x, onBoundary.y);
  expect((await seenAt(onBoundary)).cursor).toBe('grabbing');
  await page.mouse.move(onBorder.x, onBorder.y);
  await page.mouse.move(onBoundary.x, onBoundary.y);
  await page.mouse.up();
  expect((await centre(border)).x).toBe(onBorder.x);
  // Over, everything is there to be clicked and pulled again.
  await stream.click();
  await expect(stream).toHaveClass(/selected/);
  await page.mouse.move(onBorder.x, onBorder.y);
  await page.mouse.down();
  await page.mouse.move(onBorder.x - 60, onBorder.y, { steps: 3 });
  await page.mouse.up();
  expect((await centre(border)).x).toBeLessThan(onBorder.x - 40);
});
