import { writeFileSync } from 'node:fs';
import { type App, expect, readPicked, sampleText, test } from './app.ts';

const NAME = 'mine.parapet';
const diagram = (name: string, more = ''): string => `{"format":"parapet","version":1,"name":"${name}"${more}}`;

const documentName = (app: App) => app.page.getByTestId('document-name');
const unsaved = (app: App) => app.page.getByTestId('unsaved');
const dialog = (app: App) => app.page.getByRole('dialog');
const choose = (app: App, name: string) => dialog(app).getByRole('button', { name, exact: true }).click();

const addStream = async (app: App) => {
  await app.page.getByRole('button', { name: 'Amazon Kinesis Data Streams', exact: true }).press('Enter');
  await expect(unsaved(app)).toBeVisible();
};

const writeOutside = (app: App, name: string, text: string) =>
  app.page.evaluate(
    async ([file = '', content = '']) => {
      const stream = await (await (await navigator.storage.getDirectory()).getFileHandle(file)).createWritable();
      await stream.write(content);
      await stream.close();
    },
    [name, text],
  );

const openMine = async (app: App) => {
  await app.openText(NAME, diagram('Mine'));
  await expect(documentName(app)).toHaveText('Mine');
};

test('a sample opens as a copy without a file and with nothing unsaved', async ({ app }) => {
  await app.page.getByRole('button', { name: /^Clickstream from set-top boxes/ }).click();
  await expect(documentName(app)).toHaveText('Clickstream from set-top boxes');
  await expect(unsaved(app)).toHaveCount(0);
  await expect(app.page.getByTestId('save-state')).toHaveText('Not saved yet');
  await expect(app.page.getByTestId('status-counts')).toContainText('11 resources');
});

test('a new diagram is named, saved, marked saved, and found among the recent files', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  await documentName(app).click();
  await page.getByLabel('Diagram name').fill('Orders');
  await page.keyboard.press('Enter');
  await expect(documentName(app)).toHaveText('Orders');
  await addStream(app);
  await page.keyboard.press('Control+s');
  await expect(unsaved(app)).toHaveCount(0);
  await expect(page.getByTestId('save-state')).toHaveText('Saved');
  await expect(page.getByTestId('file-name')).toHaveText('Orders.parapet');
  expect(await page.title()).toBe('Orders – Parapet');
  await page.reload();
  await page.getByRole('button', { name: /^Orders\.parapet/ }).click();
  await expect(app.resource('kinesis-data-streams')).toBeVisible();
  await expect(unsaved(app)).toHaveCount(0);
});

test('unsaved changes are asked about before another document takes their place', async ({ app }) => {
  const { page } = app;
  await openMine(app);
  await addStream(app);
  expect(await page.title()).toBe('● Mine – Parapet');

  await page.getByRole('menuitem', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New diagram' }).click();
  await expect(dialog(app)).toContainText('Save the changes to “Mine”?');
  await choose(app, 'Cancel');
  await expect(app.resource('kinesis-data-streams')).toBeVisible();

  await app.openText('other.parapet', diagram('Other'));
  await choose(app, 'Save');
  await expect(documentName(app)).toHaveText('Other');
  expect(await readPicked(page, NAME)).toContain('kinesis-data-streams');

  await addStream(app);
  await app.openText(NAME, diagram('Mine again'));
  await choose(app, 'Don’t save');
  await expect(documentName(app)).toHaveText('Mine again');
  expect(await readPicked(page, 'other.parapet')).toBe(diagram('Other'));
});

const ID = '3f1c9a52-7a0e-4d57-8a44-2f4f6c1f0b01';
const BAD: Readonly<Record<string, readonly [text: string, says: RegExp]>> = {
  'that is not JSON': ['{\n  "format": "parapet",\n  oops\n}', /line 3/],
  'that is not a diagram': ['{"hello":"world"}', /not a Parapet diagram/],
  'of a newer version': ['{"format":"parapet","version":99}', /version 99.*newer Parapet/s],
  'with a flow that leads nowhere': [
    diagram('X', `,"resources":[{"id":"${ID}","service":"s3"}],"flows":[{"id":"f","from":"${ID}","to":"gone"}]`),
    /flows\[0\]\.to/,
  ],
  'with the same id twice': [
    diagram('X', `,"resources":[{"id":"${ID}","service":"s3"},{"id":"${ID}","service":"s3"}]`),
    /resources\[1\]\.id/,
  ],
  'with a name of 10,000 characters': [diagram('x'.repeat(10_000)), /name.*longer than 200 characters/s],
};

for (const [what, [text, says]] of Object.entries(BAD)) {
  test(`a file ${what} is refused with what and where, and the open diagram is untouched`, async ({ app }) => {
    await openMine(app);
    await addStream(app);
    await app.openText('bad.parapet', text);
    await expect(dialog(app)).toContainText('“bad.parapet” could not be opened');
    await expect(dialog(app)).toContainText(says);
    await choose(app, 'Close');
    await expect(documentName(app)).toHaveText('Mine');
    await expect(app.resource('kinesis-data-streams')).toBeVisible();
  });
}

test('markup in names is text', async ({ app }) => {
  const text = diagram('<script>bad()</script>', `,"resources":[{"id":"${ID}","service":"<b>","name":"<img src=x>"}]`);
  await app.openText('markup.parapet', text);
  await expect(documentName(app)).toHaveText('<script>bad()</script>');
  await expect(app.canvas.getByText('<img src=x>')).toBeVisible();
  expect(await app.saveAs()).toContain('"service": "<b>"');
});

test('a file that someone else changed is not overwritten, and reloading it can be undone', async ({ app }) => {
  const { page } = app;
  await openMine(app);
  await addStream(app);
  await writeOutside(app, NAME, diagram('Theirs'));
  await page.keyboard.press('Control+s');
  await expect(dialog(app)).toContainText('“mine.parapet” was changed by someone else');
  await choose(app, 'Cancel');
  expect(await readPicked(page, NAME)).toBe(diagram('Theirs'));
  await expect(unsaved(app)).toBeVisible();

  await page.keyboard.press('Control+s');
  await choose(app, 'Reload');
  await expect(documentName(app)).toHaveText('Theirs');
  await expect(unsaved(app)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo Reload mine.parapet' }).click();
  await expect(documentName(app)).toHaveText('Mine');
  await expect(app.resource('kinesis-data-streams')).toBeVisible();

  await page.keyboard.press('Control+s');
  await expect(unsaved(app)).toHaveCount(0);
  expect(await readPicked(page, NAME)).toContain('"Mine"');
});

test('a change from outside is told when the window comes back, and can be kept out', async ({ app }) => {
  const { page } = app;
  await openMine(app);
  await writeOutside(app, NAME, diagram('Theirs'));
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(dialog(app)).toContainText('“mine.parapet” has changed on disk');
  await choose(app, 'Keep mine');
  await expect(documentName(app)).toHaveText('Mine');
  await expect(unsaved(app)).toBeVisible();
});

test('a full disk is a message, and nothing is lost', async ({ app }) => {
  const { page } = app;
  await openMine(app);
  await addStream(app);
  await page.evaluate(() => {
    FileSystemFileHandle.prototype.createWritable = () =>
      Promise.reject(new DOMException('no room', 'QuotaExceededError'));
  });
  await page.keyboard.press('Control+s');
  await expect(dialog(app)).toContainText('“mine.parapet” was not saved');
  await expect(dialog(app)).toContainText('The disk is full.');
  await choose(app, 'Close');
  await expect(unsaved(app)).toBeVisible();
  await expect(app.resource('kinesis-data-streams')).toBeVisible();
});

test('unsaved work of a page that went is offered, and taken up again', async ({ app, context }) => {
  await app.openText(NAME, sampleText('emr-batch'));
  await expect(documentName(app)).toHaveText('Nightly EMR batch');
  await addStream(app);
  await app.page.waitForTimeout(2_000); // work is kept within 1.5 s
  await app.page.close();
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByText('Unsaved work of Nightly EMR batch')).toBeVisible();
  await page.getByRole('button', { name: 'Restore unsaved work of Nightly EMR batch' }).click();
  await expect(page.getByTestId('unsaved')).toBeVisible();
  await expect(page.getByTestId('status-counts')).toContainText('8 resources');
});

test('a name that is being typed is asked about on closing, and is kept', async ({ app }) => {
  const { page } = app;
  const asked: string[] = [];
  page.on('dialog', (question) => {
    asked.push(question.type());
    void question.accept();
  });
  await openMine(app);
  const name = page.getByRole('textbox', { name: 'Name of the diagram' });
  await name.click();
  await name.press('End');
  await name.pressSequentially(' and half of');
  await expect(unsaved(app)).toBeVisible();
  await page.waitForTimeout(2_000);
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await expect(page.getByText('Unsaved work of Mine and half of')).toBeVisible();
});

test('what is kept against a change from outside is kept for the case of a crash as well', async ({ app, context }) => {
  await openMine(app);
  await writeOutside(app, NAME, diagram('Theirs'));
  await app.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await choose(app, 'Keep mine');
  await expect(unsaved(app)).toBeVisible();
  await app.page.waitForTimeout(500);
  await app.page.close();
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByText('Unsaved work of Mine')).toBeVisible();
});

test('unsaved work can be discarded for good', async ({ app, context }) => {
  await openMine(app);
  await addStream(app);
  await app.page.waitForTimeout(2_000);
  await app.page.close();
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Discard unsaved work of Mine' }).click();
  await expect(page.getByText('Unsaved work of')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Samples' })).toBeVisible();
  await expect(page.getByText('Unsaved work of')).toHaveCount(0);
});

test('the annotated picture is exported', async ({ app }) => {
  const { page } = app;
  await app.openText(NAME, sampleText('emr-batch'));
  await expect(documentName(app)).toHaveText('Nightly EMR batch');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByRole('alert')).toContainText('Exported Nightly EMR batch.svg');
  const svg = await readPicked(page, 'Nightly EMR batch.svg');
  expect(svg).toMatch(/^<\?xml.*<svg /s);
  await expect(unsaved(app)).toHaveCount(0);
});

test('the start page leads back to what is open', async ({ app }) => {
  const { page } = app;
  await openMine(app);
  await addStream(app);
  await page.getByRole('menuitem', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Start page' }).click();
  await page.getByRole('button', { name: 'Back to Mine' }).click();
  await expect(app.resource('kinesis-data-streams')).toBeVisible();
  await expect(unsaved(app)).toBeVisible();
});

test('a file that is dragged over the window is announced, and opens when it is dropped', async ({ app }, testInfo) => {
  const { page } = app;
  const file = testInfo.outputPath('dropped.parapet');
  writeFileSync(file, diagram('Dropped'));
  const session = await page.context().newCDPSession(page);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop', ...files: readonly string[]) =>
    session.send('Input.dispatchDragEvent', {
      type,
      x: 500,
      y: 400,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    });
  await drag('dragEnter', file);
  await expect(async () => {
    await drag('dragOver', file); // as a hand goes on doing
    const hint = page.getByRole('status').filter({ hasText: 'Drop diagrams to open them' });
    await expect(hint).toBeVisible({ timeout: 500 });
  }).toPass();
  await drag('dragOver', file);
  await drag('drop', file);
  await expect(documentName(app)).toHaveText('Dropped');
  await expect(page.getByText('Drop diagrams to open them')).toHaveCount(0);
  await drag('dragEnter', file, file);
  await drag('dragOver', file, file);
  await drag('drop', file, file);
  await expect(dialog(app)).toContainText('one at a time');
});
