import { type App, centre, expect, test } from './app.ts';

const text = (app: App, start: string) => app.canvas.locator(`.react-flow__node-text[aria-label^="${start}"]`);

test('a note is written where one double-clicks, keeps its lines, and undo takes it back whole', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  await app.canvas.dblclick({ position: { x: 300, y: 150 } });
  const field = page.getByRole('textbox', { name: 'Note' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Reviewed in May');
  await page.keyboard.press('Enter');
  await page.keyboard.type('by the data team');
  await page.keyboard.press('Control+Enter');
  const note = text(app, 'Note: Reviewed in May');
  await expect(note).toBeFocused();
  await expect(note.locator('p')).toHaveText(['Reviewed in May', 'by the data team']);
  const box = await note.boundingBox();
  const frame = await app.canvas.boundingBox();
  expect(Math.abs((box?.x ?? 0) - (frame?.x ?? 0) - 300)).toBeLessThanOrEqual(8);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(app.canvas.locator('.react-flow__node-text')).toHaveCount(0);
});

test('T adds a note, F2 writes it again, Escape takes the words back; an empty one leaves no step', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  await app.canvas.click({ position: { x: 40, y: 40 } });
  await page.keyboard.press('t');
  await page.keyboard.press('Escape');
  await expect(app.canvas.locator('.react-flow__node-text')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('aria-disabled', 'true');

  await page.keyboard.press('t');
  await page.keyboard.type('first words');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('F2');
  await page.keyboard.type('other words');
  await page.keyboard.press('Escape');
  await expect(text(app, 'Note: first words')).toBeVisible();
});

test('a text moves into a boundary and with it, is resized, duplicated and deleted', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  await app.dropTile('VPC', 300, 240);
  await app.canvas.click({ position: { x: 20, y: 20 } });
  await page.getByRole('button', { name: 'Fit diagram' }).click();
  await app.canvas.dblclick({ position: { x: 60, y: 30 } });
  await page.keyboard.type('moved');
  await page.keyboard.press('Control+Enter');
  const note = text(app, 'Note: moved').first();
  const vpc = app.boundary('VPC');
  const middle = await centre(vpc);
  await app.dragMouse(await centre(note), middle);
  const before = await centre(note);
  const header = await centre(vpc.getByText('VPC').first());
  await app.dragMouse(header, { x: header.x + 48, y: header.y + 24 });
  expect(Math.round((await centre(note)).x - before.x)).toBeGreaterThan(30);

  await note.click();
  const size = async () => (await note.boundingBox())?.width ?? 0;
  const wide = await size();
  const corner = await centre(note.locator('.react-flow__resize-control.handle.right.bottom'));
  await app.dragMouse(corner, { x: corner.x - 60, y: corner.y });
  await expect.poll(size).toBeLessThan(wide - 20);
  await page.keyboard.press('Control+d');
  await expect(app.canvas.locator('.react-flow__node-text')).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(app.canvas.locator('.react-flow__node-text')).toHaveCount(1);
});

test('many lines stay in their box, and hovering or focusing shows them all', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  const lines = Array.from({ length: 200 }, (_, i) => `line ${i + 1}`).join('\n');
  const texts = [{ id: 't', style: 'note', text: lines, position: { x: 0, y: 0 } }];
  await app.openText('texts.parapet', JSON.stringify({ format: 'parapet', version: 1, name: 'Texts', texts }));
  const note = text(app, 'Note: line 1');
  const box = await note.boundingBox();
  const inner = note.locator('[data-cut="true"]');
  const height = async () => (await inner.boundingBox())?.height ?? 0;
  expect(await height()).toBeLessThanOrEqual((box?.height ?? 0) + 1);
  await note.hover();
  await expect.poll(height).toBeGreaterThan((box?.height ?? 0) * 2);
  await page.mouse.move(5, 5);
  await expect.poll(height).toBeLessThanOrEqual((box?.height ?? 0) + 1);
  await note.focus();
  await page.keyboard.press('Shift');
  await expect.poll(height).toBeGreaterThan((box?.height ?? 0) * 2);
  await inner.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(note.getByText('line 200')).toBeInViewport();
});

test('the browser breaks no line again that was measured for the picture', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  const words =
    'Personal data leave the raw zone masked, and nobody but the platform team reads the keys that unmask them.';
  const texts = [{ id: 't', style: 'note', text: words, position: { x: 0, y: 0 } }];
  await app.openText('texts.parapet', JSON.stringify({ format: 'parapet', version: 1, name: 'Texts', texts }));
  const shown = ((await text(app, 'Note: Personal').locator('p').textContent()) ?? '').split('\n');
  expect(shown.length).toBeGreaterThan(2);
  const height = await text(app, 'Note: Personal')
    .locator('p')
    .evaluate((element) => element.clientHeight);
  expect(height).toBe(shown.length * 18);
  expect(await page.locator('.react-flow__node-text p').evaluate((element) => element.scrollWidth)).toBeLessThan(241);
});
