import AxeBuilder from '@axe-core/playwright';
import { type App, expect, sampleText, test } from './app.ts';

const panel = ({ page }: App) => page.getByRole('region', { name: 'Findings' });
const dashboard = ({ page }: App) => page.getByRole('dialog', { name: 'Dashboard' });
const rows = (app: App) => panel(app).getByRole('grid').locator('tbody tr[data-index]');

async function open(app: App): Promise<void> {
  await app.page.getByRole('menuitem', { name: 'Review' }).click();
  await app.page.getByRole('menuitem', { name: 'Dashboard…' }).click();
  await expect(dashboard(app)).toBeVisible();
}

const axe = async ({ page }: App) =>
  (await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations.map(({ id }) => id);

/** Presses a bar by keyboard; how many gaps it counts. */
async function press(app: App, chart: string, name: RegExp): Promise<number> {
  const bar = dashboard(app).getByRole('region', { name: chart }).getByRole('button', { name }).first();
  const count = Number(/: (\d+) gaps?$/.exec((await bar.getAttribute('aria-label')) ?? '')?.[1]);
  await bar.press('Enter');
  await expect(dashboard(app)).toBeHidden();
  return count;
}

test('a bar of the dashboard leads to its gaps, and what narrows the list is a chip that can be taken off', async ({
  app,
}) => {
  await app.openText('clicks.parapet', sampleText('clickstream-iot'));
  await expect(rows(app).first()).toBeVisible();
  await open(app);
  await expect(dashboard(app)).toContainText('No earlier version is kept yet.');
  const resilience = await press(app, 'By category', /^Resilience:/);
  await expect(panel(app).getByRole('grid')).toHaveAttribute('aria-rowcount', String(resilience + 1));
  await expect(panel(app).getByLabel('Category')).toHaveValue('resilience');
  await expect(rows(app).first()).toBeFocused();

  // Each bar begins anew, with the panel closed too.
  await app.page.keyboard.press('Control+j');
  await expect(panel(app)).toBeHidden();
  await open(app);
  const service = await press(app, 'By service', /^Redshift:/);
  await expect(panel(app).getByRole('grid')).toHaveAttribute('aria-rowcount', String(service + 1));
  await expect(panel(app).getByLabel('Category')).toHaveValue('');
  await expect(rows(app).first()).toBeFocused();
  await expect(panel(app).getByRole('button', { name: 'Redshift: show all again' })).toBeVisible();

  // The bar of all flows is split by what they connect.
  await open(app);
  const pair = await press(app, 'Flows, by what they connect', / → /);
  await expect(panel(app).getByRole('grid')).toHaveAttribute('aria-rowcount', String(pair + 1));
  await expect(panel(app).getByRole('button', { name: / → .*: show all again/ })).toBeVisible();

  await open(app);
  const within = await press(app, 'By boundary', /^analytics-vpc:/);
  await expect(panel(app).getByRole('grid')).toHaveAttribute('aria-rowcount', String(within + 1));
  await panel(app).getByRole('button', { name: 'analytics-vpc: show all again' }).press('Enter');
  await expect(panel(app).getByRole('radio', { name: /^Gaps/ })).toBeFocused();
  await expect(panel(app).getByRole('button', { name: /show all again/ })).toHaveCount(0);
  await expect(panel(app).getByRole('grid')).not.toHaveAttribute('aria-rowcount', String(within + 1));
});

test('the history has a point for each saved version, which leads to it, and one for now', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  await app.saveAs();
  await app.dropTile('AWS Lambda', 300, 200);
  await expect(app.resource('lambda')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('unsaved')).toHaveCount(0);
  await open(app);
  const history = dashboard(app).getByRole('region', { name: 'Over the saved versions' });
  await expect(history).toContainText(/From 0 gaps to \d+ over 1 saved version;/);
  await history.getByText('As a table').click();
  await expect(history.getByRole('row')).toHaveCount(3);
  await expect(history.getByRole('row').nth(1).getByRole('cell').first()).toHaveText('0');
  await expect(history.getByRole('row').last()).toContainText('Now');
  expect(await axe(app)).toEqual([]);

  const point = history.getByRole('list', { name: 'Saved versions' }).getByRole('button');
  await expect(point).toHaveAccessibleName(/^Until .*: 0 gaps$/);
  await point.press('Enter');
  const versions = page.getByRole('dialog', { name: /^Earlier versions of/ });
  await expect(versions.getByRole('radio')).toBeChecked();
  await expect(versions.getByRole('region', { name: /^From the version until/ })).toContainText('lambda');
});
