import AxeBuilder from '@axe-core/playwright';
import { type App, expect, test, twoStreams } from './app.ts';

const panel = ({ page }: App) => page.getByRole('region', { name: 'Findings' });

test('what the findings panel shows is accepted at once; the list of decisions tells how each stands', async ({
  app,
}) => {
  const { page } = app;
  await app.openText('decided.parapet', twoStreams());
  await panel(app).getByRole('searchbox', { name: 'Search findings' }).fill('encrypt the stream');
  await expect(panel(app).locator('tbody tr[data-index]')).toHaveCount(2);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('accept all findings');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Accept these findings' });
  await expect(dialog).toContainText('2 findings are decided alike');
  await expect(dialog.getByLabel('Holds until')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  await dialog.getByRole('radio', { name: 'Compensated elsewhere' }).check();
  await dialog.getByRole('button', { name: 'Accept 2' }).click();
  await expect(dialog.getByText('Say what makes up for it.')).toBeVisible();
  await dialog.getByLabel('Compensated by').fill('a proxy that encrypts');
  await dialog.getByLabel('Justification').fill('Everything is encrypted before it is put.');
  await dialog.getByLabel('Ticket').fill('https://example.com/SEC-1');
  await dialog.getByRole('button', { name: 'Accept 2' }).click();
  await expect(panel(app).locator('tbody tr[data-index]')).toHaveCount(0);

  await page.getByRole('menuitem', { name: 'Review' }).click();
  await page.getByRole('menuitem', { name: 'Decisions…' }).click();
  const list = page.getByRole('dialog', { name: 'Decisions' });
  await expect(list.getByRole('status')).toHaveText('2 decisions');
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(list.getByRole('row').nth(1)).toContainText('Compensated by a proxy that encrypts');
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await list.getByRole('button', { name: /^Withdraw the decision on .*clicks/ }).click();
  await expect(list.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(panel(app).locator('tbody tr[data-index]')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(panel(app).locator('tbody tr[data-index]')).toHaveCount(2);
});
