import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { APP, choose, expect, test } from './app.ts';

const packageJson = JSON.parse(readFileSync(path.join(APP, 'package.json'), 'utf8'));

/** The next questions for the newest release are answered so; `null` is no network. */
const answerGithub = (app: ElectronApplication, answer: object | null): Promise<void> =>
  app.evaluate(({ session }, given) => {
    const seen = globalThis as { asked?: string[] };
    seen.asked = [];
    session.fromPartition('updates').fetch = async (url) => {
      seen.asked?.push(String(url));
      if (given === null) throw new Error('net::ERR_INTERNET_DISCONNECTED');
      return Response.json(given);
    };
  }, answer);
const asked = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);

test.describe('an app that was made as a release', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parapet-release-'));
  const homepage = 'https://github.com/somebody/parapet';
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...packageJson, homepage }));
  symlinkSync(path.join(APP, 'out'), path.join(folder, 'out'), 'junction');
  test.use({ appFolder: folder });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('tells of a newer one when it is asked to, and opens its page after a yes', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    await answerGithub(app, { tag_name: 'v99.1.0' });
    await choose(app, 'checkForUpdates');
    const dialog = page.getByRole('dialog', { name: 'Check for updates' });
    await expect(dialog.getByRole('status')).toContainText('Parapet 99.1.0 is there');
    expect(await asked(app)).toEqual(['https://api.github.com/repos/somebody/parapet/releases/latest']);
    await app.evaluate(({ dialog: native, shell }) => {
      const seen = globalThis as { opened?: string };
      shell.openExternal = async (url) => {
        seen.opened = url;
      };
      native.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    });
    await dialog.getByRole('button', { name: 'Open its page…' }).click();
    await expect
      .poll(() => app.evaluate(() => (globalThis as { opened?: string }).opened))
      .toBe(`${homepage}/releases/tag/v99.1.0`);
  });

  test('asks by itself only when the person turned that on, and then once a week', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    await answerGithub(app, { tag_name: 'v99.1.0' });
    const startAnew = async () => {
      await page.reload();
      await page.locator('main[data-ready=true]').waitFor();
    };
    await startAnew();
    expect(await asked(app)).toEqual([]);
    await choose(app, 'settings');
    await page.getByRole('switch', { name: 'Look for a newer version once a week' }).click();
    await page.getByRole('button', { name: 'Close dialog' }).click();
    expect(await asked(app)).toEqual([]);
    await startAnew();
    await expect(page.getByText('Parapet 99.1.0 is there.')).toBeVisible();
    await startAnew();
    expect(await asked(app)).toHaveLength(1);
  });

  test('says in plain words that there is no network', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    await answerGithub(app, null);
    await choose(app, 'checkForUpdates');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('GitHub could not be reached');
  });
});

test('a copy that is no release asks nobody, and says where to look', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  await answerGithub(app, { tag_name: 'v99.1.0' });
  await choose(app, 'checkForUpdates');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Look where you got it from');
  expect(await asked(app)).toEqual([]);
});
