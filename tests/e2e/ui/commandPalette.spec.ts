import { type App, expect, sampleText, test } from './app.ts';

const search = ({ page }: App) => page.getByRole('combobox', { name: 'Search commands' });
const options = ({ page }: App) => page.getByRole('listbox', { name: 'Found' }).getByRole('option');
const active = ({ page }: App) => page.getByRole('dialog').getByRole('option', { selected: true });

async function open(app: App, text: string): Promise<void> {
  await app.page.keyboard.press('Control+k');
  await expect(search(app)).toBeFocused();
  await app.page.keyboard.type(text);
}

test.beforeEach(async ({ app }) => {
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  await expect(app.resource('clickstream')).toBeVisible();
});

test('a service is added by an old name that is mistyped, and the active option is named', async ({ app }) => {
  const { page } = app;
  await open(app, 'add kinesis analitics');
  await expect(active(app)).toContainText('Add Managed Flink');
  await expect(active(app)).toContainText('formerly Kinesis Data Analytics');
  const named = await search(app).getAttribute('aria-activedescendant');
  expect(await active(app).getAttribute('id')).toBe(named);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(app.resource('managed-flink')).toBeVisible();
});

test('an element is gone to: selected, in view, with the focus', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await open(app, 'go to warehouse');
  await page.keyboard.press('Enter');
  await expect(app.resource('warehouse')).toBeFocused();
  await expect(app.resource('warehouse')).toBeInViewport({ ratio: 0.99 });
  await expect(app.resource('warehouse')).toHaveClass(/selected/);
});

test('a finding is opened in the inspector', async ({ app }) => {
  const { page } = app;
  await open(app, 'gap keep automated snapshots');
  await expect(active(app)).toContainText('Gap on warehouse');
  await page.keyboard.press('Enter');
  const control = page.getByRole('complementary').getByRole('button', { name: /^Keep automated snapshots/ });
  await expect(control).toHaveAttribute('aria-expanded', 'true');
});

test('a command runs, with its keys beside it, and comes first the next time', async ({ app }) => {
  const { page } = app;
  await open(app, 'findings');
  const option = options(app).filter({ hasText: 'Show or hide findings' });
  await expect(option).toContainText('Ctrl');
  await option.click();
  await expect(page.getByRole('grid', { name: 'Findings' })).toHaveCount(0);
  await open(app, '');
  await expect(options(app).first()).toContainText('Show or hide findings');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Findings' })).toBeVisible();
  await page.reload();
  await page.locator('main[data-ready="true"]').waitFor();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Commands' }).getByRole('option').first()).toContainText('New diagram');
});

test('only what can be done now is offered, and the last entry wraps to the first', async ({ app }) => {
  const { page } = app;
  await open(app, 'duplicate');
  await expect(options(app).filter({ hasText: 'Duplicate' })).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('add redshift');
  await expect(options(app)).toHaveCount(2);
  await page.keyboard.press('ArrowUp');
  await expect(active(app)).toContainText('Add Redshift Serverless');
  await page.keyboard.press('ArrowDown');
  await expect(active(app)).toContainText('Amazon Redshift');
});

test('whoever types on at once loses no letter', async ({ app }) => {
  await expect(app.canvas).toBeVisible();
  const focused = await app.page.evaluate(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }));
    // No timer and no frame may pass: a second key is in the queue.
    for (let i = 0; i < 20; i++) await null;
    return document.activeElement?.getAttribute('aria-label');
  });
  expect(focused).toBe('Search commands, services, elements and findings');
});

test('Escape and the key that opened it lead back to where one was', async ({ app }) => {
  const { page } = app;
  await app.resource('clickstream').focus();
  for (const key of ['Escape', 'Control+k']) {
    await open(app, 'x');
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(app.resource('clickstream')).toBeFocused();
  }
});

test('a name that leads nowhere here is explained', async ({ app }) => {
  await open(app, 'zzzzz');
  await expect(app.page.getByRole('dialog')).toContainText('Nothing is called “zzzzz” here.');
});
