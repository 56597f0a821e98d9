import { type App, centre, expect, test } from './app.ts';

/** Steps of the wheel as a hand makes them: each comes while the view is on its way. */
async function roll({ page }: App, steps: number, deltaX: number, deltaY: number): Promise<void> {
  for (let i = 0; i < steps; i++) await page.mouse.wheel(deltaX, deltaY);
}

async function oneQueue(app: App) {
  await app.newDiagram();
  await app.dropTile('Amazon SQS', 400, 260);
  const queue = app.resource('sqs');
  await expect(queue).toBeVisible();
  return queue;
}

const moved = async (before: { x: number; y: number }, now: { x: number; y: number }) => ({
  x: Math.round(now.x - before.x),
  y: Math.round(now.y - before.y),
});

test('the wheel moves the canvas by half its way, with Shift across, and it stays there', async ({ app }) => {
  const queue = await oneQueue(app);
  const before = await centre(queue);
  await app.page.mouse.move(before.x + 150, before.y + 100);
  await roll(app, 6, -30, 20);
  await expect.poll(async () => moved(before, await centre(queue))).toEqual({ x: 90, y: -60 });
  await app.page.keyboard.down('Shift');
  await roll(app, 3, 0, 40);
  await app.page.keyboard.up('Shift');
  await expect.poll(async () => moved(before, await centre(queue))).toEqual({ x: 30, y: -60 });
  // When the gesture is over, React Flow has drawn it where it was seen.
  await expect.poll(() => app.page.evaluate(() => document.getAnimations().length)).toBe(0);
  expect(await moved(before, await centre(queue))).toEqual({ x: 30, y: -60 });
});

test('the point under the pointer stays there while the wheel zooms', async ({ app }) => {
  const queue = await oneQueue(app);
  const before = await centre(queue);
  const width = async () => (await queue.boundingBox())?.width ?? 0;
  const normal = await width();
  await app.page.mouse.move(before.x, before.y);
  await app.page.keyboard.down('Control');
  await roll(app, 5, 0, -40);
  await app.page.keyboard.up('Control');
  await expect.poll(async () => Math.round((await width()) / normal / 0.02) * 0.02).toBeCloseTo(2 ** 0.4, 1);
  expect(await moved(before, await centre(queue))).toEqual({ x: 0, y: 0 });
  await expect(app.page.getByText('132 %')).toBeVisible();
});

test('what is pressed while the view is on its way is what is seen there', async ({ app }) => {
  const queue = await oneQueue(app);
  const { page } = app;
  const before = await centre(queue);
  await page.mouse.move(before.x + 40, before.y + 30);
  await roll(app, 5, -20, -10);
  // Taken where it is seen, before the view has settled, and dragged.
  await page.mouse.move(before.x + 50, before.y + 25);
  await page.mouse.down();
  await page.mouse.move(before.x + 52, before.y + 27);
  await page.mouse.move(before.x + 146, before.y + 121);
  await page.mouse.up();
  // Within a step of the grid of where the pointer let go.
  await expect.poll(async () => Math.abs((await moved(before, await centre(queue))).x - 146)).toBeLessThan(9);
  await expect.poll(async () => Math.abs((await moved(before, await centre(queue))).y - 121)).toBeLessThan(9);
  // A note is put down where the pointer is.
  await page.mouse.move(before.x - 100, before.y - 60);
  await roll(app, 4, 0, 30);
  await page.mouse.dblclick(before.x - 100, before.y - 60);
  const field = await page.getByRole('textbox', { name: 'Note' }).boundingBox();
  expect(Math.abs((field?.x ?? 0) - (before.x - 100))).toBeLessThanOrEqual(9);
  expect(Math.abs((field?.y ?? 0) - (before.y - 60))).toBeLessThanOrEqual(30);
});

test('far from the origin of the diagram, too, nothing leaves the pointer in any frame of a zoom', async ({ app }) => {
  const far = { id: 'far', service: 's3', name: 'far', position: { x: 900_000, y: -700_000 } };
  await app.openText('far.parapet', JSON.stringify({ format: 'parapet', version: 1, resources: [far] }));
  const bucket = app.resource('far');
  await expect(bucket).toBeVisible();
  const { x, y } = await centre(bucket);
  const farthest = bucket.evaluate(
    (element, at) =>
      new Promise<number>((done) => {
        const until = performance.now() + 1500;
        let most = 0;
        const look = (): void => {
          const box = element.getBoundingClientRect();
          most = Math.max(most, Math.hypot(box.x + box.width / 2 - at.x, box.y + box.height / 2 - at.y));
          if (performance.now() < until) requestAnimationFrame(look);
          else done(most);
        };
        look();
      }),
    { x, y },
  );
  await app.page.mouse.move(x, y);
  await app.page.keyboard.down('Control');
  await roll(app, 10, 0, -60);
  await app.page.keyboard.up('Control');
  expect(await farthest).toBeLessThan(3);
});

test('what the wheel brings under the pointer offers its handles when the pointer moves, not on the way', async ({
  app,
}) => {
  const queue = await oneQueue(app);
  const { page } = app;
  const handles = queue.locator('.react-flow__handle.connectable');
  const before = await centre(queue);
  await page.mouse.click(before.x + 150, before.y); // what is selected always has them
  await expect(handles).toHaveCount(0);
  await roll(app, 6, -50, 0);
  expect(await moved(before, await centre(queue))).toEqual({ x: 150, y: 0 });
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.mouse.move(before.x + 148, before.y + 2);
  await expect(handles).toHaveCount(4);
});
