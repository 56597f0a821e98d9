import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readPdf } from '../../support/pdf.ts';
import { type App, expect, sampleText, test } from './app.ts';

const dialog = ({ page }: App) => page.getByRole('dialog', { name: 'Export' });
const NAME = 'Nightly EMR batch';

async function openExport(app: App): Promise<void> {
  await app.openText('batch.parapet', sampleText('emr-batch'));
  await app.page.getByRole('button', { name: 'Export' }).click();
  await expect(dialog(app)).toBeVisible();
}

async function submit(app: App, file: string): Promise<void> {
  await dialog(app).getByRole('button', { name: 'Export…' }).click();
  // A picture is drawn in a worker: on a busy machine that takes its time.
  await expect(app.page.getByRole('alert').last()).toContainText(`Exported ${file}`, { timeout: 40_000 });
  await expect(dialog(app)).toHaveCount(0);
}

/** The bytes that were written, each as one character. */
const written = (page: Page, name: string) =>
  page.evaluate(async (file) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle(file);
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  }, name);

/** Width and height in the header of a PNG. */
const sizeOf = (png: string) => [
  Buffer.from(png, 'latin1').readUInt32BE(16),
  Buffer.from(png, 'latin1').readUInt32BE(20),
];

test('the dialog is reached from the menu, can be used with the keyboard, and has no barriers', async ({ app }) => {
  await app.openText('batch.parapet', sampleText('emr-batch'));
  await app.page.getByRole('menuitem', { name: 'File', exact: true }).click();
  await app.page.getByRole('menuitem', { name: /^Export…/ }).click();
  await expect(dialog(app).getByLabel('Format')).toBeFocused();
  const axe = await new AxeBuilder({ page: app.page }).include('[role="dialog"]').analyze();
  expect(axe.violations.map(({ id }) => id)).toEqual([]);
  await app.page.keyboard.press('Escape');
  await expect(dialog(app)).toHaveCount(0);
});

test('theme, annotations and lists are as they were chosen, and are remembered', async ({ app }) => {
  await openExport(app);
  await dialog(app).getByRole('radio', { name: 'Dark' }).check();
  await dialog(app).getByRole('radio', { name: 'Only gaps' }).check();
  await dialog(app).getByLabel('Lists of gaps').uncheck();
  await submit(app, `${NAME}.svg`);
  const svg = await written(app.page, `${NAME}.svg`);
  expect(svg).toContain('#11161d');
  expect(svg).not.toContain('class="gap"');
  await app.page.getByRole('button', { name: 'Export' }).click();
  await expect(dialog(app).getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('a PDF has the paper chosen, the picture and the report', async ({ app }) => {
  await openExport(app);
  await dialog(app).getByLabel('Format').selectOption('PDF document (.pdf)');
  await dialog(app).getByRole('radio', { name: 'Letter' }).check();
  await submit(app, `${NAME}.pdf`);
  const { sizes, pages, info } = await readPdf(Buffer.from(await written(app.page, `${NAME}.pdf`), 'latin1'));
  expect(info.Title).toBe(NAME);
  expect(sizes.slice(0, 2)).toEqual([
    [792, 612],
    [612, 792],
  ]);
  expect(pages[1]).toContain('Gaps (');
});

test('a PDF has the picture over several sheets, and says why when they were too many', async ({ app }) => {
  await openExport(app);
  await dialog(app).getByLabel('Format').selectOption('PDF document (.pdf)');
  await dialog(app).getByLabel('Size of the picture').selectOption('2 sheets wide');
  await expect(dialog(app).getByText('Sheets have marks for cutting and gluing.')).toBeVisible();
  const axe = await new AxeBuilder({ page: app.page }).include('[role="dialog"]').analyze();
  expect(axe.violations.map(({ id }) => id)).toEqual([]);
  await submit(app, `${NAME}.pdf`);
  const { pages, outline } = await readPdf(Buffer.from(await written(app.page, `${NAME}.pdf`), 'latin1'));
  expect(outline[0]?.items.slice(0, 2).map(({ title }) => title)).toEqual(['Sheet A1', 'Sheet B1']);
  expect(pages[0]).toContain('Lay the next sheets on the circles of this one.');

  const far = (x: number) => ({ id: `at-${x}`, service: 's3', name: `at ${x}`, position: { x, y: x / 4 } });
  const wide = { format: 'parapet', version: 1, name: 'Wide', resources: [far(0), far(40_000)] };
  await app.openText('wide.parapet', JSON.stringify(wide));
  await app.page.getByRole('button', { name: 'Export' }).click();
  await dialog(app).getByLabel('Size of the picture').selectOption('Full size, on as many sheets as it takes');
  await dialog(app).getByRole('button', { name: 'Export…' }).click();
  await expect(app.page.getByText(/^The picture would take \d+ sheets; 100 are the most\.$/)).toBeVisible();
});

test('a PNG is drawn at the scale chosen, and opens as the diagram that it shows', async ({ app }) => {
  await openExport(app);
  await dialog(app).getByLabel('Format').selectOption('PNG picture (.png)');
  await submit(app, `${NAME}.png`);
  const [width = 0, height = 0] = sizeOf(await written(app.page, `${NAME}.png`));
  await app.page.getByRole('button', { name: 'Export' }).click();
  await dialog(app).getByRole('radio', { name: '1×' }).check();
  await submit(app, `${NAME}.png`);
  expect(sizeOf(await written(app.page, `${NAME}.png`))).toEqual([width / 2, height / 2]);
  await app.page.evaluate((name) => {
    (window as unknown as Record<string, unknown>).pickNext = name;
  }, `${NAME}.png`);
  await app.page.keyboard.press('ControlOrMeta+o');
  // The picture stays as it is: the diagram that came out of it has no file yet. Until it is open, the key saves the other.
  await expect(async () => {
    await app.page.keyboard.press('ControlOrMeta+s');
    expect(await app.page.evaluate(() => Reflect.get(window, 'saved'))).toBe(`${NAME}.parapet`);
  }).toPass({ intervals: [500], timeout: 20_000 });
});

test('a part goes without the diagram, and says how much of it is shown', async ({ app }) => {
  await openExport(app);
  await dialog(app).getByLabel('Part').selectOption({ index: 1 });
  await expect(dialog(app).getByLabel('Parapet can open the picture')).toBeDisabled();
  await submit(app, `${NAME}.svg`);
  expect(await written(app.page, `${NAME}.svg`)).not.toContain('<metadata');
});

for (const [format, extension, start] of [
  ['HTML report (.html)', 'html', '<!'],
  ['Markdown report (.md)', 'md', '# '],
  ['JSON report (.json)', 'json', '{'],
  ['CSV table (.csv)', 'csv', ''],
  ['SARIF log (.sarif)', 'sarif', '{'],
] as const) {
  test(`the ${format} is exported`, async ({ app }) => {
    await openExport(app);
    await dialog(app).getByLabel('Format').selectOption(format);
    await expect(dialog(app).getByText('Theme')).toHaveCount(0);
    await submit(app, `${NAME}.${extension}`);
    const text = await written(app.page, `${NAME}.${extension}`);
    expect(text.slice(0, start.length)).toBe(start);
    expect(text.length).toBeGreaterThan(500);
  });
}
