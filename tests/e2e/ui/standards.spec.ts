import AxeBuilder from '@axe-core/playwright';
import { type App, expect, sampleText, test } from './app.ts';

const panel = ({ page }: App) => page.getByRole('region', { name: 'Findings' });
const picks = (app: App) => panel(app).getByRole('button', { name: /^Standards:/ });

/** Chooses standards as they stand in the menu, each a press. */
async function choose(app: App, ...names: readonly string[]): Promise<void> {
  await picks(app).press('Enter');
  const menu = app.page.getByRole('menu', { name: /^Standards:/ });
  await expect(menu.getByRole('menuitem', { name: 'By finding' })).toBeFocused();
  for (const name of names) await menu.getByRole('menuitemcheckbox', { name, exact: true }).press('Enter');
  await app.page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(picks(app)).toBeFocused();
}

async function open(app: App): Promise<void> {
  await app.openText('clicks.parapet', sampleText('clickstream-iot'));
  await expect(panel(app).getByRole('radio', { name: /^Gaps/ })).toBeVisible();
}

test('a standard shows its requirements, what serves each, and how the diagram stands to it', async ({ app }) => {
  await open(app);
  await choose(app, 'CIS AWS 5.0');
  const table = panel(app).getByRole('table');
  const row = table.getByRole('row', { name: /5\.0:2\.1\.1/ });
  await expect(row).toContainText('Buckets deny requests without TLS');
  await expect(row).toContainText('1 gap');
  await expect(row).toContainText('s3.tls-only');
  await expect(panel(app)).toContainText('not a claim of compliance');
  const gap = table.locator('tr[data-standing="gap"]');
  for (const at of [gap.first(), gap.last()]) {
    await at.scrollIntoViewIfNeeded();
    await expect(at).toBeInViewport();
    const axe = await new AxeBuilder({ page: app.page }).include('section[aria-label="Findings"]').analyze();
    expect(axe.violations.map(({ id }) => id)).toEqual([]);
  }
});

test('what cannot narrow a list of requirements is not there, and a search without a hit can be cleared', async ({
  app,
}) => {
  await open(app);
  await choose(app, 'CIS AWS 5.0');
  const { page } = app;
  await expect(panel(app).getByRole('radio')).toHaveCount(0);
  await expect(panel(app).getByLabel('Category')).toHaveCount(0);
  await expect(panel(app).getByRole('button', { name: 'Only selection' })).toHaveCount(0);
  await expect(panel(app).getByRole('group', { name: 'Severity' })).toHaveCount(0);
  const search = panel(app).getByRole('searchbox', { name: 'Search requirements' });
  await search.fill('no such thing');
  await expect(panel(app).getByRole('status')).toHaveText('No requirement matches the search.');
  await panel(app).getByRole('button', { name: 'Clear the search' }).press('Enter');
  await expect(search).toHaveValue('');
  await expect(panel(app).getByRole('table')).toContainText('5.0:2.1.1');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Requirements of/);
});

test('a requirement shows all its findings whatever was filtered before, and the counts are its own', async ({
  app,
}) => {
  await open(app);
  await panel(app).getByRole('button', { name: /^Low/ }).click();
  await panel(app).getByLabel('Category').selectOption('Resilience');
  await panel(app).getByRole('button', { name: 'Only selection' }).click();
  await choose(app, 'CIS AWS 5.0');
  await panel(app)
    .getByRole('button', { name: /^5\.0:2\.1\.1/ })
    .click();
  await expect(panel(app).getByRole('grid').locator('tbody tr[data-index]')).toHaveCount(1);
  await expect(panel(app).getByRole('radio', { name: 'Gaps 1', exact: true })).toBeChecked();
  await panel(app).getByRole('radio', { name: 'Accepted 0' }).check();
  await panel(app).getByRole('button', { name: 'Clear the filter' }).press('Enter');
  await expect(panel(app).getByRole('button', { name: /^5\.0:2\.1\.1/ })).toBeFocused();
});

test('a requirement leads to its findings and back, by keyboard too', async ({ app }) => {
  await open(app);
  await choose(app, 'CIS AWS 5.0');
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
  await expect(grid.locator('tbody tr[data-index]').first()).toBeFocused();
  const list = panel(app).getByRole('region', { name: /^Requirements of/ });
  await panel(app)
    .getByRole('button', { name: /back to all requirements/ })
    .press('Enter');
  await expect(panel(app).getByRole('button', { name: /^5\.0:2\.1\.1/ })).toBeFocused();
  const later = panel(app).locator('[data-requirement]').last();
  await later.focus();
  const scrolled = await list.evaluate((element) => element.scrollTop);
  expect(scrolled).toBeGreaterThan(0);
  await app.page.keyboard.press('Enter');
  await expect(grid.locator('tbody tr[data-index]').first()).toBeFocused();
  await panel(app)
    .getByRole('button', { name: /back to all requirements/ })
    .press('Enter');
  await expect(later).toBeFocused();
  expect(await list.evaluate((element) => element.scrollTop)).toBe(scrolled);
  await expect(panel(app).getByRole('table')).toContainText('5.0:2.1.1');
  await picks(app).press('Enter');
  await app.page.getByRole('menuitem', { name: 'By finding' }).press('Enter');
  await expect(grid).toBeVisible();
});

test('the findings of a standard are listed in its order, with its requirements first, and reviewed so', async ({
  app,
}) => {
  await open(app);
  await choose(app, 'AWS FSBP');
  const asFindings = panel(app).getByRole('button', { name: 'As findings' });
  await asFindings.press('Enter');
  await expect(asFindings).toHaveAttribute('aria-pressed', 'true');
  await panel(app).getByRole('radio', { name: 'All' }).check();
  const rows = panel(app).getByRole('grid').locator('tbody tr[data-index]');
  const firsts = async () =>
    Promise.all(
      (await rows.all()).map((row) => row.locator('td[data-column="standards"] > span > span').first().textContent()),
    );
  await expect(rows.first()).toContainText(/[A-Za-z]+\.\d+/);
  const shown = await firsts();
  expect(shown.length).toBeGreaterThan(3);
  expect(shown).toEqual(shown.toSorted((a, b) => new Intl.Collator('en', { numeric: true }).compare(a ?? '', b ?? '')));
  await panel(app).getByRole('radio', { name: /^Gaps/ }).check();
  const title = (await rows.first().locator('td').nth(2).textContent()) ?? '';
  await app.page.getByRole('menuitem', { name: 'Review' }).click();
  await app.page.getByRole('menuitem', { name: /^Review gap by gap/ }).click();
  await expect(app.page.getByRole('region', { name: 'Review' })).toContainText(title);
  await app.page.keyboard.press('Escape');
  await asFindings.click();
  await expect(panel(app).getByRole('table')).toContainText('S3.5');
});

test('several standards follow one another, each with its own requirements; a search and the way back are for all', async ({
  app,
}) => {
  await open(app);
  await choose(app, 'CIS AWS 5.0', 'AWS FSBP');
  await expect(picks(app)).toHaveText('Standards: CIS AWS 5.0 +1');
  const list = panel(app).getByRole('region', { name: /^Requirements of/ });
  const tables = list.getByRole('table');
  await expect(tables).toHaveCount(2);
  await expect(tables.nth(0)).toContainText('5.0:2.1.1');
  await expect(tables.nth(1)).toContainText('Kinesis.1');
  await tables
    .nth(1)
    .getByRole('button', { name: /^S3\.5/ })
    .press('Enter');
  await expect(panel(app).getByRole('grid', { name: 'Findings' })).toContainText('Refuse requests without TLS');
  await panel(app)
    .getByRole('button', { name: /back to all requirements/ })
    .press('Enter');
  await expect(tables.nth(1).getByRole('button', { name: /^S3\.5/ })).toBeFocused();
  await panel(app).getByRole('searchbox', { name: 'Search requirements' }).fill('kinesis.1');
  await expect(tables).toHaveCount(1);
  await choose(app, 'CIS AWS 5.0', 'AWS FSBP');
  await expect(picks(app)).toHaveText('Standards: By finding');
});

test('closing a gap changes the state of the requirements at once', async ({ app }) => {
  await open(app);
  await choose(app, 'CIS AWS 5.0');
  const row = panel(app).getByRole('row', { name: /5\.0:2\.1\.1/ });
  await expect(row).toContainText('1 gap');
  await app.resource('curated-sessions').click();
  const inspector = app.page.getByRole('complementary', { name: 'Inspector' });
  const control = inspector.getByRole('listitem').filter({ hasText: 'Refuse requests without TLS' });
  await control.getByRole('button', { name: /^Fix/ }).click();
  await expect(row).not.toContainText('gap');
});
