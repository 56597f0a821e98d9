import { getDocumentProxy } from 'unpdf';
import { expect, sampleText, test } from './app.ts';

test('the diagram is printed on one page in the direction that it has, and nothing of the window', async ({ app }) => {
  const { page } = app;
  await app.openText('sample.parapet', sampleText('clickstream-iot'));
  await expect(app.canvas).toBeVisible();
  await page.evaluate(() => {
    window.print = () => {}; // the system's dialog, which nobody here can answer
  });
  await page.keyboard.press('Control+p');
  const sheet = page.locator('.print-sheet img');
  await expect(sheet).toBeAttached();
  await expect(sheet).toBeHidden();
  // What the dialog would get; it ends the printing too.
  const paper = await getDocumentProxy(
    new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })),
  );
  expect(paper.numPages).toBe(1);
  const first = await paper.getPage(1);
  const { width, height } = first.getViewport({ scale: 1 });
  expect(width).toBeGreaterThan(height);
  const words = (await first.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ');
  expect(words).not.toContain('Services');
  const { fnArray } = await first.getOperatorList();
  expect(fnArray.length).toBeGreaterThan(500); // lines and letters, no picture of a window
  await expect(sheet).toHaveCount(0);
});

test('a picture of the selection goes to the clipboard', async ({ app, context }) => {
  const { page } = app;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.openText('sample.parapet', sampleText('clickstream-iot'));
  const copied = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
      return picture.width * picture.height;
    });
  const copy = async () => {
    await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Copy as picture' }).click();
  };
  await copy();
  await expect(page.getByText('Copied a picture of the diagram')).toBeVisible();
  const whole = await copied();
  await page.locator('.react-flow__node-resource').first().click();
  await copy();
  await expect(page.getByText('Copied a picture of the selection')).toBeVisible();
  expect(await copied()).toBeLessThan(whole / 2);
});
