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
  await expect(list.getByRole('status')).toHaveText('2 decisions: 2 in force');
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

  // What is decided goes with its element, which is told; it is never silently gone.
  await page.keyboard.press('Control+Shift+z');
  await app.resource('orders').click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Deleted orders, and 1 decision with it. Undo brings all of it back.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('decisions');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('status')).toHaveText('2 decisions: 2 in force');
});

test('a decision whose facts have changed, or whose control is gone, says so in the list', async ({ app }) => {
  const decided = (control: string, element: string, facts: readonly object[]) => ({
    control,
    element,
    kind: 'riskAccepted',
    justification: 'known',
    decidedOn: '2026-11-01',
    facts: '00000000',
    decidedFacts: facts,
  });
  const suppressions = [
    decided('kinesis-data-streams.encrypt-at-rest', 'clicks', [{ fact: 'serverSideEncryption', value: 'kms' }]),
    decided('kinesis-data-streams.retired', 'orders', []),
    {
      ...decided('kinesis-data-streams.encrypt-at-rest', 'orders', [{ fact: 'serverSideEncryption', value: 'none' }]),
      decidedSeverity: 'low',
    },
  ];
  await app.openText('changed.parapet', JSON.stringify({ ...JSON.parse(twoStreams()), suppressions }));
  await expect(app.resource('clicks')).toBeVisible();
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('decisions');
  await app.page.keyboard.press('Enter');
  const list = app.page.getByRole('dialog', { name: 'Decisions' });
  await expect(list.getByRole('status')).toHaveText(
    '3 decisions: 1 whose facts have changed, 1 whose severity has risen, 1 without a subject',
  );
  await expect(list.getByRole('row').nth(1)).toContainText('Server-side encryption: was KMS (SSE-KMS), is Off');
  await expect(list.getByRole('row').nth(2)).toContainText('The catalog has no such control.');
  await expect(list.getByRole('row').nth(3)).toContainText(/^The severity has risen\s*Severity: was low, is high/);
});
