import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
// Declares window.parapet for what the specs evaluate in the page.
import type {} from '../../../renderer/bridge/host.ts';

export { expect } from '@playwright/test';

/** The folder of the app under test; another one is given to test a package. */
export const APP = process.env.PARAPET_APP ?? path.resolve(import.meta.dirname, '../../..');

/** One started app. */
export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** A person's machine: a folder for files, the app's own folder, and the app as often as it is started. */
export interface Desktop {
  readonly folder: string;
  readonly userData: string;
  /** Writes a diagram with one stream into the folder; the answer is its path. */
  diagram(fileName: string, name: string, streamName?: string): string;
  start(...args: readonly string[]): Promise<Started>;
}

const STREAM_ID = '3f1c9a52-7a0e-4d57-8a44-2f4f6c1f0b01';

const diagramText = (name: string, streamName: string): string =>
  JSON.stringify({
    format: 'parapet',
    version: 1,
    name,
    resources: [{ id: STREAM_ID, service: 'kinesis-data-streams', name: streamName, position: { x: 40, y: 40 } }],
  });

/** Electron does not start as root with its sandbox. */
export const rootArgs: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export const test = base.extend<{ desktop: Desktop; appFolder: string }>({
  appFolder: [APP, { option: true }],
  desktop: async ({ appFolder }, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'parapet-desktop-'));
    const userData = path.join(folder, 'user-data');
    const running: ElectronApplication[] = [];
    await use({
      folder,
      userData,
      diagram(fileName, name, streamName = 'clicks') {
        const file = path.join(folder, fileName);
        writeFileSync(file, diagramText(name, streamName));
        return file;
      },
      async start(...args) {
        const app = await _electron.launch({
          args: [...rootArgs, appFolder, `--user-data-dir=${userData}`, ...args],
          cwd: appFolder,
        });
        running.push(app);
        const page = await app.firstWindow();
        // The first window may still show about:blank, in Electron too.
        await page.locator('main[data-ready=true]').waitFor();
        return { app, page };
      },
    });
    for (const app of running) {
      await answerClose(app, "Don't save").catch(() => {});
      await app.close().catch(() => {});
    }
    rmSync(folder, { recursive: true, force: true });
  },
});

/** The next "open" dialogs are answered with this file, or cancelled. */
export const answerOpen = (app: ElectronApplication, file: string | null): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, file);

/** The next "save" dialogs are answered with this file, or cancelled. */
export const answerSave = (app: ElectronApplication, file: string | null): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
  }, file);

const CLOSE_ANSWERS = ['Save', "Don't save", 'Cancel'] as const;

/** The question of a closing window is answered so; how often it was asked is counted from 0. */
export const answerClose = (app: ElectronApplication, answer: (typeof CLOSE_ANSWERS)[number]): Promise<void> =>
  app.evaluate(({ dialog }, response) => {
    const counter = globalThis as { closeQuestions?: number };
    counter.closeQuestions = 0;
    dialog.showMessageBox = async () => {
      counter.closeQuestions = (counter.closeQuestions ?? 0) + 1;
      return { response, checkboxChecked: false };
    };
  }, CLOSE_ANSWERS.indexOf(answer));

/** How often the question was asked since it was last given an answer. */
export const closeQuestions = (app: ElectronApplication): Promise<number> =>
  app.evaluate(() => (globalThis as { closeQuestions?: number }).closeQuestions ?? 0);

/** Chooses an item of the native menu by its command's id. */
export const choose = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`the menu has no ${wanted}`);
    item.click();
  }, id);

/** Drops files on the middle of the window, as a hand does: real events with real files. */
export async function dropFiles(app: ElectronApplication, page: Page, ...files: readonly string[]): Promise<void> {
  const known = Object.fromEntries(files.map((file) => [path.basename(file), file]));
  await app.evaluate(({ webContents }, names) => {
    // The stand-in alone has to be told where files are.
    for (const each of webContents.getAllWebContents()) (each as { _knowFiles?(n: object): void })._knowFiles?.(names);
  }, known);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await session.detach();
}

/** Tells the window to close, as its close button does. */
export const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

/** What a person sees of the open diagram. */
export const documentName = (page: Page) => page.getByTestId('document-name');
export const unsaved = (page: Page) => page.getByTestId('unsaved');

/** Leaves the start page for a new, empty diagram. */
export async function newDiagram({ app, page }: Started): Promise<void> {
  await choose(app, 'new');
  await page.getByRole('button', { name: 'Amazon Kinesis Data Streams' }).first().waitFor();
}

/** Adds a stream with the keyboard: an edit that a person would make. */
export async function addStream(page: Page): Promise<void> {
  const item = page.getByRole('button', { name: 'Amazon Kinesis Data Streams' }).first();
  await item.focus();
  await item.press('Enter');
  await unsaved(page).waitFor();
}
