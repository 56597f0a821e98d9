import type { Page } from '@playwright/test';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { type App, centre, expect, sampleText, test } from './app.ts';

test.use({ viewport: { width: 1600, height: 1000 } });

const SAMPLE = 'firehose-redshift';

const opened = (text: string): Diagram => {
  const parsed = parseDiagram(text);
  if (!parsed.ok) throw new Error('the file does not open');
  return parsed.diagram;
};

const places = ({ resources, boundaries }: Diagram) =>
  [...resources, ...boundaries].map(({ id, position }) => ({ id, ...position }));

const undoButton = (app: App) => app.page.getByRole('button', { name: /^Undo/ }).first();
const tidying = (app: App) => app.page.getByTestId('tidying');

async function openSample(app: App): Promise<void> {
  await app.openText('messy.parapet', sampleText(SAMPLE));
  await expect(app.canvas.locator('.react-flow__node').first()).toBeVisible();
}

/** Holds back the program that computes layouts, as a slow machine would. */
async function holdProgram(page: Page): Promise<() => void> {
  let go = (): void => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/elk-worker*', async (route) => {
    await gate;
    await route.continue().catch(() => {}); // cancelled meanwhile
  });
  return () => go();
}

test('L tidies the layout as one step, which undo takes back', async ({ app }) => {
  await openSample(app);
  await app.page.keyboard.press('l');
  await expect(undoButton(app)).toHaveAccessibleName('Undo Tidy layout');
  await expect(tidying(app)).toHaveCount(0);
  const before = opened(sampleText(SAMPLE));
  const after = opened(await app.saveAs());
  expect(places(after)).not.toEqual(places(before));
  const at = new Map(after.resources.map(({ id, inside, position }) => [id, { inside, position }]));
  for (const { id, inside } of before.resources) expect(at.get(id)?.inside ?? null).toBe(inside);
  for (const { from, to } of after.flows) {
    const [a, b] = [at.get(from), at.get(to)];
    if (a?.inside === b?.inside) expect(a?.position.x).toBeLessThan(b?.position.x ?? 0);
  }
  await app.page.keyboard.press('Control+z');
  await expect(undoButton(app)).toHaveAccessibleName('Undo');
  expect(places(opened(await app.saveAs()))).toEqual(places(before));
});

test('Escape and the button give a running layout up, and nothing has changed', async ({ app }) => {
  await openSample(app);
  const release = await holdProgram(app.page);
  await app.page.getByRole('button', { name: 'Tidy layout' }).click();
  await expect(tidying(app)).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(tidying(app)).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Tidy layout' }).click();
  await tidying(app).getByRole('button', { name: 'Cancel' }).click();
  await expect(tidying(app)).toHaveCount(0);
  release();
  await expect(undoButton(app)).toHaveAccessibleName('Undo');
  // What was given up keeps nothing from being tidied afterwards.
  await app.page.keyboard.press('l');
  await expect(undoButton(app)).toHaveAccessibleName('Undo Tidy layout');
});

test('one can go on editing meanwhile: a layout of what has changed is dropped, with a message', async ({ app }) => {
  await openSample(app);
  const release = await holdProgram(app.page);
  await app.page.keyboard.press('l');
  await expect(tidying(app)).toBeVisible();
  await app.canvas.locator('.react-flow__node-resource').first().click();
  await app.page.keyboard.press('Delete');
  await expect(undoButton(app)).toHaveAccessibleName(/Undo Delete/);
  release();
  await expect(app.page.getByText(/changed while it was being tidied/)).toBeVisible();
  await expect(undoButton(app)).toHaveAccessibleName(/Undo Delete/);
});

test('a program that cannot be loaded gives a message, and nothing is moved', async ({ app, faults }) => {
  await openSample(app);
  await app.page.route('**/elk-worker*', (route) => route.abort());
  await app.page.keyboard.press('l');
  await expect(app.page.getByText(/layout could not be computed, and nothing was moved/)).toBeVisible();
  await expect(undoButton(app)).toHaveAccessibleName('Undo');
  // The browser itself reports the request that failed.
  (faults as string[]).splice(0, faults.length, ...faults.filter((fault) => !/ERR_FAILED/.test(fault)));
});

test('only the selection is tidied: the rest stays, nothing is covered', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('Amazon Kinesis Data Streams', 500, 90);
  await app.dropTile('AWS Lambda', 200, 200);
  await app.dropTile('Amazon Redshift', 760, 300);
  await app.resource('kinesis-data-streams').click();
  await app.page.keyboard.press('c');
  await app.page.getByRole('dialog').waitFor();
  await app.page.keyboard.type('lambda');
  await app.page.keyboard.press('Enter');
  await expect(app.flow('kinesis-data-streams → lambda')).toHaveCount(1);
  const cluster = await centre(app.resource('redshift'));
  await app.resource('kinesis-data-streams').click();
  await app.resource('lambda').click({ modifiers: ['Shift'] });
  await app.page.keyboard.press('Shift+L');
  await expect(undoButton(app)).toHaveAccessibleName('Undo Tidy selection');
  await expect
    .poll(async () => (await centre(app.resource('lambda'))).y)
    .toBeCloseTo((await centre(app.resource('kinesis-data-streams'))).y, 0);
  const [stream, lambda] = [await centre(app.resource('kinesis-data-streams')), await centre(app.resource('lambda'))];
  expect(stream.x).toBeLessThan(lambda.x);
  expect(await centre(app.resource('redshift'))).toEqual(cluster);
});

test('selected elements are aligned and distributed from the Arrange menu', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('Amazon Redshift', 150, 90);
  await app.dropTile('AWS Lambda', 300, 220);
  await app.dropTile('Amazon DynamoDB', 760, 400);
  const names = ['redshift', 'lambda', 'dynamodb'];
  const choose = async (item: string) => {
    await app.page.getByRole('menuitem', { name: 'Arrange', exact: true }).click();
    await app.page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  const centres = () => Promise.all(names.map((name) => centre(app.resource(name))));
  await app.resource('redshift').click();
  for (const name of names.slice(1)) await app.resource(name).click({ modifiers: ['Shift'] });
  await choose('Distribute horizontally');
  await expect(undoButton(app)).toHaveAccessibleName('Undo Distribute horizontally');
  const [a, b, c] = (await centres()).map(({ x }) => x);
  expect((b ?? 0) - (a ?? 0)).toBeCloseTo((c ?? 0) - (b ?? 0), 0);
  await choose('Align top');
  await expect(undoButton(app)).toHaveAccessibleName('Undo Align top');
  expect(new Set((await centres()).map(({ y }) => Math.round(y))).size).toBe(1);
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  await expect(undoButton(app)).toHaveAccessibleName(/Undo Add/);
});
