import AxeBuilder from '@axe-core/playwright';
import { type App, centre, expect, test } from './app.ts';

const NOTE = `# Decision
See [the RFC](https://wiki.example/rfc) or https://plain.example/x.
Second line, **bold**.

- one

![a picture](https://spy.example/pixel.png)
[a trick](javascript:alert(1)) and [another](https://aws.com@evil.example/)

<img src="https://spy.example/other.png">`;

const diagram = (note: string) =>
  JSON.stringify({
    format: 'parapet',
    version: 1,
    name: 'Noted',
    boundaries: [{ id: 'vpc', kind: 'vpc', name: 'net', note: 'Of the **network** team' }],
    resources: [
      { id: 'a', service: 's3', name: 'raw', position: { x: 0, y: 300 }, note },
      { id: 'b', service: 'lambda', name: 'load', position: { x: 300, y: 300 } },
    ],
    flows: [{ id: 'f', from: 'a', to: 'b', note: 'Nightly, see *runbook*' }],
  });

const panel = ({ page }: App) => page.getByRole('complementary', { name: 'Inspector' });
const note = (app: App) => panel(app).getByRole('region', { name: 'Note' });

async function openNote(app: App, text: string): Promise<void> {
  await app.openText('noted.parapet', diagram(text));
  await app.resource('raw').click();
  await panel(app)
    .getByRole('tab', { name: /^Notes/ })
    .click();
}

/** A page outside opens only after its host was shown; to cancel opens none. */
async function openLink(app: App, words: string, host: string): Promise<void> {
  const question = app.page.getByRole('dialog', { name: `Open ${host}?` });
  const link = note(app).getByRole('link', { name: words });
  await link.click({ button: 'middle' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await link.click();
  await question.getByRole('button', { name: 'Open' }).click();
}

test('a note reads as Markdown, loads nothing, and says where its links lead', async ({ app }) => {
  const asked: string[] = [];
  app.page.on('request', (request) => asked.push(request.url()));
  await app.page.context().route('https://wiki.example/**', (route) => route.fulfill({ body: 'the RFC' }));
  await openNote(app, NOTE);
  await expect(note(app).getByRole('heading', { name: 'Decision' })).toBeVisible();
  await expect(note(app)).toContainText('the RFC (wiki.example)');
  await expect(note(app).getByRole('link')).toHaveText(['the RFC', 'https://plain.example/x']);
  await expect(note(app)).toContainText('[image: a picture]');
  await expect(note(app)).toContainText('<img src="https://spy.example/other.png">');
  expect(asked.filter((url) => url.includes('spy.example'))).toEqual([]);
  const [outside] = await Promise.all([
    app.page.context().waitForEvent('page'),
    openLink(app, 'the RFC', 'wiki.example'),
  ]);
  await outside.waitForURL('https://wiki.example/rfc');
  expect(await outside.evaluate(() => window.opener)).toBeNull();
  await outside.close();
  await expect(note(app)).toBeVisible();
  const { violations } = await new AxeBuilder({ page: app.page }).include('aside').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
});

test('a note is opened by a click or Enter, and reads again after Ctrl+Enter, Escape, or leaving it', async ({
  app,
}) => {
  await openNote(app, 'Plain');
  const edit = panel(app).getByRole('button', { name: 'Edit note' });
  const field = panel(app).getByRole('textbox', { name: 'Notes' });
  const words = await centre(note(app).getByText('Plain'));
  await app.page.mouse.click(words.x, words.y);
  await expect(field).toBeFocused();
  await field.fill('Now **bold**');
  await field.press('Control+Enter');
  await expect(note(app).locator('strong')).toHaveText('bold');
  await expect(edit).toBeFocused();
  await edit.press('Enter');
  await field.fill('Kept when left by Escape');
  await field.press('Escape');
  await expect(note(app)).toContainText('Kept when left by Escape');
  await edit.press('Enter');
  await field.fill('And by a click elsewhere');
  await app.resource('load').click();
  await app.resource('raw').click();
  await expect(note(app)).toContainText('And by a click elsewhere');
  await app.page.getByRole('button', { name: 'Undo Note on raw' }).click();
  await expect(note(app)).toContainText('Kept when left by Escape');
});

test('flows and boundaries have notes too', async ({ app }) => {
  await openNote(app, '');
  await app.flow('raw → load').focus();
  await app.page.keyboard.press('Enter');
  await panel(app)
    .getByRole('tab', { name: /^Notes/ })
    .click();
  await expect(note(app).locator('em')).toHaveText('runbook');
  await app.boundary('net').focus();
  await app.page.keyboard.press('Enter');
  await expect(note(app).locator('strong')).toHaveText('network');
});

test('a note of nothing but marks is shown as typed, and the window goes on', async ({ app }) => {
  await openNote(app, '>'.repeat(10_000));
  await expect(note(app)).toContainText('>>>>>');
  await app.resource('load').click();
  await expect(panel(app).getByRole('textbox', { name: 'Name' })).toHaveValue('load');
});

test('notes of several elements: mixed while they differ, one note for all as one step, read together', async ({
  app,
}) => {
  await openNote(app, 'Of the lake team');
  await app.canvas.press('Control+a');
  const field = panel(app).getByRole('textbox', { name: 'Notes' });
  await expect(field).toHaveAttribute('placeholder', 'Mixed');
  await expect(field).toHaveAccessibleDescription(/^Mixed: the elements have different notes/);
  await field.fill('See **RFC 7**');
  await field.press('Control+Enter');
  await expect(note(app).locator('strong')).toHaveText('RFC 7');
  expect((await app.saveAs()).match(/See \*\*RFC 7/g)).toHaveLength(4);
  await app.page.getByRole('button', { name: 'Undo Note on 4 elements' }).click();
  await expect(field).toHaveAttribute('placeholder', 'Mixed');
});

test('what is too long for a note is not pasted, says so, and leaves the note as it was', async ({ app }) => {
  const { page } = app;
  await openNote(app, '');
  const field = panel(app).getByRole('textbox', { name: 'Notes' });
  await field.fill('Kept');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('x'.repeat(1_000_000)));
  await field.press('Control+v');
  await expect(page.getByRole('alert')).toContainText(
    'Nothing was pasted: 1,000,004 characters, and at most 10,000 can be kept here.',
  );
  await expect(field).toHaveValue('Kept');
});
