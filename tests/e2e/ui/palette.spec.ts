import { type App, expect, test } from './app.ts';

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
    .locator('[data-tile=item]')
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

const palette = (app: App) => app.page.getByRole('navigation', { name: 'Services and boundaries' });
const group = (app: App, name: string) => palette(app).getByRole('region', { name, exact: true });

test('a star makes a favourite, by mouse and by key, and it is still one the next time', async ({ app }) => {
  const { page } = app;
  const lambda = page.getByRole('button', { name: 'AWS Lambda', exact: true });
  await lambda.hover();
  await page.getByRole('button', { name: 'Put a star on Lambda' }).click();
  await expect(group(app, 'Favourites').getByRole('button', { name: 'AWS Lambda, favourite' })).toBeVisible();
  const athena = page.getByRole('button', { name: 'Amazon Athena', exact: true });
  await athena.focus();
  await page.keyboard.press('*');
  await expect(group(app, 'Favourites').locator('[data-tile=item]')).toHaveCount(2);
  await page.reload();
  await app.newDiagram();
  await expect(group(app, 'Favourites').locator('[data-tile=item]')).toHaveText(['Lambda', 'Athena']);
  await group(app, 'Favourites').getByRole('button', { name: 'AWS Lambda, favourite' }).press('*');
  await expect(group(app, 'Favourites').locator('[data-tile=item]')).toHaveText(['Athena']);
});

test('what was added stands above the next time one comes, and tiles stay where they are until then', async ({
  app,
}) => {
  const { page } = app;
  const tile = page.getByRole('button', { name: 'Amazon Redshift', exact: true });
  await tile.click();
  await expect(app.resource('redshift')).toBeVisible();
  await expect(group(app, 'Used last')).toHaveCount(0);
  await app.canvas.click({ position: { x: 20, y: 20 } });
  await expect(group(app, 'Used last').getByRole('button', { name: 'Amazon Redshift, used last' })).toBeVisible();
});

test('a group folds by mouse and by key, and stays folded', async ({ app }) => {
  const { page } = app;
  const heading = group(app, 'Store').getByRole('button', { name: 'Store' });
  await heading.click();
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('button', { name: 'Amazon Aurora', exact: true })).toHaveCount(0);
  await page.reload();
  await app.newDiagram();
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await page.getByLabel('Search services').press('ArrowDown');
  await page.keyboard.press('End');
  for (let i = 0; i < 40 && (await page.locator(':focus').textContent()) !== 'Store'; i++) {
    await page.keyboard.press('ArrowUp');
  }
  await expect(heading).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Amazon Aurora', exact: true })).toBeVisible();
});

test('what is dragged looks as large as what will stand on the canvas', async ({ app }) => {
  const { page } = app;
  await app.dropTile('Amazon Redshift', 200, 120);
  for (const key of ['-', '-']) await page.keyboard.press(key);
  await app.dropTile('AWS Lambda', 320, 220);
  const [card, preview] = await Promise.all([
    app.resource('lambda').boundingBox(),
    page.locator('#drag-preview').boundingBox(),
  ]);
  expect(preview?.width).toBeCloseTo(card?.width ?? 0, 0);
  expect(preview?.height).toBeCloseTo(card?.height ?? 0, 0);
  await expect(page.locator('#drag-preview')).toContainText('lambda');
});

test('a name with mistyped letters is found', async ({ app }) => {
  await app.page.getByLabel('Search services').fill('kinsis');
  await expect(palette(app).getByRole('button', { name: 'Amazon Kinesis Data Streams', exact: true })).toBeVisible();
});
