import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { runnerImport } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** The reports, made by the code as the command line and the app make them. */
const reports = runnerImport<typeof import('../../support/htmlReports.ts')>(
  path.join(ROOT, 'tests/support/htmlReports.ts'),
  { root: ROOT, configFile: false },
).then(({ module }) => module);

/** What a page that needs nothing else must never do. */
function watch(page: Page): readonly string[] {
  const seen: string[] = [];
  page.on('console', (message) => seen.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => seen.push(error.message));
  page.on('request', (request) => seen.push(request.url()));
  page.on('dialog', (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

async function openReport(page: Page, html: string): Promise<readonly string[]> {
  const seen = watch(page);
  await page.setContent(html);
  return seen;
}

const points = (page: Page) => page.locator('.point:visible');

test('a finding shows its element in the picture, and an element shows its findings', async ({ page }) => {
  const seen = await openReport(page, await (await reports).sampleReport('emr-batch'));
  const gap = page.locator('#gap-1');
  const anchor = await gap.getAttribute('data-element');
  await gap.getByRole('link', { name: /gap 1$/ }).click();
  await expect(gap).toHaveClass(/chosen/);
  await expect(page.locator(`[id="${anchor}"] .hit-frame, [id="pill-${anchor}"] .hit-frame`)).toHaveCount(1);
  await expect(page.locator('.hit-frame')).toBeInViewport();

  const all = await points(page).count();
  const element = page.locator('figure .resource[role=button]').first();
  await element.click();
  const own = await page.locator(`.point[data-element="${await element.getAttribute('id')}"]`).count();
  await expect(points(page)).toHaveCount(own);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(points(page)).toHaveCount(all);

  await element.press('Enter');
  await expect(points(page)).toHaveCount(own);
  expect(seen).toEqual([]);
});

test('severities and words filter, and headings without findings go', async ({ page }) => {
  await openReport(page, await (await reports).sampleReport('serverless-ingestion'));
  const critical = await page.locator('.point.critical').count();
  const all = await points(page).count();
  await page.getByRole('checkbox', { name: /^Critical/ }).uncheck();
  await expect(points(page)).toHaveCount(all - critical);
  await expect(page.getByRole('heading', { name: /^Critical/ })).toBeHidden();
  await page.getByRole('searchbox', { name: 'Text' }).fill('no such word anywhere');
  await expect(page.getByRole('status')).toHaveText(`Showing 0 of ${all}.`);
});

test('on paper everything is there, filtered or not', async ({ page }) => {
  await openReport(page, await (await reports).sampleReport('emr-batch'));
  const all = await points(page).count();
  await page.getByRole('searchbox', { name: 'Text' }).fill('no such word anywhere');
  await expect(points(page)).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(points(page)).toHaveCount(all);
  await expect(page.locator('.bar:visible')).toHaveCount(0);
});

test('names that try to be markup are words, and nothing runs', async ({ page }) => {
  const seen = await openReport(page, (await reports).hostileReport());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^<script>alert\(1\)<\/script>/);
  await expect(page.locator('img, script')).toHaveCount(1);
  await page.locator('.point .locate').last().click();
  expect(seen).toEqual([]);
});

test('the report has no barriers', async ({ page }) => {
  await openReport(page, await (await reports).sampleReport('clickstream-iot'));
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the report is whole, and numbers lead into the picture', async ({ page }) => {
    await page.setContent(await (await reports).sampleReport('emr-batch'));
    await expect(page.locator('#filter')).toBeHidden();
    await expect(page.locator('#gap-1')).toBeVisible();
    const target = await page.locator('#gap-1 .number').getAttribute('href');
    await expect(page.locator(`[id="${target?.slice(1)}"]`)).toHaveCount(1);
  });
});
