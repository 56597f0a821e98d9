import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import {
  APP,
  addStream,
  answerClose,
  answerOpen,
  choose,
  closeQuestions,
  documentName,
  dropFiles,
  expect,
  rootArgs,
  type Started,
  test,
  unsaved,
} from './app.ts';

/** The window that opens while `action` runs. */
async function windowAfter(app: ElectronApplication, action: () => Promise<unknown>): Promise<Page> {
  const opened = app.waitForEvent('window');
  await action();
  const page = await opened;
  await page.locator('main[data-ready=true]').waitFor();
  return page;
}

const newWindow = ({ app }: Pick<Started, 'app'>): Promise<Page> => windowAfter(app, () => choose(app, 'newWindow'));

async function bringToFront(app: ElectronApplication, page: Page): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate((each) => each.focus());
}

const isInFront = async (app: ElectronApplication, page: Page): Promise<boolean> =>
  (await app.browserWindow(page)).evaluate((each) => each.isFocused());

async function openHere(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await bringToFront(app, page);
  await answerOpen(app, file);
  await choose(app, 'open');
}

test('each window has a document, a menu state and unsaved work of its own', async ({ desktop }) => {
  const kept = path.join(desktop.userData, 'recovery');
  const { app, page: first } = await desktop.start(desktop.diagram('a.parapet', 'First'));
  await expect(documentName(first)).toContainText('First');
  const boundsOf = async (page: Page) => (await app.browserWindow(page)).evaluate((each) => each.getNormalBounds());
  const second = await newWindow({ app });
  const [a, b] = [await boundsOf(first), await boundsOf(second)];
  expect([b.x - a.x, b.y - a.y]).toEqual([32, 32]);

  await openHere(app, second, desktop.diagram('b.parapet', 'Second'));
  await expect(documentName(second)).toContainText('Second');
  await expect(documentName(first)).toContainText('First');
  await addStream(second);
  await expect(unsaved(first)).toBeHidden();
  const canUndo = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('undo')?.enabled);
  await expect.poll(canUndo).toBe(true);
  await bringToFront(app, first);
  await expect.poll(canUndo).toBe(false);
  // The unsaved work of one window is not offered to another one.
  await expect.poll(() => existsSync(kept) && readdirSync(kept).length).toBe(1);
  const third = await newWindow({ app });
  await expect(third.getByRole('heading', { name: 'Recovered work' })).toHaveCount(0);
});

test('a file from the system goes to the window that has it, to one that has nothing, else to a new one', async ({
  desktop,
}) => {
  const { app, page: first } = await desktop.start();
  const electron: string = createRequire(import.meta.url)('electron');
  const startAgain = (...files: readonly string[]) =>
    spawn(electron, [...rootArgs, APP, `--user-data-dir=${desktop.userData}`, ...files], { stdio: 'ignore' });
  const files = [desktop.diagram('a.parapet', 'First'), desktop.diagram('b.parapet', 'Second')];
  const second = await windowAfter(app, async () => void startAgain(...files));
  await expect(documentName(first)).toContainText('First');
  await expect(documentName(second)).toContainText('Second');
  startAgain(files[0] ?? '');
  await expect.poll(() => isInFront(app, first)).toBe(true);
  expect(app.windows()).toHaveLength(2);
});

test('a file that another window has open is asked about, and what one window saves the other one notices', async ({
  desktop,
}) => {
  const file = desktop.diagram('a.parapet', 'Shared');
  const { app, page: first } = await desktop.start(file);
  await expect(documentName(first)).toContainText('Shared');
  const second = await newWindow({ app });
  await openHere(app, second, file);
  const question = second.getByRole('dialog', { name: '“a.parapet” is also open in another window' });
  await question.getByRole('button', { name: 'Go to that window' }).click();
  await expect.poll(() => isInFront(app, first)).toBe(true);
  await expect(documentName(second)).toHaveCount(0);

  await openHere(app, second, file);
  await question.getByRole('button', { name: 'Open it here too' }).click();
  await addStream(second);
  await choose(app, 'save');
  await expect(unsaved(second)).toBeHidden();
  await bringToFront(app, first);
  const told = first.getByRole('dialog', { name: '“a.parapet” has changed on disk' });
  await told.getByRole('button', { name: 'Reload' }).click();
  await expect(unsaved(first)).toBeHidden();
  expect(JSON.parse(readFileSync(file, 'utf8')).resources).toHaveLength(2);
});

test('files that are dropped open, each in a window of its own; what is no diagram is refused in words', async ({
  desktop,
}) => {
  const { app, page: first } = await desktop.start();
  const files = [desktop.diagram('a.parapet', 'First'), desktop.diagram('b.parapet', 'Second')];
  const second = await windowAfter(app, () => dropFiles(app, first, ...files));
  await expect(documentName(first)).toContainText('First');
  await expect(documentName(second)).toContainText('Second');
  await dropFiles(app, second, desktop.folder);
  const question = second.getByRole('dialog', { name: 'could not be opened' });
  await expect(question).toContainText('It is a folder');
  await question.getByRole('button', { name: 'Close', exact: true }).click();
  await dropFiles(app, second, path.join(APP, 'package.json'));
  await expect(question).toContainText('Only diagrams (.parapet) and pictures');
});

test('quitting asks window after window; a cancel keeps the rest, and after answers to all the app ends', async ({
  desktop,
}) => {
  const file = desktop.diagram('a.parapet', 'First');
  const { app, page: first } = await desktop.start(file);
  await addStream(first);
  const clean = await newWindow({ app });
  const third = await newWindow({ app });
  await openHere(app, third, desktop.diagram('c.parapet', 'Third'));
  await addStream(third);
  const quit = () => app.evaluate(({ app: electron }) => setImmediate(() => electron.quit()));
  await answerClose(app, 'Cancel');
  await quit();
  await expect.poll(() => closeQuestions(app)).toBe(1);
  await third.waitForTimeout(200);
  expect(await closeQuestions(app)).toBe(1);
  expect(app.windows()).toEqual([first, clean, third]);

  await answerClose(app, 'Save');
  const ended = app.waitForEvent('close');
  await quit();
  await ended;
  expect(JSON.parse(readFileSync(file, 'utf8')).resources).toHaveLength(2);
});
