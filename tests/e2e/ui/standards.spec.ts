import AxeBuilder from '@axe-core/playwright';
import { type App, expect, sampleText, test } from './app.ts';

const panel = ({ page }: App) => page.getByRole('region', { name: 'Findings' });
const standard = (app: App) => panel(app).getByLabel('Standard', { exact: true });

async function open(app: App): Promise<void> {
  await app.openText('clicks.parapet', sampleText('clickstream-iot'));
  await expect(panel(app).getByRole('radio', { name: /^Gaps/ })).toBeVisible();
}

test('a standard shows its requirements, what serves each, and how the diagram stands to it', async ({ app }) => {
  await open(app);
  await standard(app).selectOption('CIS AWS 5.0');
  const table = panel(app).getByRole('table');
  const row = table.getByRole('row', { name: /5\.0:2\.1\.1/ });
  await expect(row).toContainText('Buckets deny requests without TLS');
  await expect(row).toContainText('1 gap');
  await expect(row).toContainText('s3.tls-only');
  await expect(panel(app)).toContainText('not a claim of compliance');
  const axe = await new AxeBuilder({ page: app.page }).analyze();
  expect(axe.violations.map(({ id }) => id)).toEqual([]);
});

test('a requirement leads to its findings and back, by keyboard too', async ({ app }) => {
  await open(app);
  await standard(app).selectOption('CIS AWS 5.0');
  const first = panel(app)
    .getByRole('button', { name: /show its findings/ })
    .first();
  await first.focus();
  await app.page.keyboard.press('ArrowDown');
  const name = await app.page.evaluate(() => document.activeElement?.textContent ?? '');
  expect(name).not.toBe(await first.textContent());
  await panel(app)
    .getByRole('button', { name: /^5\.0:2\.1\.1/ })
    .focus();
  await app.page.keyboard.press('Enter');
  const grid = panel(app).getByRole('grid', { name: 'Findings' });
  await expect(grid.locator('tbody tr[data-index]')).toHaveCount(1);
  await expect(grid).toContainText('Refuse requests without TLS');
  await panel(app)
    .getByRole('button', { name: /back to all requirements/ })
    .click();
  await expect(panel(app).getByRole('table')).toContainText('5.0:2.1.1');
  await standard(app).selectOption('By finding');
  await expect(grid).toBeVisible();
});

test('closing a gap changes the state of the requirements at once', async ({ app }) => {
  await open(app);
  await standard(app).selectOption('CIS AWS 5.0');
  const row = panel(app).getByRole('row', { name: /5\.0:2\.1\.1/ });
  await expect(row).toContainText('1 gap');
  await app.resource('curated-sessions').click();
  const inspector = app.page.getByRole('complementary', { name: 'Inspector' });
  const control = inspector.getByRole('listitem').filter({ hasText: 'Refuse requests without TLS' });
  await control.getByRole('button', { name: /^Fix/ }).click();
  await expect(row).not.toContainText('gap');
});
