import { readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type App, expect, test } from './app.ts';

const CARELESS = readFileSync(
  path.resolve(import.meta.dirname, '../../cases/clickstream-lake/careless.parapet'),
  'utf8',
);

const panel = ({ page }: App) => page.getByRole('region', { name: 'Findings' });
test('the changes that close most gaps are chosen, tried and made as one step', async ({ app }) => {
  const { page } = app;
  await app.openText('careless.parapet', CARELESS);
  await expect(panel(app).getByText('Gaps 82')).toBeVisible();
  await page.keyboard.press('Control+g');
  const dialog = page.getByRole('dialog', { name: 'Changes that close most gaps' });
  const summary = dialog.getByRole('status');
  await expect(summary).toHaveText(/^These \d+ changes close \d+ of 82 gaps/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'None' }).click();
  await expect(summary).toHaveText('Nothing is chosen. 82 gaps stay.');
  await dialog.getByRole('checkbox', { name: /^Use a scoped role/ }).check();
  await expect(summary).toHaveText('This change closes 9 of 82 gaps.');
  await expect(dialog.getByRole('region', { name: 'What becomes of the gaps' })).toContainText('Gaps that close (9)');
  await dialog.getByRole('button', { name: 'Make this change' }).click();
  await expect(panel(app).getByText('Gaps 73')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(panel(app).getByText('Gaps 82')).toBeVisible();
});

test('everything with one safe answer is done by one command, and taken back by one undo', async ({ app }) => {
  const { page } = app;
  await app.openText('careless.parapet', CARELESS);
  await expect(panel(app).getByText('Gaps 82')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Review' }).click();
  await page.getByRole('menuitem', { name: 'Fix all that have one safe answer' }).click();
  await expect(page.getByText(/^\d+ gaps closed.*Undo goes back\.$/)).toBeVisible();
  await expect(panel(app).getByText('Gaps 82')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(panel(app).getByText('Gaps 82')).toBeVisible();
});

test('by keyboard: a key that a bucket should use is drawn and connected from the menu of its finding', async ({
  app,
}) => {
  const { page } = app;
  const answers = { serverSideEncryption: 'sse-kms', keyManager: 'customer-managed' };
  const lake = { id: 'lake', service: 's3', name: 'lake', position: { x: 0, y: 0 }, answers };
  await app.openText('key.parapet', JSON.stringify({ format: 'parapet', version: 1, name: 'Key', resources: [lake] }));
  await panel(app).getByRole('searchbox', { name: 'Search findings' }).fill('draw the');
  const row = panel(app).locator('tbody tr[data-index]').first();
  await row.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Ways to close it…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Close this gap' });
  await expect(dialog.getByRole('radio', { name: 'Add KMS and connect to it' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Do it' }).press('Enter');
  await expect(app.resource('kms')).toBeVisible();
  await expect(app.flow('lake → kms')).toHaveCount(1);
});

test('by keyboard: a flow that AWS has no direct way for is led through a bucket, and back by one undo', async ({
  app,
}) => {
  const { page } = app;
  const resource = (id: string, service: string, x: number) => ({ id, service, name: id, position: { x, y: 0 } });
  const diagram = {
    format: 'parapet',
    version: 1,
    name: 'Totals',
    resources: [resource('warehouse', 'redshift', 0), resource('exports', 's3', 300), resource('shop', 'rds', 600)],
    flows: [{ id: 'f', from: 'warehouse', to: 'shop', label: 'totals', note: 'nightly' }],
  };
  await app.openText('totals.parapet', JSON.stringify(diagram));
  await panel(app).getByRole('searchbox', { name: 'Search findings' }).fill('carries the data');
  await panel(app).locator('tbody tr[data-index]').first().focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Ways to close it…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Close this gap' });
  await expect(dialog.getByRole('radio')).toHaveCount(4);
  await expect(dialog.getByRole('radio', { name: 'Route through exports (S3)' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Route through exports (S3)' }).press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Add S3 and route through it' })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await dialog.getByRole('button', { name: 'Do it' }).press('Enter');
  await expect(page.getByText(/^1 gap closed.*Undo goes back\.$/)).toBeVisible();
  const saved = JSON.parse(await app.saveAs());
  expect(saved.flows).toMatchObject([
    { id: 'f', from: 'warehouse', to: 'exports', label: 'totals', note: 'nightly' },
    { from: 'exports', to: 'shop', label: 'totals' },
  ]);
  await page.keyboard.press('Control+z');
  await expect(app.canvas.locator('.react-flow__edge')).toHaveCount(1);
});
