import { type App, expect, test } from './app.ts';

const focused = ({ page }: App) => page.locator(':focus');
const menu = ({ page }: App, name: string) => page.getByRole('menubar').getByRole('menuitem', { name, exact: true });

async function openFromMenu(app: App, button: string, item: string): Promise<void> {
  await menu(app, button).focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('menu').locator(':focus')).toHaveCount(1); // the menu gives it to its first item
  await app.page.getByRole('menuitem', { name: item }).focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('dialog')).toBeVisible();
}

for (const [button, item] of [
  ['File', 'Own catalog…'],
  ['Help', 'Keyboard shortcuts'],
  ['Help', 'About Parapet'],
] as const) {
  test(`Escape in the dialog of “${item}” leads back to the button of the menu`, async ({ app }) => {
    await app.newDiagram();
    await openFromMenu(app, button, item);
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
    await expect(menu(app, button)).toBeFocused();
  });
}

test('connecting by key leads back to the resource with Escape, and to the new flow with Enter', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  await page.keyboard.press('/');
  await page.keyboard.type('Kinesis Data Streams');
  await page.keyboard.press('Enter');
  await page.keyboard.type('lambda'); // takes the place of the last search
  await page.keyboard.press('Enter');
  const stream = app.resource('kinesis-data-streams');
  await expect(app.resource('lambda')).toBeVisible();
  await stream.focus();
  await page.keyboard.press('Enter');
  const choose = async (key: string) => {
    await page.keyboard.press('c');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await choose('Escape');
  await expect(stream).toBeFocused();
  await choose('Enter');
  await expect(app.flow('kinesis-data-streams → lambda')).toBeFocused();
});

test('accepting a risk leaves the focus with the finding', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  await page.getByRole('button', { name: 'Amazon Kinesis Data Streams', exact: true }).press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const finding = inspector.getByRole('listitem').filter({ hasText: 'Encrypt the stream at rest' }).first();
  await finding.getByRole('button', { name: 'Accept risk…' }).press('Enter');
  await page.getByLabel('Justification').fill('A test.');
  await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(finding.getByRole('button', { name: 'Withdraw decision' })).toBeVisible();
  expect(await finding.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await expect(focused(app)).toHaveCount(1);
});
