import { type App, centre, expect, test } from './app.ts';

test.use({ hasTouch: true });

const DIAGRAM = JSON.stringify({
  format: 'parapet',
  version: 1,
  name: 'Touched',
  resources: [
    { id: 'a', service: 's3', name: 'lake', position: { x: 0, y: 0 } },
    { id: 'b', service: 'lambda', name: 'enrich', position: { x: 300, y: 120 } },
  ],
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fingers, as the browser is told of them by a screen. */
async function fingers({ page }: App) {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  return {
    down: (...points: readonly Point[]) => send('touchStart', points),
    on: (...points: readonly Point[]) => send('touchMove', points),
    up: () => send('touchEnd', []),
    /** Moves all fingers in steps: `at` gives their places for 0 to 1. */
    move: async (at: (part: number) => readonly Point[]) => {
      await send('touchStart', at(0));
      for (let step = 1; step <= 10; step++) await send('touchMove', at(step / 10));
      await send('touchEnd', []);
    },
  };
}

const view = async ({ page }: App) => {
  const style = await page.locator('.react-flow__viewport').getAttribute('style');
  const [x = 0, y = 0, scale = 0] = (style?.match(/-?[\d.]+/g) ?? []).map(Number);
  return { x, y, scale };
};

test('fingers pan, pinch, select, drag, ask for the menu and add from the palette', async ({ app }) => {
  const { page } = app;
  await app.openText('touched.parapet', DIAGRAM);
  await expect(app.resource('lake')).toBeVisible();
  const touch = await fingers(app);
  const box = await app.canvas.boundingBox();
  const empty = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 60 };

  const before = await view(app);
  await touch.move((part) => [{ x: empty.x + part * 50, y: empty.y + part * 40 }]);
  await expect.poll(async () => Math.round((await view(app)).x - before.x)).toBe(50);

  const middle = await centre(app.canvas);
  await touch.move((part) => [
    { x: middle.x - 100 + part * 40, y: middle.y },
    { x: middle.x + 100 - part * 40, y: middle.y },
  ]);
  await expect.poll(async () => (await view(app)).scale).toBeLessThan(before.scale);

  const lake = await centre(app.resource('lake'));
  await page.touchscreen.tap(lake.x, lake.y);
  await expect(app.resource('lake')).toHaveClass(/selected/);
  await touch.move((part) => [{ x: lake.x + part * 60, y: lake.y + part * 60 }]);
  await expect(page.getByRole('button', { name: /^Undo Move/ })).toBeEnabled();

  await touch.down(await centre(app.resource('enrich')));
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  await touch.up();
  await expect(app.resource('enrich')).toHaveClass(/selected/);
  const choice = menu.getByRole('menuitem', { name: 'Duplicate' });
  await choice.tap();
  await expect(menu).toHaveCount(0);
  await expect(page.locator('.react-flow__node-resource')).toHaveCount(3);

  await page.getByRole('button', { name: 'AWS Lambda' }).tap();
  await expect(page.locator('.react-flow__node-resource')).toHaveCount(4);
});

test('a second finger gives a drag up: all is where it was, and the next one is as any other', async ({ app }) => {
  const { page } = app;
  await app.openText('touched.parapet', DIAGRAM);
  const lake = app.resource('lake');
  await expect(lake).toBeVisible();
  const touch = await fingers(app);
  const at = await centre(lake);
  await touch.down(at);
  for (let i = 1; i <= 6; i++) await touch.on({ x: at.x + i * 12, y: at.y });
  const other = { x: at.x + 200, y: at.y + 220 };
  await touch.down({ x: at.x + 72, y: at.y }, other);
  for (let i = 1; i <= 4; i++) await touch.on({ x: at.x + 72 - i * 8, y: at.y }, { x: other.x, y: other.y + i * 10 });
  await touch.up();
  const undo = page.getByRole('button', { name: /^Undo/ }).first();
  await expect(undo).toBeDisabled();
  await page.getByRole('button', { name: 'Fit diagram' }).click();
  const [left, right] = [await centre(lake), await centre(app.resource('enrich'))];
  // As far from each other as in the file, whatever the zoom.
  expect((right.x - left.x) / (right.y - left.y)).toBeCloseTo(300 / 120, 1);
  await touch.move((part) => [{ x: left.x + part * 60, y: left.y + part * 60 }]);
  await expect(undo).toHaveAccessibleName(/Move lake/);
});
