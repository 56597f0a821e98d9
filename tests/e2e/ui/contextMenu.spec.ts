import { type App, centre, expect, sampleText, test } from './app.ts';

const menu = ({ page }: App, name: string) => page.getByRole('menu', { name, exact: true });
const item = ({ page }: App, name: string) => page.getByRole('menuitem', { name });

test.beforeEach(async ({ app }) => {
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  await expect(app.resource('clickstream')).toBeVisible();
});

test('a right click selects what it hits and opens its menu, and a command of it runs', async ({ app }) => {
  await app.resource('clickstream').click({ button: 'right' });
  await expect(menu(app, 'Resource')).toBeVisible();
  await expect(app.resource('clickstream')).toHaveClass(/selected/);
  await item(app, 'Duplicate').click();
  await expect(menu(app, 'Resource')).toHaveCount(0);
  await expect(app.resource('clickstream copy')).toBeVisible();
});

test('the menu of several selected elements leaves them selected', async ({ app }) => {
  await app.resource('clickstream').click();
  await app.resource('warehouse').click({ modifiers: ['Shift'] });
  await app.resource('warehouse').click({ button: 'right' });
  // It has the focus when it stands where it stays.
  await expect(item(app, 'Cut')).toBeFocused();
  await item(app, 'Align left').click();
  await expect(menu(app, 'Selected elements')).toHaveCount(0);
  await expect(app.resource('clickstream')).toHaveClass(/selected/);
});

for (const height of [720, 450]) {
  test(`a menu that is longer than the room below is whole in a window of ${height}, and its commands run`, async ({
    app,
  }) => {
    const { page } = app;
    await page.setViewportSize({ width: 1280, height });
    await page.getByRole('button', { name: 'Fit diagram' }).click();
    await app.resource('clickstream').click();
    await app.resource('warehouse').click({ modifiers: ['Shift'] });
    await app.resource('warehouse').click({ button: 'right' });
    await expect(item(app, 'Cut')).toBeFocused();
    const box = await menu(app, 'Selected elements').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
    await page.keyboard.press('End');
    await expect(item(app, 'Zoom to selection')).toBeFocused();
    await expect(item(app, 'Zoom to selection')).toBeInViewport();
    await item(app, 'Align left').click();
    await expect(menu(app, 'Selected elements')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Undo Align left' })).toBeVisible();
  });
}

test('flows, boundaries and the bare canvas have menus of their own', async ({ app }) => {
  const { page } = app;
  const vpc = await app.boundary('analytics-vpc').boundingBox();
  if (!vpc) throw new Error('not visible');
  await page.mouse.click(vpc.x + 24, vpc.y + 6, { button: 'right' });
  await expect(menu(app, 'Boundary')).toBeVisible();
  await expect(app.boundary('analytics-vpc')).toHaveClass(/selected/);
  await page.keyboard.press('Escape');
  await app.canvas.click({ button: 'right', position: { x: 12, y: 12 } });
  await expect(menu(app, 'Canvas')).toBeVisible();
  await item(app, 'Select all').click();
  await expect(app.canvas.locator('.react-flow__node:not(.selected)')).toHaveCount(0);
  const two = [
    { id: 'a', service: 's3', name: 'a', position: { x: 0, y: 0 } },
    { id: 'b', service: 'lambda', name: 'b', position: { x: 400, y: 0 } },
  ];
  const flows = [{ id: 'f', from: 'a', to: 'b' }];
  await app.openText('two.parapet', JSON.stringify({ format: 'parapet', version: 1, resources: two, flows }));
  const [from, to] = [await centre(app.resource('a')), await centre(app.resource('b'))];
  await page.mouse.click((from.x + to.x) / 2, from.y + 2, { button: 'right' });
  await expect(menu(app, 'Flow')).toBeVisible();
});

for (const key of ['Shift+F10', 'ContextMenu']) {
  test(`${key} opens the menu of what has the focus, arrow keys walk it, Escape leads back`, async ({ app }) => {
    const { page } = app;
    await app.resource('warehouse').focus();
    await page.keyboard.press(key);
    await expect(menu(app, 'Resource')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    const first = page.locator(':focus');
    await expect(first).toHaveRole('menuitem');
    const before = await first.textContent();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').textContent()).not.toBe(before);
    await page.keyboard.press('Escape');
    await expect(menu(app, 'Resource')).toHaveCount(0);
    await expect(app.resource('warehouse')).toBeFocused();
  });
}

test('renaming and connecting from the menu find the focus', async ({ app }) => {
  const { page } = app;
  await app.resource('warehouse').focus();
  await page.keyboard.press('Shift+F10');
  await item(app, 'Rename').focus();
  await page.keyboard.press('Enter');
  await expect(app.canvas.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F10');
  await item(app, 'Connect to…').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.resource('warehouse')).toBeFocused();
});

test('a note is written where the menu was opened', async ({ app }) => {
  const { page } = app;
  const box = await app.canvas.boundingBox();
  if (!box) throw new Error('not visible');
  await page.mouse.click(box.x + 30, box.y + 40, { button: 'right' });
  await item(app, 'Add note').click();
  await page.keyboard.type('Here');
  const note = app.canvas.locator('.react-flow__node-text');
  const place = await note.boundingBox();
  expect(Math.abs((place?.x ?? 0) - box.x - 30)).toBeLessThan(12);
  expect(Math.abs((place?.y ?? 0) - box.y - 40)).toBeLessThan(12);
});

test('a finding has a menu in the panel and in the inspector', async ({ app, context }) => {
  const { page } = app;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const row = page.getByRole('grid', { name: 'Findings' }).getByRole('row').nth(1);
  await row.click({ button: 'right' });
  await expect(menu(app, 'Finding')).toBeVisible();
  await item(app, 'Copy as text').click();
  const text = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(text).toMatch(/^Gap \(critical\): Never put access keys/);
  expect(await text()).toContain('https://docs.aws.amazon.com/');

  await row.focus();
  await page.keyboard.press('Shift+F10');
  await item(app, 'Go to it').focus();
  await page.keyboard.press('Enter');
  const control = page.getByRole('complementary').getByRole('button', { name: /^Never put access keys/ });
  await expect(control).toHaveAttribute('aria-expanded', 'true');

  await control.focus();
  await page.keyboard.press('Shift+F10');
  await item(app, 'Accept risk…').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Accept this finding' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(control).toBeFocused();
});

test('a text field keeps the menu of the browser', async ({ app }) => {
  const field = app.page.getByLabel('Search services');
  await field.click({ button: 'right' });
  await expect(app.page.getByRole('menu')).toHaveCount(0);
  await app.resource('clickstream').click({ button: 'right' });
  await app.page.mouse.click((await centre(app.canvas)).x, (await centre(app.canvas)).y);
  await expect(app.page.getByRole('menu')).toHaveCount(0);
});
