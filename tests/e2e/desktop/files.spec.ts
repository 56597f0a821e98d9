import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  APP,
  addStream,
  answerClose,
  answerOpen,
  answerSave,
  choose,
  closeQuestions,
  closeWindow,
  documentName,
  expect,
  newDiagram,
  test,
  unsaved,
} from './app.ts';

const resourcesIn = (file: string): number => JSON.parse(readFileSync(file, 'utf8')).resources.length;
const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => path.join(one.parentPath, one.name))
    : [];

test('a diagram is opened, edited and saved, and what the file held is kept', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  await expect(page.locator('main')).toHaveAttribute('data-host', 'desktop');
  const file = desktop.diagram('a.parapet', 'From disk');
  const before = readFileSync(file, 'utf8');
  await answerOpen(app, file);
  await choose(app, 'open');
  await expect(documentName(page)).toContainText('From disk');
  await expect(unsaved(page)).toBeHidden();
  await addStream(page);
  await choose(app, 'save');
  await expect(unsaved(page)).toBeHidden();
  expect(resourcesIn(file)).toBe(2);
  const [backup = ''] = filesIn(path.join(desktop.userData, 'backups'));
  expect(readFileSync(backup, 'utf8')).toBe(before);
});

test('an earlier version is looked at and restored', async ({ desktop }) => {
  const file = desktop.diagram('a.parapet', 'Versions');
  const { app, page } = await desktop.start(file);
  await expect(documentName(page)).toContainText('Versions');
  await addStream(page);
  await choose(app, 'save');
  await expect(unsaved(page)).toBeHidden();
  await choose(app, 'versions');
  const dialog = page.getByRole('dialog', { name: 'Earlier versions of a.parapet' });
  await expect(dialog.getByRole('radio')).toHaveCount(1);
  await expect(dialog).toContainText(/\d+ gaps/);
  await expect(dialog.getByRole('region')).toContainText('Only in the diagram now (1)');
  await dialog.getByRole('button', { name: 'Restore this version' }).click();
  await expect(unsaved(page)).toBeVisible();
  await choose(app, 'save');
  await expect(unsaved(page)).toBeHidden();
  expect(resourcesIn(file)).toBe(1);
});

test('a file that was changed outside is not overwritten', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  const file = desktop.diagram('a.parapet', 'Mine');
  await answerOpen(app, file);
  await choose(app, 'open');
  await expect(documentName(page)).toContainText('Mine');
  await addStream(page);
  const theirs = readFileSync(file, 'utf8').replace('Mine', 'Theirs').replaceAll('clicks', 'their clicks');
  writeFileSync(file, theirs);
  await choose(app, 'save');
  const question = page.getByRole('dialog', { name: '“a.parapet” was changed by someone else' });
  await expect(question.getByRole('region', { name: 'From yours to the file on disk' })).toContainText('their clicks');
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(readFileSync(file, 'utf8')).toBe(theirs);
  await expect(unsaved(page)).toBeVisible();
});

test('unsaved work is kept on the disk, and dropped when it is saved', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  await newDiagram({ app, page });
  const kept = () => filesIn(path.join(desktop.userData, 'recovery')).length;
  await addStream(page);
  await expect.poll(kept).toBe(1);
  const file = path.join(desktop.folder, 'new.parapet');
  await answerSave(app, file);
  await choose(app, 'saveAs');
  await expect(unsaved(page)).toBeHidden();
  expect(resourcesIn(file)).toBe(1);
  await expect.poll(kept).toBe(0);
});

test('work that a killed app had not saved is handed to the next start', async ({ desktop }) => {
  const file = desktop.diagram('a.parapet', 'Killed');
  const first = await desktop.start(file);
  await expect(documentName(first.page)).toContainText('Killed');
  await addStream(first.page);
  await expect.poll(() => filesIn(path.join(desktop.userData, 'recovery')).length).toBe(1);
  const ended = first.app.waitForEvent('close');
  first.app.process().kill('SIGKILL');
  await ended;
  const { app, page } = await desktop.start();
  await page.getByRole('button', { name: 'Compare unsaved work of Killed with its file' }).click();
  const question = page.getByRole('dialog', { name: 'Unsaved work of “a.parapet”' });
  await expect(question).toContainText('Only in the unsaved work (1)');
  await question.getByRole('button', { name: 'Restore the work' }).click();
  await expect(documentName(page)).toContainText('Killed');
  await expect(unsaved(page)).toBeVisible();
  await choose(app, 'save');
  await expect(unsaved(page)).toBeHidden();
  expect(resourcesIn(file)).toBe(2);
});

test('a file named on the command line is opened', async ({ desktop }) => {
  const { page } = await desktop.start(desktop.diagram('arg.parapet', 'By argument'));
  await expect(documentName(page)).toContainText('By argument');
});

test('cancelling the question of a closing window keeps the window and the work', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  await newDiagram({ app, page });
  await addStream(page);
  await answerClose(app, 'Cancel');
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isDocumentEdited()))
    .toBe(true);
  await closeWindow(app);
  await expect.poll(() => closeQuestions(app)).toBe(1);
  expect(app.windows()).toHaveLength(1);
  await expect(unsaved(page)).toBeVisible();
});

test('not saving closes the window and drops the unsaved work', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  await newDiagram({ app, page });
  await addStream(page);
  await expect.poll(() => filesIn(path.join(desktop.userData, 'recovery')).length).toBe(1);
  await answerClose(app, "Don't save");
  const closed = app.waitForEvent('close');
  await closeWindow(app);
  await closed;
  expect(filesIn(path.join(desktop.userData, 'recovery'))).toEqual([]);
  expect(existsSync(path.join(desktop.userData, 'window.json'))).toBe(true);
});

test('saving from the question of a closing window saves, then closes', async ({ desktop }) => {
  const file = desktop.diagram('a.parapet', 'To save');
  const { app, page } = await desktop.start(file);
  await expect(documentName(page)).toContainText('To save');
  await addStream(page);
  await answerClose(app, 'Save');
  const closed = app.waitForEvent('close');
  await closeWindow(app);
  await closed;
  expect(resourcesIn(file)).toBe(2);
});

test('a change from outside is told when the window gets the focus back', async ({ desktop }) => {
  const file = desktop.diagram('a.parapet', 'Watched');
  const { app, page } = await desktop.start(file);
  await expect(documentName(page)).toContainText('Watched');
  const focus = () => app.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('focus'));
  const text = readFileSync(file, 'utf8');
  // Other bytes alone are nothing to ask about.
  writeFileSync(file, `${text}\n`);
  await focus();
  writeFileSync(file, text.replace('Watched', 'Changed').replaceAll('clicks', 'their clicks'));
  await focus();
  const question = page.getByRole('dialog', { name: '“a.parapet” has changed on disk' });
  await expect(question.getByRole('region')).toContainText('their clicks');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await question.getByRole('button', { name: 'Reload' }).click();
  await expect(documentName(page)).toContainText('Changed');
  await expect(unsaved(page)).toBeHidden();
});

test('an own catalog is read from its folder at every start, with the changes made there', async ({ desktop }) => {
  const own = path.join(desktop.folder, 'acme');
  cpSync(path.join(APP, 'docs/own-catalog-example'), own, { recursive: true });
  const first = await desktop.start();
  await newDiagram(first);
  await answerOpen(first.app, own);
  await choose(first.app, 'ownCatalog');
  await first.page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(first.page.getByRole('dialog')).toContainText('Folder acme');
  await first.page.keyboard.press('Escape');
  await expect(first.page.getByRole('button', { name: 'Feature store', exact: true })).toBeVisible();
  await first.app.close();
  rmSync(path.join(own, 'services/feature-store.json'));
  const second = await desktop.start();
  await expect(second.page.getByText('has problems and is not used')).toBeVisible();
  await choose(second.app, 'ownCatalog');
  await expect(second.page.getByRole('dialog')).toContainText('unknown service "feature-store"');
});
