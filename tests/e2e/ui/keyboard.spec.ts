import { type App, expect, readPicked, sampleText, test } from './app.ts';

/** What has the focus. */
const focused = ({ page }: App) => page.locator(':focus');

/** Presses a key so often until the focus is where it is wanted, as a person does. */
async function tabTo(app: App, matches: (text: string) => boolean, key = 'Tab', most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    const text = await app.page.evaluate(() => {
      const { activeElement: at } = document;
      return at === document.body ? '' : (at?.getAttribute('aria-label') ?? at?.textContent ?? '');
    });
    if (matches(text)) return;
    await app.page.keyboard.press(key);
  }
  throw new Error(`${most} presses of ${key} did not lead there`);
}

const keys = async ({ page }: App, ...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};

async function addService(app: App, search: string): Promise<void> {
  await keys(app, '/');
  await app.page.keyboard.type(search);
  await keys(app, 'Enter');
}

test('a whole session without a mouse: from the start page to a saved file that is opened again', async ({ app }) => {
  test.setTimeout(120_000);
  const { page } = app;
  await test.step('begin', async () => {
    await keys(app, 'Tab');
    await tabTo(app, (text) => text.includes('New diagram'));
    await keys(app, 'Enter');
    await expect(app.canvas).toBeVisible();
  });

  await test.step('add and connect', async () => {
    await addService(app, 'Kinesis Data Streams');
    await addService(app, 'lambda');
    await addService(app, 'Simple Storage Service');
    await addService(app, 'vpc');
    await expect(app.boundary('VPC')).toBeVisible();
    await keys(app, 'F6'); // out of the search
    await keys(app, 'o');
    await expect(page.getByRole('tree').locator(':focus')).toBeVisible();
    await page.keyboard.type('kin');
    await keys(app, 'Enter');
    await expect(app.resource('kinesis-data-streams')).toBeFocused();
    for (const [target, flow] of [
      ['lambda', 'kinesis-data-streams → lambda'],
      ['s3', 'kinesis-data-streams → s3'],
    ] as const) {
      await keys(app, 'c');
      await expect(page.getByRole('dialog', { name: /Connect kinesis/ })).toBeVisible();
      await page.keyboard.type(target);
      await keys(app, 'Enter');
      await expect(app.flow(flow)).toBeFocused();
      await keys(app, 'Alt+ArrowLeft'); // to its source
      await expect(app.resource('kinesis-data-streams')).toBeFocused();
    }
  });

  await test.step('walk along the flows and beside them', async () => {
    await keys(app, 'Alt+ArrowRight');
    await expect(focused(app)).toHaveAttribute('aria-label', /^(lambda|s3),/);
    const isLambda = (await focused(app).getAttribute('aria-label'))?.startsWith('lambda');
    await keys(app, isLambda ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
    await expect(focused(app)).toHaveAttribute('aria-label', isLambda ? /^s3,/ : /^lambda,/);
    await keys(app, 'Alt+ArrowLeft');
    await expect(app.resource('kinesis-data-streams')).toBeFocused();
    await keys(app, 'Alt+PageDown');
    await expect(focused(app)).toHaveAttribute('aria-label', /^Flow kinesis-data-streams →/);
    await keys(app, 'Alt+ArrowLeft');
    await expect(app.resource('kinesis-data-streams')).toBeFocused();
  });

  const stream = app.resource('kinesis-data-streams');
  const badge = app.badge(stream);
  await test.step('answer a question, and come back to the canvas', async () => {
    const before = await badge.textContent();
    await keys(app, 'Enter');
    await tabTo(app, (text) => text.includes('Settings'), 'ArrowLeft');
    await keys(app, 'Enter');
    const question = page.getByLabel('Server-side encryption');
    await expect(question).toBeVisible();
    for (let i = 0; i < 40 && !(await question.evaluate((each) => each === document.activeElement)); i++)
      await keys(app, 'Tab');
    await keys(app, 'ArrowDown', 'ArrowDown');
    await expect(badge).not.toHaveText(before ?? '');
    await keys(app, 'Escape');
    await expect(stream).toBeFocused();
    const answered = await badge.textContent();
    await keys(app, 'Control+z');
    await expect(badge).toHaveText(before ?? '');
    await keys(app, 'Control+Shift+z');
    await expect(badge).toHaveText(answered ?? '');
  });

  await test.step('accept a risk', async () => {
    await keys(app, 'Enter');
    await tabTo(app, (text) => text.includes('Controls'), 'ArrowRight');
    await tabTo(app, (text) => /^Accept/.test(text));
    await keys(app, 'Enter');
    await expect(page.getByRole('dialog', { name: 'Accept this finding' })).toBeVisible();
    await page.keyboard.type('A test stream without real data');
    await tabTo(app, (text) => /^Accept$/.test(text));
    await keys(app, 'Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keys(app, 'Escape');
  });

  await test.step('into a boundary and out, its size, several at once, a note', async () => {
    await stream.focus();
    await keys(app, 'b');
    await page.keyboard.type('vpc');
    await keys(app, 'Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText(/in VPC/).first()).toBeVisible();
    await keys(app, 'Control+z');
    await app.boundary('VPC').focus();
    await keys(app, 'Enter');
    const width = (await app.boundary('VPC').boundingBox())?.width ?? 0;
    await keys(app, 'Control+Shift+ArrowRight');
    await expect.poll(async () => (await app.boundary('VPC').boundingBox())?.width ?? 0).toBeGreaterThan(width);
    await keys(app, 'Control+z');
    await app.resource('lambda').focus();
    await keys(app, 'Enter');
    await app.resource('s3').focus();
    await keys(app, 'Shift+Space');
    await expect(page.getByText('2 elements selected')).toBeVisible();
    await keys(app, 'Control+k');
    await page.keyboard.type('align left');
    await keys(app, 'Enter');
    const left = async (name: string) => Math.round((await app.resource(name).boundingBox())?.x ?? 0);
    await expect.poll(async () => (await left('lambda')) - (await left('s3'))).toBe(0);
    await stream.focus();
    await keys(app, 't');
    await page.keyboard.type('Owner: data platform');
    await keys(app, 'Control+Enter');
    await expect(app.canvas.getByText('Owner: data platform')).toBeVisible();
  });

  await test.step('tidy', async () => {
    const before = await stream.boundingBox();
    await keys(app, 'l');
    await expect(page.getByRole('button', { name: /^Undo Tidy/ })).toBeVisible();
    expect(before).not.toBeNull();
  });

  await test.step('export', async () => {
    await keys(app, 'Control+e');
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    await tabTo(app, (text) => /^Export…/.test(text));
    await keys(app, 'Enter');
    await expect(page.getByRole('alert').last()).toContainText('Exported');
  });

  await test.step('save, begin another, open it again', async () => {
    await keys(app, 'Control+s');
    await expect(page.getByTestId('unsaved')).toHaveCount(0);
    const name = await page.evaluate(() => String((window as unknown as Record<string, unknown>).saved));
    const text = await readPicked(page, name);
    expect(text).toContain('A test stream without real data');
    const shown = await badge.textContent();
    await keys(app, 'Control+n');
    await expect(stream).toHaveCount(0);
    await app.openText('again.parapet', text);
    await expect(badge).toHaveText(shown ?? '');
    await expect(app.flow('kinesis-data-streams → lambda')).toHaveCount(1);
    await expect(app.canvas.getByText('Owner: data platform')).toBeVisible();
  });
});

test('the canvas is one stop of Tab, and F6 leads through the parts of the window', async ({ app }) => {
  const { page } = app;
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  await app.resource('clickstream').click();
  await keys(app, 'Tab');
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeFocused();
  await keys(app, 'Shift+Tab');
  await expect(app.resource('clickstream')).toBeFocused();
  const parts = [];
  for (let i = 0; i < 6; i++) {
    parts.push(
      await focused(app).evaluate((each) =>
        [...document.querySelectorAll('[data-part]')].indexOf(each.closest('[data-part]') as Element),
      ),
    );
    await keys(app, 'F6');
  }
  expect([...parts].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  await expect(app.resource('clickstream')).toBeFocused();
});

test('an element that is deleted by key leaves the focus on the canvas', async ({ app }) => {
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  await app.resource('clickstream').click();
  await keys(app, 'Delete');
  await expect(app.canvas).toBeFocused();
  await keys(app, 'Alt+PageDown');
  await expect(focused(app)).toHaveAttribute('aria-label', /^media-analytics-prod/);
});

test('the focus stays where one is: after Escape, in menus, dialogs and panels, and on what was added', async ({
  app,
}) => {
  const { page } = app;
  const menu = (name: string) => page.getByRole('menubar').getByRole('menuitem', { name, exact: true });
  const selected = app.canvas.locator('.react-flow__node.selected');
  await test.step('from the start page onto the canvas', async () => {
    await page.getByRole('button', { name: 'Clickstream from set-top boxes' }).focus();
    await keys(app, 'Enter');
    await expect(app.canvas.locator(':focus').or(page.locator('[data-canvas]:focus'))).toHaveCount(1);
  });

  await test.step('Escape selects nothing, and leaves a presentation', async () => {
    const stream = app.resource('clickstream');
    await stream.focus();
    await keys(app, 'Escape');
    await expect(selected).toHaveCount(0);
    await keys(app, 'Control+a', 'Escape');
    await expect(selected).toHaveCount(0);
    await expect(stream).toBeFocused();
    await keys(app, 'Space', 'p');
    await expect(menu('File')).toHaveCount(0);
    await keys(app, 'Escape');
    await expect(menu('File')).toBeVisible();
    await expect(stream).toBeFocused();
  });

  await test.step('F10 leads to the menus, and Escape out of one that the arrow keys led to', async () => {
    await keys(app, 'F10');
    await expect(menu('File')).toBeFocused();
    await keys(app, 'ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'New diagram' })).toBeFocused();
    await keys(app, 'ArrowRight');
    await expect(page.getByRole('menuitem', { name: 'Select all' })).toBeVisible();
    await keys(app, 'Escape');
    await expect(menu('Edit')).toBeFocused();
  });

  await test.step('a dialog that the command palette opens leads back to where that was opened', async () => {
    await app.resource('warehouse').focus();
    await keys(app, 'Control+k');
    await page.keyboard.type('about parapet');
    await keys(app, 'Enter');
    await expect(page.getByRole('dialog', { name: 'About Parapet' })).toBeVisible();
    await keys(app, 'Escape');
    await expect(app.resource('warehouse')).toBeFocused();
  });

  await test.step('a panel that folds leaves the focus on the canvas', async () => {
    await page.getByLabel('Search findings').focus();
    await keys(app, 'Control+j');
    await expect(app.canvas.locator(':focus')).toHaveCount(1);
    await keys(app, 'Control+j');
  });

  await test.step('what was added has the focus: commands mean what one hears', async () => {
    await app.resource('clickstream').focus();
    await keys(app, 'c');
    await page.keyboard.type('emr');
    await page.getByRole('option', { name: 'New: EMR Spark' }).click();
    await expect(app.resource('emr')).toBeFocused();
    await keys(app, 'Control+d');
    await expect(app.resource('emr')).not.toBeFocused();
    await expect(selected).toBeFocused();
  });

  await test.step('a finding that was accepted leaves its place to the next one', async () => {
    const rows = page.getByRole('grid', { name: 'Findings' }).locator('tbody tr[data-index]');
    const third = (await rows.nth(2).textContent()) ?? '';
    await rows.nth(1).focus();
    await keys(app, 'Shift+F10');
    await page.getByRole('menuitem', { name: 'Accept risk…' }).press('Enter');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Justification' })).toBeFocused();
    await page.keyboard.type('A test.');
    await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).press('Enter');
    await expect(rows.nth(1)).toHaveText(third);
    await expect(rows.nth(1)).toBeFocused();
  });
});
