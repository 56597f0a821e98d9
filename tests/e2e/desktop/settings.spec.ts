import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addStream, choose, documentName, expect, test, unsaved } from './app.ts';

test('what is set holds in every window and at the next start; native windows follow the theme', async ({
  desktop,
}) => {
  const file = path.join(desktop.userData, 'settings.json');
  const { app, page } = await desktop.start(desktop.diagram('a.parapet', 'Saved by itself'));
  await expect(documentName(page)).toContainText('Saved by itself');
  const opened = app.waitForEvent('window');
  await choose(app, 'newWindow');
  const other = await opened;
  await other.locator('main[data-ready=true]').waitFor();

  await choose(app, 'settings');
  const dialog = other.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await dialog.getByRole('switch', { name: 'Save by itself' }).check({ force: true });
  for (const each of [page, other]) {
    await expect(each.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  }
  // The windows show it at once, and tell the system afterwards.
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');

  await addStream(page);
  await expect(unsaved(page)).toBeHidden();
  expect(JSON.parse(readFileSync(path.join(desktop.folder, 'a.parapet'), 'utf8')).resources).toHaveLength(2);
  await expect.poll(() => existsSync(file) && JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ theme: 'dark' });
  await app.close();

  const next = await desktop.start();
  await expect(next.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await next.app.close();
  writeFileSync(file, '{"theme":');
  const last = await desktop.start();
  await expect(last.page.getByText('Your settings were damaged. They are kept as settings-damaged.json')).toBeVisible();
  await expect(last.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
});
