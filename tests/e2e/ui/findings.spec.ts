import AxeBuilder from '@axe-core/playwright';
import { type App, expect, sampleText, test } from './app.ts';

const resource = (id: string, service: string, x: number, answers = {}) => ({
  id,
  service,
  name: id,
  position: { x, y: 0 },
  answers: { retention: '7-days', ...answers },
});

const diagram = (resources: readonly unknown[]) =>
  JSON.stringify({ format: 'parapet', version: 1, name: 'Found', resources });

const SMALL = diagram([
  resource('clicks', 'kinesis-data-streams', 0),
  resource('orders', 'kinesis-data-streams', 240, { serverSideEncryption: 'kms' }),
]);

const panel = ({ page }: App) => page.getByRole('region', { name: 'Findings' });
const grid = (app: App) => panel(app).getByRole('grid', { name: 'Findings' });
const rows = (app: App) => grid(app).locator('tbody tr[data-index]');
const inspector = ({ page }: App) => page.getByRole('complementary', { name: 'Inspector' });
const outcome = (app: App, name: RegExp) => panel(app).getByRole('radio', { name });

async function open(app: App, text = SMALL): Promise<void> {
  await app.openText('found.parapet', text);
  // The canvas draws far away resources as an overview.
  await expect(panel(app)).not.toContainText('Nothing drawn yet');
  await expect(outcome(app, /^All/)).toBeVisible();
}

test('the counts filter by outcome and severity', async ({ app }) => {
  await open(app);
  await expect(outcome(app, /^Gaps 1$/)).toBeChecked();
  await expect(rows(app)).toHaveCount(1);
  await expect(rows(app).first()).toContainText('clicks · Kinesis Data Streams');
  await app.dropTile('Amazon Managed Streaming for Apache Kafka', 300, 60);
  await outcome(app, /^Questions/).check();
  const questions = await rows(app).count();
  expect(questions).toBeGreaterThan(2);
  const medium = panel(app).getByRole('button', { name: /^Medium/ });
  await medium.click();
  await expect(medium).toHaveAttribute('aria-pressed', 'true');
  await expect(medium).toHaveAccessibleName(`Medium ${await rows(app).count()}`);
  expect(await rows(app).count()).toBeLessThan(questions);
});

test('search, category and selection narrow the list, and one press shows all again', async ({ app }) => {
  await open(app);
  await outcome(app, /^All/).check();
  const all = await rows(app).count();
  await panel(app).getByLabel('Category').selectOption('Encryption at rest');
  await expect(rows(app)).toHaveCount(1);
  await panel(app).getByLabel('Category').selectOption('All categories');
  await panel(app).getByRole('button', { name: 'Only selection' }).click();
  await expect(panel(app)).toContainText('No finding matches the filter.');
  await app.resource('orders').click();
  await expect(rows(app).first()).toContainText('orders');
  await panel(app).getByRole('searchbox', { name: 'Search findings' }).fill('no such thing');
  await panel(app).getByRole('button', { name: 'Clear the filter' }).click();
  await expect(rows(app)).toHaveCount(all);
});

test('another document begins without the filter of the last one', async ({ app }) => {
  await open(app);
  await outcome(app, /^All/).check();
  await panel(app).getByLabel('Category').selectOption('Encryption at rest');
  await panel(app).getByRole('searchbox', { name: 'Search findings' }).fill('no such thing');
  await app.openText('other.parapet', diagram([resource('other', 'kinesis-data-streams', 0)]));
  await expect(rows(app).first()).toContainText('other');
  await expect(outcome(app, /^Gaps/)).toBeChecked();
  await expect(panel(app).getByLabel('Category')).toHaveValue('');
  await expect(panel(app).getByRole('searchbox', { name: 'Search findings' })).toHaveValue('');
});

test('a column title sorts up, down and back', async ({ app }) => {
  await open(app);
  await outcome(app, /^All/).check();
  const where = grid(app).getByRole('columnheader', { name: 'Where' });
  await expect(where).toHaveAttribute('aria-sort', 'none');
  await where.getByRole('button').click();
  await expect(where).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(app).first()).toContainText('clicks');
  await where.getByRole('button').click();
  await expect(where).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(app).first()).toContainText('orders');
  await where.getByRole('button').click();
  await expect(where).toHaveAttribute('aria-sort', 'none');
});

test('arrow keys walk the rows, and Enter goes to the element and unfolds the control', async ({ app }) => {
  await open(app);
  await outcome(app, /^All/).check();
  await rows(app).first().focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(rows(app).nth(1)).toBeFocused();
  await app.page.keyboard.press('End');
  await expect(rows(app).last()).toBeFocused();
  await app.page.keyboard.press('Home');
  await expect(rows(app).first()).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(inspector(app).getByRole('textbox', { name: 'Name' })).toHaveValue('clicks');
  await expect(inspector(app).locator('[aria-expanded="true"]')).toHaveText('Encrypt the stream at rest with KMS');
  await expect(rows(app).first()).toHaveAttribute('aria-selected', 'true');
});

test('a click flies to the element, also when it is far away', async ({ app }) => {
  await open(app, diagram([resource('near', 'iot-device', 0), resource('far', 'kinesis-data-streams', 9000)]));
  await panel(app).getByRole('searchbox', { name: 'Search findings' }).fill('far');
  await rows(app).first().click();
  await expect(app.resource('far')).toBeInViewport();
  // The window itself stays where it is.
  await expect(app.page.getByRole('main')).toHaveJSProperty('scrollTop', 0);
  expect(await app.page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
});

test('a fix closes a finding, and the focus stays in the list', async ({ app }) => {
  await open(app, diagram(['clicks', 'b', 'c'].map((id, i) => resource(id, 'kinesis-data-streams', i * 240))));
  await expect(rows(app)).toHaveCount(3);
  await rows(app).first().focus();
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('Enter');
  await expect(rows(app)).toHaveCount(2);
  await expect(rows(app).first()).toBeFocused();
});

test('an empty list says why', async ({ app }) => {
  await app.newDiagram();
  await expect(panel(app)).toContainText('Nothing drawn yet');
  await open(app);
  await rows(app).first().getByRole('button', { name: 'Fix: Turn on SSE-KMS' }).click();
  await expect(panel(app)).toContainText(/No gaps\. \d+ questions are open\./);
  await panel(app).getByRole('button', { name: 'Show the questions' }).click();
  await expect(rows(app).first()).toBeVisible();
});

test('thousands of findings: only what is in view is in the page, and keys reach the last one', async ({ app }) => {
  const many = Array.from({ length: 600 }, (_, i) => ({
    ...resource(`s${i}`, 's3', (i % 30) * 200),
    position: { x: (i % 30) * 200, y: Math.floor(i / 30) * 100 },
  }));
  await open(app, diagram(many));
  await outcome(app, /^All/).check();
  const count = Number(await grid(app).getAttribute('aria-rowcount')) - 1;
  expect(count).toBeGreaterThan(2000);
  expect(await rows(app).count()).toBeLessThan(60);
  await rows(app).first().focus();
  await app.page.keyboard.press('End');
  await expect(rows(app).last()).toHaveAttribute('aria-rowindex', String(count + 1));
  await expect(rows(app).last()).toBeInViewport();
  await app.page.keyboard.press('ArrowUp');
  await expect(grid(app).locator(`tr[aria-rowindex="${count}"]`)).toBeFocused();
});

/** How many rows one sees whole, below the column titles. */
const rowsInSight = (app: App) =>
  grid(app).evaluate((table) => {
    const top = table.querySelector('thead')?.getBoundingClientRect().bottom ?? 0;
    const bottom = table.parentElement?.getBoundingClientRect().bottom ?? 0;
    const boxes = [...table.querySelectorAll('tbody tr[data-index]')].map((row) => row.getBoundingClientRect());
    return boxes.filter((box) => box.top >= top - 1 && box.bottom <= Math.min(bottom, innerHeight) + 1).length;
  });

for (const { width, height, least } of [
  { width: 700, height: 500, least: 2 },
  { width: 1024, height: 700, least: 3 },
]) {
  test(`a window of ${width} × ${height} shows findings, not only their filters`, async ({ app }) => {
    await app.page.setViewportSize({ width, height });
    await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
    await expect(rows(app).first()).toBeVisible();
    await expect.poll(() => rowsInSight(app)).toBeGreaterThanOrEqual(least);
    const { violations } = await new AxeBuilder({ page: app.page }).include('section[aria-label="Findings"]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
}

test('in a low panel the filters open by keyboard, and a button says that they are in use', async ({ app }) => {
  await app.page.setViewportSize({ width: 700, height: 500 });
  await app.openText('low.parapet', SMALL);
  await expect(rows(app).first()).toBeVisible();
  const filters = panel(app).getByRole('button', { name: 'Filters', exact: true });
  await expect(filters).toHaveAttribute('aria-expanded', 'false');
  await filters.focus();
  await app.page.keyboard.press('Enter');
  await expect(filters).toHaveAttribute('aria-expanded', 'true');
  await app.page.keyboard.press('Tab');
  await expect(outcome(app, /^Gaps/)).toBeFocused();
  for (const chip of await panel(app).getByRole('group', { name: 'Severity' }).getByRole('button').all()) {
    await app.page.keyboard.press('Tab');
    await expect(chip).toBeFocused();
    await expect(chip).toBeInViewport({ ratio: 0.9 });
  }
  for (const name of ['Only selection', 'Category', 'Standards: By finding', 'Search findings']) {
    await app.page.keyboard.press('Tab');
    await expect(panel(app).getByLabel(name).or(panel(app).getByRole('button', { name }))).toBeFocused();
    await expect(app.page.locator(':focus')).toBeInViewport({ ratio: 0.9 });
  }
  await app.page.keyboard.type('no such thing');
  await expect(panel(app)).toContainText('No finding matches the filter.');
  await expect(panel(app).getByRole('button', { name: 'Filters (in use)' })).toBeVisible();
  await panel(app).getByRole('button', { name: 'Clear the filter' }).click();
  await expect(rows(app).first()).toBeVisible();
});
