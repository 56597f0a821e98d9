import { type App, appOn, expect, sampleText, test } from './app.ts';

const PART = {
  format: 'parapet',
  version: 1,
  boundaries: [{ id: 'v', kind: 'vpc', name: 'net', position: { x: 0, y: 0 }, size: { width: 480, height: 320 } }],
  resources: [
    { id: 'a', service: 'kinesis-data-streams', name: 'in', inside: 'v', position: { x: 32, y: 64 } },
    { id: 'b', service: 'lambda', name: 'work', inside: 'v', position: { x: 272, y: 64 } },
  ],
  flows: [{ id: 'f', from: 'a', to: 'b', answers: {} }],
};

/** Puts a text on the clipboard. */
const setClipboard = ({ page }: App, text: string) =>
  page.evaluate((words) => navigator.clipboard.writeText(words), text);
const clipboard = ({ page }: App) => page.evaluate(() => navigator.clipboard.readText());

interface Saved {
  readonly boundaries: readonly { readonly id: string; readonly name: string; readonly inside: string | null }[];
  readonly resources: readonly { readonly id: string; readonly name: string; readonly inside: string | null }[];
  readonly flows: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly suppressions: readonly unknown[];
}
const saved = async (app: App): Promise<Saved> => JSON.parse(await app.saveAs()) as Saved;

test.beforeEach(async ({ app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.newDiagram();
});

test('copied elements are pasted into another window, with the flows among them', async ({ app, context }) => {
  await app.openText('part.parapet', JSON.stringify(PART));
  await app.resource('in').click();
  await app.page.keyboard.press('Control+a');
  await app.page.keyboard.press('Control+c');

  const page = await context.newPage();
  await page.goto('/');
  await page.locator('main[data-ready="true"]').waitFor();
  const other = appOn(page);
  await other.newDiagram();
  const box = await other.canvas.boundingBox();
  if (!box) throw new Error('not visible');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.press('Control+v');
  await expect(other.resource('in')).toBeVisible();
  await expect(other.flow('in → work')).toHaveCount(1);
  // Where the pointer is: the middle of all.
  const net = await other.boundary('net').boundingBox();
  expect(Math.abs((net?.x ?? 0) + (net?.width ?? 0) / 2 - box.x - box.width / 2)).toBeLessThan(10);
  await page.keyboard.press('Control+z');
  await expect(other.resource('in')).toHaveCount(0);
  await page.close();
});

test('what was copied is JSON that opens as a file', async ({ app }) => {
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  await app.resource('warehouse').click();
  await app.page.keyboard.press('Control+c');
  const text = await clipboard(app);
  const file = JSON.parse(text) as Saved & { readonly format: string };
  expect(file.format).toBe('parapet');
  expect(file.resources.map(({ name, inside }) => [name, inside])).toEqual([['warehouse', null]]);
  expect(file.flows).toEqual([]);
  expect(file.suppressions).toEqual([]);
  await app.openText('excerpt.parapet', text);
  await expect(app.resource('warehouse')).toBeVisible();
  await expect(app.page.getByTestId('status-counts')).toContainText('1 resource ');
});

test('without the pointer on the canvas a copy stands beside the original, each further one a step on', async ({
  app,
}) => {
  const { page } = app;
  await app.openText('part.parapet', JSON.stringify(PART));
  await app.resource('in').click();
  await page.mouse.move(5, 5);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(app.resource('in copy')).toBeVisible();
  await page.keyboard.press('Control+v');
  await expect(app.resource('in copy 2')).toBeVisible();
  const x = async (name: string) => (await app.resource(name).boundingBox())?.x ?? 0;
  const [first, second, third] = [await x('in'), await x('in copy'), await x('in copy 2')];
  expect(second - first).toBeGreaterThan(8);
  expect(third - second).toBeCloseTo(second - first, 0);
  // Beside the original is inside the same boundary, and what was not copied is not connected.
  const file = await saved(app);
  expect(file.resources.map(({ inside }) => inside)).toEqual(['v', 'v', 'v', 'v']);
  expect(file.flows).toHaveLength(1);
});

test('a paste onto a boundary goes into it, but for a boundary that may not stand there', async ({ app }) => {
  const { page } = app;
  await app.openText('part.parapet', JSON.stringify(PART));
  await setClipboard(
    app,
    JSON.stringify({ format: 'parapet', version: 1, resources: [{ id: 'x', service: 's3', name: 'lake' }] }),
  );
  const net = await app.boundary('net').boundingBox();
  if (!net) throw new Error('not visible');
  await page.mouse.move(net.x + net.width / 2, net.y + net.height * 0.8);
  await page.keyboard.press('Control+v');
  await expect(app.resource('lake')).toBeVisible();
  expect((await saved(app)).resources.find(({ name }) => name === 'lake')?.inside).toBe('v');
  await setClipboard(
    app,
    JSON.stringify({ format: 'parapet', version: 1, boundaries: [{ id: 'x', kind: 'account', name: 'outer' }] }),
  );
  await page.keyboard.press('Control+v');
  await expect(app.boundary('outer')).toBeVisible();
  expect((await saved(app)).boundaries.map(({ name, inside }) => [name, inside])).toEqual([
    ['net', null],
    ['outer', null],
  ]);
});

test('cutting takes away and pasting gives back, in one step each', async ({ app }) => {
  const { page } = app;
  await app.openText('part.parapet', JSON.stringify(PART));
  const before = await app.boundary('net').boundingBox();
  await app.boundary('net').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.mouse.move(5, 5);
  await page.keyboard.press('Control+x');
  await expect(app.resource('in')).toHaveCount(0);
  await page.keyboard.press('Control+v');
  await expect(app.flow('in → work')).toHaveCount(1);
  expect(await app.boundary('net').boundingBox()).toEqual(before);
  await page.keyboard.press('Control+z');
  await expect(app.resource('in')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(app.resource('in')).toBeVisible();
  // What came back is what one goes on with.
  await expect(app.resource('in')).toHaveClass(/selected/);
});

test('the menus copy and paste as the keys do', async ({ app }) => {
  const { page } = app;
  await app.openText('part.parapet', JSON.stringify(PART));
  await app.resource('work').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Copy(?! as)/ }).click();
  await expect.poll(() => clipboard(app)).toContain('"work"');
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Paste' }).click();
  await expect(app.resource('work copy')).toBeVisible();
});

test('text fields keep their own clipboard', async ({ app }) => {
  const { page } = app;
  await app.openText('part.parapet', JSON.stringify(PART));
  await app.resource('in').click();
  await page.getByLabel('Search services').fill('lambda');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  expect(await clipboard(app)).toBe('lambda');
  await expect(app.resource('in')).toBeVisible();
  await page.keyboard.press('Control+v');
  await expect(page.getByLabel('Search services')).toHaveValue('lambda');
});

for (const [what, text, answer] of [
  ['a shopping list', 'milk, bread', 'holds no part of a diagram'],
  ['JSON of something else', '{"a": 1}', 'holds no part of a diagram'],
  ['half a file', '{"format": "parapet", "version": 1, "resources": [', 'holds no part of a diagram'],
  ['a damaged file', '{"format":"parapet","version":1,"flows":[{"id":"f","from":"x","to":"y"}]}', 'is damaged'],
  ['a newer file', '{"format":"parapet","version":99}', 'newer Parapet'],
  [
    'a prototype',
    '{"format":"parapet","version":1,"__proto__":{"x":1},"resources":[{"id":"a","service":"s3","answers":{"__proto__":true}}]}',
    'is damaged',
  ],
] as const) {
  test(`pasting ${what} says so and changes nothing`, async ({ app }) => {
    await setClipboard(app, text);
    await app.canvas.click({ position: { x: 200, y: 100 } });
    await app.page.keyboard.press('Control+v');
    await expect(app.page.getByRole('alert').filter({ hasText: answer })).toBeVisible();
    await expect(app.page.getByTestId('status-counts')).toContainText('0 resources');
    await expect(app.page.getByTestId('unsaved')).toHaveCount(0);
  });
}
