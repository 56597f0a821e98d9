import { type App, centre, expect, sampleText, test } from './app.ts';

const palette = ({ page }: App) => page.getByRole('navigation', { name: 'Services and boundaries' });
const inspector = ({ page }: App) => page.getByRole('complementary', { name: 'Inspector' });
const findings = ({ page }: App) => page.getByRole('region', { name: 'Findings' });
const button = ({ page }: App, name: string) => page.getByRole('button', { name: `${name} panel` });
const widthOf = async (locator: ReturnType<typeof palette>) => Math.round((await locator.boundingBox())?.width ?? 0);

const openSample = async (app: App) => {
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  await expect(app.canvas).toBeVisible();
};

test('panels fold away by key and button, and come back as large as they were', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  const wide = await widthOf(palette(app));
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+i');
  await page.keyboard.press('Control+j');
  for (const panel of [palette(app), inspector(app), findings(app)]) await expect(panel).toHaveCount(0);
  const size = page.viewportSize();
  expect(await widthOf(app.canvas)).toBeGreaterThan((size?.width ?? 0) - 10);
  await expect(button(app, 'Services')).toHaveAttribute('aria-pressed', 'false');
  await button(app, 'Services').click();
  await button(app, 'Inspector').click();
  await button(app, 'Findings').click();
  await expect(palette(app)).toBeVisible();
  await expect(inspector(app)).toBeVisible();
  await expect(findings(app)).toBeVisible();
  expect(await widthOf(palette(app))).toBe(wide);
});

test('a panel is resized by dragging and folds when it is dragged very small; both are remembered', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  const before = await widthOf(palette(app));
  const separator = page.getByRole('separator', { name: 'Size of the palette' });
  const from = await centre(separator);
  await app.dragMouse(from, { x: from.x + 40, y: from.y });
  await expect.poll(() => widthOf(palette(app))).toBeGreaterThan(before + 30);
  const wide = await widthOf(palette(app));
  const edge = await centre(page.getByRole('separator', { name: 'Size of the inspector' }));
  await app.dragMouse(edge, { x: edge.x + 280, y: edge.y });
  await expect(inspector(app)).toHaveCount(0);
  await expect(button(app, 'Inspector')).toHaveAttribute('aria-pressed', 'false');

  await page.reload();
  await page.locator('main[data-ready="true"]').waitFor();
  await openSample(app);
  await expect.poll(() => widthOf(palette(app))).toBe(wide);
  await expect(inspector(app)).toHaveCount(0);
  const folded = await centre(page.getByRole('separator', { name: 'Size of the inspector' }));
  await app.dragMouse(folded, { x: folded.x - 320, y: folded.y });
  await expect(inspector(app)).toBeVisible();
});

test('what is looked for in a folded panel opens it: search, and a finding', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+i');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search services' })).toBeFocused();
  await findings(app).locator('tbody tr').first().click();
  await expect(inspector(app)).toBeVisible();
});

for (const [width, height] of [
  [1024, 700],
  [860, 600],
  [640, 400],
  [512, 350],
] as const) {
  test(`at ${width} × ${height} nothing leads out of the window sideways, and the canvas has room`, async ({ app }) => {
    const { page } = app;
    await page.setViewportSize({ width, height });
    const long = JSON.stringify({
      format: 'parapet',
      version: 1,
      name: 'A very long name of a diagram '.repeat(6).trim(),
    });
    await app.openText('long.parapet', long);
    await expect(app.canvas).toBeVisible();
    const toolbar = page.locator('header').first();
    expect((await toolbar.boundingBox())?.height).toBeLessThan(60);
    const sticksOut = () =>
      page.evaluate(() => {
        const wide = document.documentElement.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth;
        const controls = [...document.querySelectorAll('header button, header [role=menuitem], footer button')];
        return wide || controls.some((each) => each.getBoundingClientRect().right > innerWidth + 1);
      });
    expect(await sticksOut()).toBe(false);
    expect(await widthOf(app.canvas)).toBeGreaterThanOrEqual(200);
    expect((await app.canvas.boundingBox())?.height).toBeGreaterThanOrEqual(115);
    const bar = findings(app).getByRole('group', { name: 'Filters' });
    if (await bar.isVisible())
      expect(await bar.evaluate((each) => each.scrollWidth > each.clientWidth + 1)).toBe(false);
  });
}

test('a narrow window has one panel beside the canvas: the one that was opened last', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 640, height: 500 });
  await openSample(app);
  await expect(inspector(app)).toBeVisible();
  await expect(palette(app)).toHaveCount(0);
  await button(app, 'Services').click();
  await expect(palette(app)).toBeVisible();
  await expect(inspector(app)).toHaveCount(0);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Show or hide inspector' }).click();
  await expect(inspector(app)).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect(palette(app)).toBeVisible();
});

test('a presentation is the canvas alone, to be looked at; Escape puts everything back', async ({ app }) => {
  const { page } = app;
  await openSample(app);
  await app.canvas.click({ position: { x: 15, y: 15 } });
  const shown = await app.canvas.boundingBox();
  const transform = () => app.canvas.locator('.react-flow__viewport').evaluate((each) => each.getAttribute('style'));
  const view = await transform();
  await page.keyboard.press('p');
  for (const panel of [palette(app), inspector(app), findings(app)]) await expect(panel).toHaveCount(0);
  await expect(page.getByTestId('document-name')).toHaveCount(0);
  await expect(page.getByText('leaves the presentation')).toBeVisible();
  const size = page.viewportSize();
  await expect.poll(() => widthOf(app.canvas)).toBe(size?.width ?? 0);
  await expect(app.badge(app.resource('clickstream'))).toBeVisible();
  await app.resource('clickstream').click();
  await expect(app.resource('clickstream')).toHaveClass(/selected/);
  for (const key of ['Delete', 'ArrowRight', 'F2', 'Control+x']) await page.keyboard.press(key);
  await app.resource('clickstream').dblclick();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await app.resource('clickstream').click({ button: 'right' });
  await expect(page.getByRole('menuitem')).toHaveText([/Zoom to selection/]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(inspector(app)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('unsaved')).toHaveCount(0);
  await expect(inspector(app)).toBeVisible();
  await expect(page.getByTestId('document-name')).toBeVisible();
  await expect.poll(async () => (await app.canvas.boundingBox())?.width).toBe(shown?.width);
  expect(await transform()).toBe(view);
});
