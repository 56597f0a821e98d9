import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

const SAMPLES = path.resolve(import.meta.dirname, '../../../data/samples');

/** The text of a sample that ships. */
export const sampleText = (name: string): string => readFileSync(path.join(SAMPLES, `${name}.parapet`), 'utf8');

/** The text of a diagram of two streams, `clicks` and `orders`, that are not encrypted. */
export function twoStreams(): string {
  const stream = (id: string, x: number) => ({
    id,
    service: 'kinesis-data-streams',
    name: id,
    position: { x, y: 0 },
    answers: { serverSideEncryption: 'none' },
  });
  const resources = [stream('clicks', 0), stream('orders', 300)];
  return JSON.stringify({ format: 'parapet', version: 1, name: 'Two streams', resources });
}

/** The app in the browser host, as a person sees it. */
export interface App {
  readonly page: Page;
  readonly canvas: Locator;
  /** Starts on an empty diagram. */
  newDiagram(): Promise<void>;
  /** Opens a text as a file, through the browser's own file picker. */
  openText(name: string, text: string): Promise<void>;
  /** Saves under a new name; the text that was written. */
  saveAs(): Promise<string>;
  readonly resource: (name: string) => Locator;
  readonly boundary: (name: string) => Locator;
  readonly flow: (name: string) => Locator;
  readonly badge: (element: Locator) => Locator;
  /** Drags a palette tile onto the canvas, to a point given in pixels of the canvas. */
  dropTile(name: string, x: number, y: number): Promise<void>;
  /** Drags with the mouse in steps, as a hand does. */
  dragMouse(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void>;
}

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not visible');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Makes the file pickers of the page answer with files of its private file system: real handles, no native dialog. */
async function stubPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const handle = async (name: string) =>
      (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
    const global = window as unknown as Record<string, unknown>;
    global.pickNext = 'picked.parapet';
    global.showOpenFilePicker = async () => [await handle(String(global.pickNext))];
    global.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle(String(global.pickNext), { create: true });
    global.showSaveFilePicker = async (options: { suggestedName?: string }) => {
      global.saved = options.suggestedName ?? 'saved.parapet';
      return handle(String(global.saved));
    };
  });
}

const writePicked = (page: Page, name: string, text: string) =>
  page.evaluate(
    async ([file, content]) => {
      const root = await navigator.storage.getDirectory();
      const writable = await (await root.getFileHandle(file ?? '', { create: true })).createWritable();
      await writable.write(content ?? '');
      await writable.close();
      (window as unknown as Record<string, unknown>).pickNext = file;
    },
    [name, text],
  );

/** Puts a folder into the page's private file system (paths with one slash → texts), for the next folder picker. */
export const writeFolder = (page: Page, name: string, files: Readonly<Record<string, string>>) =>
  page.evaluate(
    async ([folder, contents]) => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
      for (const [place, text] of Object.entries(contents)) {
        const [inside = '', file = ''] = place.split('/');
        const directory = await root.getDirectoryHandle(inside, { create: true });
        const writable = await (await directory.getFileHandle(file, { create: true })).createWritable();
        await writable.write(text);
        await writable.close();
      }
      (window as unknown as Record<string, unknown>).pickNext = folder;
    },
    [name, files] as const,
  );

/** What a file of the page's private file system holds; nothing while it is not there, or is being replaced. */
export const readPicked = (page: Page, name: string) =>
  page.evaluate(async (file) => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle(file).catch(() => null);
    return handle ? (await handle.getFile()).text().catch(() => '') : '';
  }, name);

/** A tile by the full name of its service; the short one stands before it where it says something else. */
const tileName = (name: string) => new RegExp(`^(.+, )?${name.replaceAll(/[.()]/g, '\\$&')}$`);

export function appOn(page: Page): App {
  const canvas = page.getByRole('region', { name: 'Canvas' });
  const dragMouse: App['dragMouse'] = async (from, to) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
  };
  return {
    page,
    canvas,
    newDiagram: async () => {
      await page.getByRole('button', { name: 'New diagram' }).first().click();
      await expect(canvas).toBeVisible();
    },
    openText: async (name, text) => {
      await writePicked(page, name, text);
      await page.keyboard.press('Control+o');
    },
    saveAs: async () => {
      // A document without changes shows nothing while it is saved: only its file tells when that is done.
      await page.evaluate(() => {
        (window as unknown as Record<string, unknown>).saved = '';
      });
      await page.keyboard.press('Control+Shift+s');
      const written = async () => {
        const name = await page.evaluate(() => String((window as unknown as Record<string, unknown>).saved));
        return name === '' ? '' : readPicked(page, name);
      };
      await expect.poll(written).not.toBe('');
      await expect(page.getByTestId('unsaved')).toHaveCount(0);
      return written();
    },
    resource: (name) => canvas.locator(`.react-flow__node-resource[aria-label^="${name},"]`),
    boundary: (name) => canvas.locator(`.react-flow__node-boundary[aria-label^="${name},"]`),
    flow: (name) => canvas.locator(`.react-flow__edge[aria-label^="Flow ${name}:"]`),
    badge: (element) => element.getByTestId('badge'),
    dropTile: async (name, x, y) => {
      await page.getByRole('button', { name: tileName(name) }).dragTo(canvas, { targetPosition: { x, y } });
    },
    dragMouse,
  };
}

interface Fixtures {
  readonly app: App;
  readonly faults: readonly string[];
}

/** Every spec fails on a page error, a console error or a violation of the content security policy. */
export const test = base.extend<Fixtures>({
  faults: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    await use(faults);
    expect(faults).toEqual([]);
  },
  app: async ({ page, faults }, use) => {
    void faults;
    await stubPickers(page);
    await page.goto('/');
    await page.locator('main[data-ready="true"]').waitFor();
    await use(appOn(page));
  },
});

export { centre, expect };
