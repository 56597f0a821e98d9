import { expect, test } from './app.ts';

test.beforeEach(async ({ app }) => app.newDiagram());

test('a tile is added by a click and by Enter, each with a name and a place of its own', async ({ app }) => {
  const tile = app.page.getByRole('button', { name: 'Amazon Kinesis Data Streams', exact: true });
  await tile.click();
  await expect(app.resource('kinesis-data-streams')).toBeVisible();
  await tile.press('Enter');
  await expect(app.resource('kinesis-data-streams-2')).toBeVisible();
  const [a, b] = await Promise.all([
    app.resource('kinesis-data-streams').boundingBox(),
    app.resource('kinesis-data-streams-2').boundingBox(),
  ]);
  expect(a && b && (Math.abs(a.x - b.x) >= a.width || Math.abs(a.y - b.y) >= a.height)).toBe(true);
  await expect(app.page.getByTestId('unsaved')).toBeVisible();
});

test('what is dropped on a boundary is inside it', async ({ app }) => {
  await app.dropTile('VPC', 320, 220);
  await expect(app.boundary('VPC')).toBeVisible();
  await app.dropTile('Amazon Redshift', 320, 220);
  await expect(app.resource('redshift')).toBeVisible();
  expect(await app.saveAs()).toMatch(/"name": "redshift",\s+"inside": "[0-9a-f-]{36}"/);
});

test('a boundary that cannot stand there is refused with a word of why', async ({ app }) => {
  await app.dropTile('VPC', 320, 220);
  await expect(app.boundary('VPC')).toBeVisible();
  await app.dropTile('AWS account', 320, 220);
  await expect(app.page.getByRole('alert')).toContainText(
    'AWS account cannot stand inside a boundary of the kind VPC. It may stand on the bare canvas.',
  );
  await expect(app.boundary('AWS account')).toHaveCount(0);
});

test('the search finds old names and says so, and Enter adds the first hit', async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('/');
  const search = page.getByLabel('Search services');
  await expect(search).toBeFocused();
  await page.keyboard.type('Kinesis Analytics');
  const palette = page.getByRole('navigation', { name: 'Services and boundaries' });
  await expect(palette).toContainText('formerly Kinesis Data Analytics');
  await expect(palette.getByRole('status')).toHaveText('1 found');
  await page.keyboard.press('Enter');
  await expect(app.resource('managed-flink')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');
  await expect(palette.getByRole('heading', { name: 'Boundaries' })).toBeVisible();
});

test('the search key selects the last search, so that typing begins another', async ({ app }) => {
  const { page } = app;
  const search = page.getByLabel('Search services');
  await page.keyboard.press('/');
  await page.keyboard.type('kinesis');
  await page.keyboard.press('Tab');
  await page.keyboard.press('/');
  await page.keyboard.type('lambda');
  await expect(search).toHaveValue('lambda');
});

test('the name of a tile begins with what one sees on it, where that is not part of its full name', async ({ app }) => {
  await expect(app.page.getByRole('button', { name: 'S3, Amazon Simple Storage Service', exact: true })).toBeVisible();
  const names = await app.page
    .locator('[data-tile]')
    .evaluateAll((tiles) =>
      tiles.map((tile) => [tile.getAttribute('aria-label') ?? '', tile.textContent ?? ''] as const),
    );
  expect(names.filter(([name, seen]) => !name.includes(seen))).toEqual([]);
});

test('a search that finds nothing says so', async ({ app }) => {
  await app.page.getByLabel('Search services').fill('zzz');
  await expect(app.page.getByText('Nothing is called “zzz” here.')).toBeVisible();
});

test('arrow keys lead from tile to tile, and one press of Tab leads on', async ({ app }) => {
  const { page } = app;
  await page.getByLabel('Search services').press('ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  const first = await focused();
  await page.keyboard.press('ArrowRight');
  const second = await focused();
  expect(second).not.toBe(first);
  await page.keyboard.press('ArrowLeft');
  expect(await focused()).toBe(first);
  await page.keyboard.press('End');
  expect(await focused()).toBe('On premises');
  await page.keyboard.press('Home');
  expect(await focused()).toBe(first);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).not.toBe(first);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-tiles]') === null)).toBe(true);
});

test('a boundary that is selected takes what is added by key', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'VPC', exact: true }).press('Enter');
  await expect(app.boundary('VPC')).toBeVisible();
  await page.getByRole('button', { name: 'Private subnet', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Amazon EMR', exact: true }).press('Enter');
  await expect(app.resource('emr')).toBeVisible();
  const file = JSON.parse(await app.saveAs()) as {
    readonly boundaries: readonly { readonly id: string; readonly kind: string; readonly inside: string | null }[];
    readonly resources: readonly { readonly inside: string | null }[];
  };
  const [vpc, subnet] = file.boundaries;
  expect([vpc?.kind, subnet?.kind, subnet?.inside]).toEqual(['vpc', 'private-subnet', vpc?.id]);
  expect(file.resources[0]?.inside).toBe(subnet?.id);
});
