import { truncateSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import type { Host } from '../../../shared/ipc/contract.ts';

// The browser's host by itself, in a real Chromium and without the app's UI.
const ENTRY = path.resolve(import.meta.dirname, '../../../renderer/bridge/webHost.ts');

declare global {
  interface Window {
    underTest: Host;
    told: string[];
  }
}

let script = '';

test.beforeAll(async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: ENTRY, formats: ['es'], fileName: 'host' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !('output' in bundle)) throw new Error('the bridge was not built');
  script = bundle.output[0].code;
});

async function openPage(page: Page): Promise<void> {
  await page.route('**/host-under-test.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await page.route('**/blank.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>x</title>' }),
  );
  await page.goto('/blank.html');
  await page.evaluate(async () => {
    const address = '/host-under-test.js';
    window.underTest = (await import(address)).createWebHost();
  });
}

/** Files are in the browser's own file system, in place of those that a person would pick. */
async function withFileAccess(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const folder = () => navigator.storage.getDirectory();
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await folder()).getFileHandle(suggestedName, { create: true }),
      showOpenFilePicker: async () => {
        const handle = await (await folder()).getFileHandle('doc.parapet').catch(() => null);
        if (handle === null) throw new DOMException('nothing chosen', 'AbortError');
        return [handle];
      },
    });
  });
}

async function withoutFileAccess(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) Reflect.deleteProperty(window, name);
  });
}

const writeOutside = (page: Page, text: string) =>
  page.evaluate(async (content) => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('doc.parapet');
    const stream = await handle.createWritable();
    await stream.write(content);
    await stream.close();
  }, text);

const save = (page: Page, id: string, text: string, overwrite = false) =>
  page.evaluate((input) => window.underTest.call('file:save', input), { id, text, overwrite });

const openRecent = (page: Page, id: string) =>
  page.evaluate((recent) => window.underTest.call('file:openRecent', recent), id);

const listRecent = (page: Page) => page.evaluate(() => window.underTest.call('recent:list'));

const WINDOW_STATE = {
  title: 'T',
  dirty: false,
  waiting: false,
  busy: false,
  fileId: null,
  empty: true,
  undoLabel: null,
  redoLabel: null,
  enabled: [],
};

const start = (page: Page) => page.evaluate(() => window.underTest.call('app:start'));

async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser');
  const result = page.evaluate(() => window.underTest.call('file:open'));
  await (await chooser).setFiles(file);
  return result;
}

test('a file is saved in place, not over a change from outside, and opened again from the recent ones', async ({
  page,
}) => {
  await withFileAccess(page);
  await openPage(page);
  expect(await page.evaluate(() => window.underTest.call('file:open'))).toEqual({ state: 'cancelled' });
  const first = await page.evaluate(() => window.underTest.call('file:saveAs', { suggestedName: 'doc', text: 'one' }));
  if (first.state !== 'saved') throw new Error(first.state);
  const { id } = first.file;
  expect(await save(page, id, 'two')).toEqual({ state: 'saved', name: 'doc.parapet' });
  await page.evaluate(() => {
    window.told = [];
    window.underTest.on('file:changedOutside', ({ kind }) => window.told.push(kind));
  });
  await writeOutside(page, 'theirs');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect.poll(() => page.evaluate(() => window.told)).toEqual(['changed']);
  expect(await save(page, id, 'three')).toEqual({ state: 'conflict' });
  expect(await save(page, id, 'three', true)).toMatchObject({ state: 'saved' });

  await openPage(page);
  const [recent, ...others] = await listRecent(page);
  expect(others).toEqual([]);
  expect(await openRecent(page, recent?.id ?? '')).toMatchObject({ file: { name: 'doc.parapet', text: 'three' } });
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('doc.parapet'));
  expect(await openRecent(page, recent?.id ?? '')).toMatchObject({ state: 'failed', reason: 'notFound' });
  await page.evaluate(() => window.underTest.call('recent:clear'));
  expect(await listRecent(page)).toEqual([]);
});

test('without file access a file comes by the file field and goes by a download', async ({ page }) => {
  await withoutFileAccess(page);
  await openPage(page);
  const opened = await choose(page, { name: 'a.parapet', mimeType: '', buffer: Buffer.from('{}') });
  if (opened.state !== 'opened') throw new Error(opened.state);
  expect(opened.file).toMatchObject({ name: 'a.parapet', text: '{}', location: null });
  const download = page.waitForEvent('download');
  expect(await save(page, opened.file.id, 'new')).toEqual({ state: 'saved', name: 'a.parapet' });
  expect(await readFile(await (await download).path(), 'utf8')).toBe('new');
});

test('a file that is too large or not text is refused with the reason', async ({ page }, testInfo) => {
  await withoutFileAccess(page);
  await openPage(page);
  const large = testInfo.outputPath('large.parapet');
  writeFileSync(large, '');
  truncateSync(large, 200 * 1024 * 1024);
  expect(await choose(page, large)).toMatchObject({ state: 'failed', reason: 'tooLarge', name: 'large.parapet' });
  const picture = { name: 'b.parapet', mimeType: '', buffer: Buffer.from([255, 254, 0]) };
  expect(await choose(page, picture)).toMatchObject({ state: 'failed', reason: 'notText' });
});

test('unsaved work is offered after the page went, but not to another page while it is open', async ({
  page,
  context,
}) => {
  const documentId = '7b8b6f0e-6b0a-4a53-9d2c-0f6f6f1d9a01';
  await openPage(page);
  const kept = await page.evaluate(
    (id) => window.underTest.call('recovery:put', { documentId: id, name: 'Draft', fileId: null, text: '{}' }),
    documentId,
  );
  expect(kept).toBe(true);
  const other = await context.newPage();
  await openPage(other);
  expect((await start(other)).recoveries).toEqual([]);
  await page.close();
  await expect
    .poll(async () => (await start(other)).recoveries)
    .toMatchObject([{ documentId, name: 'Draft', file: null }]);
  await other.evaluate((id) => window.underTest.call('recovery:drop', id), documentId);
  expect((await start(other)).recoveries).toEqual([]);
});

test('a file says whether another page has it open', async ({ page, context }) => {
  await withFileAccess(page);
  await openPage(page);
  const first = await page.evaluate(() => window.underTest.call('file:saveAs', { suggestedName: 'doc', text: '{}' }));
  if (first.state !== 'saved') throw new Error(first.state);
  const showsFile = (fileId: string | null) =>
    page.evaluate((state) => window.underTest.call('window:state', state), { ...WINDOW_STATE, fileId });
  const other = await context.newPage();
  await withFileAccess(other);
  await openPage(other);
  const isElsewhere = () =>
    other.evaluate(async () => {
      const result = await window.underTest.call('file:open');
      return result.state === 'opened' && result.file.elsewhere;
    });
  expect(await isElsewhere()).toBe(false);
  await showsFile(first.file.id);
  await expect.poll(isElsewhere).toBe(true);
  await showsFile(null);
  await expect.poll(isElsewhere).toBe(false);
});

test('leaving the page asks while there are unsaved changes or texts that wait in their fields', async ({ page }) => {
  await openPage(page);
  const tell = (change: { readonly dirty?: boolean; readonly waiting?: boolean }) =>
    page.evaluate((state) => window.underTest.call('window:state', state), { ...WINDOW_STATE, ...change });
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.mouse.click(10, 10); // a browser asks only on a page that was used
  for (const loss of [{ dirty: true }, { waiting: true }]) {
    await tell(loss);
    await page.reload();
    await openPage(page);
    await page.mouse.click(10, 10);
  }
  expect(asked).toEqual(['beforeunload', 'beforeunload']);
  await tell({ dirty: false, waiting: false });
  await page.reload();
  expect(asked).toHaveLength(2);
});
