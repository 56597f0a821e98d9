import { expect, readPicked, test } from './app.ts';

test('a whole session without a mouse: add, connect, answer, undo, save, reopen', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('Control+n');
  await expect(app.canvas).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('Kinesis Data Streams');
  await page.keyboard.press('Enter');
  await expect(app.resource('kinesis-data-streams')).toBeVisible();
  await page.keyboard.type('lambda');
  await page.keyboard.press('Enter');
  const lambda = app.resource('lambda');
  await expect(lambda).toBeVisible();

  await app.resource('kinesis-data-streams').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('lambda');
  await page.keyboard.press('Enter');
  const flow = app.flow('kinesis-data-streams → lambda');
  await expect(flow).toHaveCount(1);

  await app.resource('kinesis-data-streams').focus();
  await page.keyboard.press('Enter');
  const badge = app.badge(app.resource('kinesis-data-streams'));
  const before = await badge.textContent();
  const settings = page.getByRole('tab', { name: 'Settings' });
  await settings.focus();
  await page.keyboard.press('Enter');
  const question = page.getByLabel('Server-side encryption');
  await question.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(badge).not.toHaveText(before ?? '');
  const answered = await badge.textContent();

  await app.resource('kinesis-data-streams').focus();
  await page.keyboard.press('Control+z');
  await expect(badge).not.toHaveText(answered ?? '');
  await page.keyboard.press('Control+Shift+z');
  await expect(badge).toHaveText(answered ?? '');

  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('unsaved')).toHaveCount(0);
  const name = await page.evaluate(() => String((window as unknown as Record<string, unknown>).saved));
  const text = await readPicked(page, name);
  expect(text).toContain('"kinesis-data-streams"');

  await page.keyboard.press('Control+n');
  await expect(app.resource('kinesis-data-streams')).toHaveCount(0);
  await app.openText('again.parapet', text);
  await expect(app.badge(app.resource('kinesis-data-streams'))).toHaveText(answered ?? '');
  await expect(flow).toHaveCount(1);
});
