import { type App, expect, sampleText, test } from './app.ts';

const title = ({ page }: App, name: string) => page.getByRole('menubar').getByRole('menuitem', { name, exact: true });

test.beforeEach(async ({ app }) => {
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  await expect(app.resource('clickstream')).toBeVisible();
});

test.describe('in a small window', () => {
  test.use({ viewport: { width: 1024, height: 700 } });

  test('the menus stand in one row of the toolbar, and the longest one fits', async ({ app }) => {
    const { page } = app;
    const bar = await page.locator('header').first().boundingBox();
    expect(bar?.height).toBeLessThan(60);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
    for (const name of ['File', 'Edit', 'Arrange', 'View', 'Help']) {
      await title(app, name).click();
      const menu = await page.getByRole('menu').boundingBox();
      expect((menu?.y ?? 0) + (menu?.height ?? 0)).toBeLessThanOrEqual(700);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
    }
  });
});

test('arrow keys lead from menu to menu, and Enter runs a command', async ({ app }) => {
  const { page } = app;
  await title(app, 'File').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(title(app, 'Arrange')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  const all = page.getByRole('menu').getByRole('menuitem', { name: 'Select all' });
  await expect(all).toBeVisible();
  await all.focus();
  await page.keyboard.press('Enter');
  await expect(app.canvas.locator('.react-flow__node:not(.selected)')).toHaveCount(0);
});

test('? lists every key: of commands, and of what has the focus; not while somebody types', async ({ app }) => {
  const { page } = app;
  await page.getByLabel('Search services').press('?');
  await expect(page.getByLabel('Search services')).toHaveValue('?');
  await app.resource('clickstream').focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('region', { name: 'Edit' })).toContainText('Select connectedShiftA');
  await expect(sheet.getByRole('region', { name: 'In the palette' })).toContainText('Put a star on it');
  await page.keyboard.press('Escape');
  await expect(app.resource('clickstream')).toBeFocused();
});

test('selecting what is connected goes on from press to press, and the selection is inverted', async ({ app }) => {
  const { page } = app;
  const selected = app.canvas.locator('.react-flow__node-resource.selected');
  await app.resource('clickstream').click();
  await page.keyboard.press('Shift+A');
  const once = await selected.count();
  expect(once).toBeGreaterThan(1);
  await page.keyboard.press('Shift+A');
  expect(await selected.count()).toBeGreaterThan(once);
  const all = await app.canvas.locator('.react-flow__node-resource').count();
  const before = await selected.count();
  await page.keyboard.press('Shift+I');
  await expect(selected).toHaveCount(all - before);
});
