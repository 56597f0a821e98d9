import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

const samples = ['Clickstream from set-top boxes', 'Firehose into Redshift', 'Nightly EMR batch'];

test('samples and templates show their pictures, in both themes', async ({ app }) => {
  const { page } = app;
  const pictures = page.getByRole('region', { name: /Samples|Templates/ }).locator('img');
  await expect(pictures).toHaveCount(7);
  const drawn = () =>
    pictures.evaluateAll((all) => all.every((each) => each instanceof HTMLImageElement && each.naturalWidth > 300));
  await expect.poll(drawn).toBe(true);
  const light = await pictures.first().getAttribute('src');
  await page.getByRole('button', { name: 'Switch light and dark' }).click();
  await expect.poll(() => pictures.first().getAttribute('src')).not.toBe(light);
  await expect.poll(drawn).toBe(true);
  await page.mouse.move(300, 100); // the tooltip of the button is no part of the page
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('the start page is walked by keyboard, and Enter opens a template without answers', async ({ app }) => {
  const { page } = app;
  const walked: string[] = [];
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab');
    walked.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
  }
  for (const name of ['New diagram', 'Open…', 'Streaming ingest', ...samples]) {
    expect(walked.some((each) => each.startsWith(name))).toBe(true);
  }
  await page.getByRole('button', { name: 'Streaming ingest' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.resource('events')).toBeVisible();
  await expect(app.flow('events → process-events')).toHaveCount(1);
  const text = await app.saveAs();
  const { resources, flows } = JSON.parse(text) as Record<string, readonly { readonly answers?: object }[]>;
  for (const each of [...(resources ?? []), ...(flows ?? [])]) expect(Object.keys(each.answers ?? {})).toEqual([]);
});

test('an empty canvas says how to begin in three steps, lets the pointer through, and stops at the first element', async ({
  app,
}) => {
  const { page } = app;
  await app.newDiagram();
  const steps = page.getByRole('list', { name: 'First steps' }).getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await app.dropTile('Amazon Simple Storage Service', 300, 200);
  await expect(steps).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(steps).toHaveCount(3);
});
