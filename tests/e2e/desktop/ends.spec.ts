import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { addStream, answerClose, documentName, expect, newDiagram, test, unsaved } from './app.ts';

const keptIn = (userData: string): number => {
  const folder = path.join(userData, 'recovery');
  return existsSync(folder) ? readdirSync(folder).length : 0;
};

const ENDS = {
  'Windows ends the session': (app: ElectronApplication) =>
    app.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('query-session-end')),
  'macOS or Linux shuts down': (app: ElectronApplication) =>
    app.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown')),
};

for (const [name, end] of Object.entries(ENDS)) {
  test(`${name}: unsaved work is kept at once`, async ({ desktop }) => {
    const { app, page } = await desktop.start();
    await newDiagram({ app, page });
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000); // so the usual wait before keeping never ends
    await addStream(page);
    expect(keptIn(desktop.userData)).toBe(0);
    await end(app);
    await expect.poll(() => keptIn(desktop.userData)).toBe(1);
  });
}

test('a page that crashes is loaded again and offers the work', async ({ desktop }) => {
  const file = desktop.diagram('a.parapet', 'Crashed');
  const { app, page } = await desktop.start(file);
  await expect(documentName(page)).toContainText('Crashed');
  await addStream(page);
  await expect.poll(() => keptIn(desktop.userData)).toBe(1);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  // Playwright gives a crashed page up, so main is asked what the new one shows.
  const shown = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript('document.body.innerText')
        .catch(() => ''),
    );
  await expect.poll(shown, { timeout: 30_000 }).toContain('Unsaved work');
  expect(keptIn(desktop.userData)).toBe(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isDocumentEdited())).toBe(false);
});

test('a graphics process that goes takes nothing with it', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  await newDiagram({ app, page });
  await addStream(page);
  await app.evaluate(({ app: electron }) => {
    electron.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 1 });
  });
  await expect(unsaved(page)).toBeVisible();
  expect(app.windows()).toHaveLength(1);
  await answerClose(app, "Don't save");
});
