import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type App, expect, test, writeFolder } from './app.ts';

const EXAMPLE = path.resolve(import.meta.dirname, '../../../docs/own-catalog-example');

const example = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(EXAMPLE).flatMap((folder) =>
      readdirSync(path.join(EXAMPLE, folder)).map((name) => [
        `${folder}/${name}`,
        readFileSync(path.join(EXAMPLE, folder, name), 'utf8'),
      ]),
    ),
  );

const dialog = ({ page }: App) => page.getByRole('dialog', { name: 'Own catalog' });

async function openDialog(app: App): Promise<void> {
  await app.page.getByRole('menuitem', { name: 'File', exact: true }).click();
  await app.page.getByRole('menuitem', { name: 'Own catalog…' }).click();
  await expect(dialog(app)).toBeVisible();
}

async function choose(app: App, name: string, files: Readonly<Record<string, string>>): Promise<void> {
  await openDialog(app);
  await writeFolder(app.page, name, files);
  await dialog(app).getByRole('button', { name: 'Choose a folder…' }).click();
}

test('a folder of one\u2019s own adds a service, judges by its severities, and is there after a reload', async ({
  app,
}) => {
  const { page } = app;
  await app.newDiagram();
  await app.dropTile('Amazon Kinesis Data Streams', 200, 150);
  await choose(app, 'acme', example());
  await expect(dialog(app)).toContainText('Folder acme, 4 files.');
  await expect(dialog(app)).toContainText(
    'kinesis-data-streams.encrypt-at-rest is critical: Our streams carry personal data.',
  );
  const axe = await new AxeBuilder({ page }).analyze();
  expect(axe.violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Feature store', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('Critical');
  await page.reload();
  await app.newDiagram();
  await app.dropTile('Feature store', 200, 150);
  await openDialog(app);
  await dialog(app).getByRole('button', { name: 'Stop using it' }).press('Enter');
  await expect(dialog(app)).toContainText('None is in use.');
  await expect(dialog(app).getByRole('button', { name: 'Choose a folder…' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Feature store', exact: true })).toHaveCount(0);
  await expect(app.canvas).toContainText('unknown service');
});

test('a folder with a mistake is not used, and every problem is said with file, path and value', async ({ app }) => {
  await app.newDiagram();
  const overrides = [{ control: 's3.versioning', severity: 'urgent', reason: 'x' }];
  await choose(app, 'wrong', {
    ...example(),
    'overrides/bad.json': JSON.stringify({ overrides }),
    'names/x.json': '{ "names"',
  });
  await expect(dialog(app).getByRole('alert')).toContainText('It is not used');
  await expect(dialog(app)).not.toContainText('read the folder again');
  await expect(dialog(app)).toContainText('names/x.json');
  await expect(app.page.getByRole('button', { name: 'Feature store', exact: true })).toHaveCount(0);
  await writeFolder(app.page, 'wrong2', { 'overrides/bad.json': JSON.stringify({ overrides }) });
  await dialog(app).getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(dialog(app)).toContainText('overrides/bad.json overrides.0.severity');
  await expect(dialog(app)).toContainText('it is "urgent"');
});

test('in a browser an empty or wrong folder does not take the place of a good one', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  await choose(app, 'acme', example());
  await expect(dialog(app)).toContainText('Folder acme, 4 files.');
  for (const [name, files, problem] of [
    ['empty', {}, 'has no JSON file'],
    ['half', { 'names/x.json': '{ "names"' }, 'names/x.json'],
    ['pictures', { 'pictures/x.json': '{}' }, 'no catalog has a folder of this name'],
  ] as const) {
    await writeFolder(page, name, files);
    await dialog(app).getByRole('button', { name: 'Choose a folder…' }).click();
    await expect(dialog(app)).toContainText(problem);
    await expect(dialog(app)).toContainText('The catalog that was in use stays.');
    await expect(dialog(app)).toContainText(`The folder ${name} was not taken`);
    await expect(dialog(app)).toContainText('Folder acme, 4 files.');
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Feature store', exact: true })).toBeVisible();
  await page.reload();
  await app.newDiagram();
  await expect(page.getByRole('button', { name: 'Feature store', exact: true })).toBeVisible();
});

test('a folder picker that fails says so', async ({ app }) => {
  await app.newDiagram();
  await app.page.evaluate(() => {
    (window as unknown as Record<string, unknown>).showDirectoryPicker = () =>
      Promise.reject(new DOMException('Not allowed here.', 'SecurityError'));
  });
  await openDialog(app);
  await dialog(app).getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(app.page.getByRole('alert')).toContainText('The folder could not be read.');
  await expect(app.page.getByRole('alert')).toContainText('Not allowed here.');
});

test('another catalog leaves the view, the palette and the selection as they are', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  await app.dropTile('Amazon Kinesis Data Streams', 200, 150);
  await app.canvas.focus();
  await page.keyboard.press('Escape');
  await app.resource('kinesis-data-streams').focus();
  await page.keyboard.press('+');
  const viewport = page.locator('.react-flow__viewport');
  const style = await viewport.getAttribute('style');
  const tiles = page.getByRole('navigation', { name: 'Services and boundaries' }).locator('[data-tiles]');
  await tiles.evaluate((list) => {
    list.scrollTop = 120;
  });
  const node = await app.resource('kinesis-data-streams').elementHandle();
  await choose(app, 'acme', example());
  await expect(dialog(app)).toContainText('Folder acme, 4 files.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Feature store', exact: true })).toHaveCount(1);
  expect(await viewport.getAttribute('style')).toBe(style);
  expect(await tiles.evaluate((list) => list.scrollTop)).toBe(120);
  expect(await node?.evaluate((element) => element.isConnected)).toBe(true);
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('Critical');
});
