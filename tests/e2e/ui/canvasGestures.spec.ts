import type { Page } from '@playwright/test';
import { type App, centre, expect, test } from './app.ts';

test.use({ viewport: { width: 1600, height: 1000 } });

/** Three resources of one service in a row, none selected. */
async function threeQueues(app: App): Promise<void> {
  await app.newDiagram();
  await app.dropTile('Amazon SQS', 150, 150);
  await app.dropTile('Amazon SQS', 450, 150);
  await app.dropTile('Amazon SQS', 150, 400);
  await app.page.keyboard.press('Escape');
}

const selected = (page: Page) => page.locator('.react-flow__node.selected');
const guides = (page: Page, axis: 'x' | 'y') => page.locator(`[data-guide="${axis}"]`);

async function canvasPoint(app: App, x: number, y: number) {
  const box = await app.canvas.boundingBox();
  return { x: (box?.x ?? 0) + x, y: (box?.y ?? 0) + y };
}

test('a box drawn on the empty canvas selects; with Shift it adds, with Alt it takes away, Escape keeps the selection', async ({
  app,
}) => {
  await threeQueues(app);
  const { page } = app;
  const top = { from: await canvasPoint(app, 20, 60), to: await canvasPoint(app, 700, 260) };
  await app.dragMouse(top.from, top.to);
  await expect(selected(page)).toHaveCount(2);
  await page.keyboard.down('Shift');
  await app.dragMouse(await canvasPoint(app, 20, 320), await canvasPoint(app, 400, 520));
  await page.keyboard.up('Shift');
  await expect(selected(page)).toHaveCount(3);
  await page.keyboard.down('Alt');
  await app.dragMouse(top.from, top.to);
  await page.keyboard.up('Alt');
  await expect(selected(page)).toHaveCount(1);
  await page.mouse.move(top.from.x, top.from.y);
  await page.mouse.down();
  await page.mouse.move(top.to.x, top.to.y, { steps: 4 });
  await page.mouse.click(top.to.x, top.to.y, { button: 'right' });
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(selected(page)).toHaveCount(1);
});

test('a click with Shift adds to the selection and takes from it', async ({ app }) => {
  await threeQueues(app);
  await app.resource('sqs').click();
  await app.resource('sqs-2').click({ modifiers: ['Shift'] });
  await expect(selected(app.page)).toHaveCount(2);
  await app.resource('sqs').click({ modifiers: ['Shift'] });
  await expect(selected(app.page)).toHaveCount(1);
});

test('guides show what a moved resource lines up with, and equal gaps', async ({ app }) => {
  await threeQueues(app);
  const { page } = app;
  const [first, third] = [await centre(app.resource('sqs')), await centre(app.resource('sqs-3'))];
  await page.mouse.move(third.x, third.y);
  await page.mouse.down();
  await page.mouse.move(first.x + 40, first.y + 200, { steps: 5 });
  await page.mouse.move(first.x + 2, first.y + 200, { steps: 5 });
  await expect(guides(page, 'x').first()).toBeAttached();
  const second = await centre(app.resource('sqs-2'));
  await page.mouse.move(second.x + (second.x - first.x) + 2, first.y + 2, { steps: 8 });
  await expect(page.locator('[data-gap="x"]')).toHaveCount(2);
  await page.mouse.up();
  await expect(page.getByTestId('gesture-overlay')).toHaveCount(0);
});

test('arrows nudge by a step of the grid, with Shift by ten, as one step to undo; G turns the grid off', async ({
  app,
}) => {
  await threeQueues(app);
  const { page } = app;
  const queue = app.resource('sqs');
  await queue.click();
  const before = await centre(queue);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const zoom = 1;
  await expect.poll(async () => Math.round(((await centre(queue)).x - before.x) / zoom)).toBe(8);
  await expect.poll(async () => Math.round(((await centre(queue)).y - before.y) / zoom)).toBe(80);
  await page.keyboard.press('g');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Math.round(((await centre(queue)).x - before.x) / zoom)).toBe(9);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Math.round((await centre(queue)).x - before.x)).toBe(0);
  await expect(page.getByRole('button', { name: /^Undo/ }).first()).toHaveAccessibleName(/Add/);
});

test('Space and drag pans, also over a resource; the wheel pans, and zooms with Ctrl; keys zoom to what is selected', async ({
  app,
}) => {
  await threeQueues(app);
  const { page } = app;
  const queue = app.resource('sqs');
  const before = await centre(queue);
  await page.keyboard.down('Space');
  await app.dragMouse(before, { x: before.x + 120, y: before.y + 40 });
  await page.keyboard.up('Space');
  await expect.poll(async () => Math.round((await centre(queue)).x - before.x)).toBeGreaterThan(90);
  await page.mouse.wheel(0, 60);
  await expect.poll(async () => (await centre(queue)).y).toBeLessThan(before.y + 20);
  const width = async () => (await queue.boundingBox())?.width ?? 0;
  const normal = await width();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect.poll(width).toBeGreaterThan(normal + 10);
  await queue.click();
  await page.keyboard.press('f');
  await expect.poll(width).toBeGreaterThan(normal * 1.4);
  await page.keyboard.press('1');
  await expect.poll(async () => Math.round(await width())).toBe(176);
});

test('a boundary is fitted to what it holds, and an arrow key moves it with its content', async ({ app }) => {
  await app.newDiagram();
  const { page } = app;
  await app.dropTile('VPC', 420, 300);
  await app.dropTile('Amazon Redshift', 420, 300);
  await app.page.getByRole('button', { name: 'Fit diagram' }).click();
  const vpc = app.boundary('VPC');
  const before = await vpc.boundingBox();
  await vpc.getByText('VPC').first().click();
  await page.getByRole('menuitem', { name: 'Arrange' }).click();
  await page.getByRole('menuitem', { name: 'Fit boundary to content' }).click();
  await expect.poll(async () => (await vpc.boundingBox())?.width ?? 0).toBeLessThan((before?.width ?? 0) - 100);
  const content = await centre(app.resource('redshift'));
  await vpc.getByText('VPC').first().click();
  await vpc.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await centre(app.resource('redshift'))).x).toBeGreaterThan(content.x + 20);
});
