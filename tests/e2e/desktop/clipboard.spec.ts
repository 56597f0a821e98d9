import { choose, expect, newDiagram, test } from './app.ts';

test('what was copied is pasted into another diagram by the page’s menus, by the native menu and by its key', async ({
  desktop,
}) => {
  const file = desktop.diagram('source.parapet', 'Source');
  const { app, page } = await desktop.start(file);
  const canvas = page.getByRole('region', { name: 'Canvas' });
  const streams = canvas.locator('.react-flow__node-resource');
  await streams.first().click();
  await page.keyboard.press('Control+c');
  await choose(app, 'new');
  await newDiagram({ app, page });
  await expect(streams).toHaveCount(0);

  await canvas.click({ button: 'right', position: { x: 200, y: 150 } });
  await page.getByRole('menuitem', { name: 'Paste' }).click();
  await expect(streams).toHaveCount(1);
  await page.keyboard.press('Control+v');
  await expect(streams).toHaveCount(2);
  // What the role of the native menu's item does.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
  await expect(streams).toHaveCount(3);

  // The page itself may not read it.
  const read = page.evaluate(() => navigator.clipboard.readText());
  await expect(read).rejects.toThrow();
});
