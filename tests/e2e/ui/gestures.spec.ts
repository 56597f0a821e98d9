import { type App, centre, expect, test } from './app.ts';

test.use({ viewport: { width: 1600, height: 1000 } });

const place = (app: App) => app.page.getByRole('combobox', { name: 'Inside' });
const inside = (app: App) => place(app).locator('option:checked');

test('a boundary is resized by its corner and by its side, and what no longer fits moves out', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('VPC', 420, 200);
  await app.page.getByRole('button', { name: 'Fit diagram' }).click();
  const vpc = app.boundary('VPC');
  const before = await vpc.boundingBox();
  if (!before) throw new Error('no VPC');
  const corner = { x: before.x + before.width, y: before.y + before.height };
  await app.dragMouse(corner, { x: corner.x - 96, y: corner.y - 64 });
  const after = await vpc.boundingBox();
  expect(Math.round((after?.width ?? 0) - before.width)).toBeLessThan(-80);
  const side = { x: (after?.x ?? 0) + (after?.width ?? 0), y: (after?.y ?? 0) + (after?.height ?? 0) / 2 };
  await app.dragMouse(side, { x: side.x + 48, y: side.y });
  const wide = (await vpc.boundingBox())?.width ?? 0;
  expect(wide).toBeGreaterThan((after?.width ?? 0) + 30);
  // Escape gives a resize up, however far it had come.
  await app.page.mouse.move(side.x + 48, side.y);
  await app.page.mouse.down();
  await app.page.mouse.move(side.x + 120, side.y, { steps: 4 });
  await app.page.keyboard.press('Escape');
  await app.page.mouse.move(side.x + 150, side.y, { steps: 2 });
  await app.page.mouse.up();
  await expect.poll(async () => (await vpc.boundingBox())?.width).toBe(wide);
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  await expect.poll(async () => Math.round((await vpc.boundingBox())?.width ?? 0)).toBe(Math.round(before.width));
});

test('while dragging, the keys of commands wait; Escape puts everything back, without a step', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('AWS Lambda', 300, 200);
  const lambda = app.resource('lambda');
  const before = await centre(lambda);
  await app.page.mouse.move(before.x, before.y);
  await app.page.mouse.down();
  await app.page.mouse.move(before.x + 80, before.y + 60, { steps: 6 });
  for (const key of ['Control+z', 'Delete', 'Control+k']) await app.page.keyboard.press(key);
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await app.page.keyboard.press('Escape');
  await app.page.mouse.move(before.x + 120, before.y + 60, { steps: 3 });
  await app.page.mouse.up();
  await expect.poll(async () => Math.round((await centre(lambda)).x)).toBe(Math.round(before.x));
  await expect(lambda).toHaveClass(/selected/);
  await expect(app.page.getByRole('button', { name: /^Undo/ }).first()).toHaveAccessibleName(/Add/);
});

test('a resource that the arrow keys move out of its boundary is no longer inside it', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('VPC', 420, 200);
  await app.dropTile('Amazon Redshift', 300, 200);
  await app.resource('redshift').click();
  await expect(inside(app)).toContainText('VPC');
  for (let i = 0; i < 25; i++) await app.page.keyboard.press('Shift+ArrowLeft');
  await expect(inside(app)).not.toContainText('VPC');
});

test('what may not stand there goes back to where it was', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('VPC', 420, 60);
  await app.dropTile('Private subnet', 420, 110);
  await app.dropTile('On premises', 420, 430);
  await app.page.getByRole('button', { name: 'Fit diagram' }).click();
  const subnet = app.boundary('Private subnet');
  const before = await centre(subnet);
  const target = await app.boundary('On premises').boundingBox();
  const header = await centre(subnet.getByText('Private subnet').first());
  if (!target) throw new Error('no boundary');
  await app.dragMouse(header, { x: target.x + target.width / 2, y: target.y + target.height / 2 });
  await expect(app.page.getByText('Not moved there')).toBeVisible();
  await expect.poll(async () => Math.round((await centre(subnet)).y)).toBe(Math.round(before.y));
});

test('a boundary that is moved over resources takes them in', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('Amazon DynamoDB', 620, 320);
  await app.dropTile('VPC', 120, 60);
  await app.page.getByRole('button', { name: 'Fit diagram' }).click();
  const table = app.resource('dynamodb');
  const header = await centre(app.boundary('VPC').getByText('VPC').first());
  const frame = await centre(app.boundary('VPC'));
  const goal = await centre(table);
  await app.dragMouse(header, { x: header.x + goal.x - frame.x, y: header.y + goal.y - frame.y });
  await table.click();
  await expect(inside(app)).toContainText('VPC');
});

test('two flows in opposite directions lie apart, and each can be clicked', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('Amazon Kinesis Data Streams', 150, 200);
  await app.dropTile('AWS Lambda', 560, 200);
  for (const [from, to] of [
    ['kinesis-data-streams', 'lambda'],
    ['lambda', 'kinesis-data-streams'],
  ] as const) {
    await app.resource(from).click();
    await app.page.keyboard.press('c');
    await app.page.getByRole('dialog').waitFor();
    await app.page.keyboard.type(to);
    await app.page.keyboard.press('Enter');
    await expect(app.flow(`${from} → ${to}`)).toHaveCount(1);
  }
  const paths = app.canvas.locator('.react-flow__edge path[marker-end]');
  const [first, second] = [await paths.nth(0).boundingBox(), await paths.nth(1).boundingBox()];
  expect(Math.abs((first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThan(10);
  for (const [box, name] of [
    [first, 'kinesis-data-streams → lambda'],
    [second, 'lambda → kinesis-data-streams'],
  ] as const) {
    if (!box) throw new Error('no path');
    await app.page.mouse.click(box.x + box.width * 0.2, box.y + box.height / 2);
    await expect(app.flow(name)).toHaveClass(/selected/);
  }
});

test('a bare key changes the diagram only from the canvas, never from a control beside it', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('Amazon Kinesis Data Streams', 300, 200);
  await app.page.getByRole('tab', { name: 'Settings' }).click();
  await app.page.keyboard.press('Backspace');
  await app.page.getByRole('radio', { name: 'Yes' }).first().check();
  await app.page.keyboard.press('Delete');
  await expect(app.resource('kinesis-data-streams')).toBeVisible();
});

test('Ctrl+S while a name is being edited saves the name and leaves the field open', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('AWS Lambda', 300, 200);
  await app.resource('lambda').click();
  await app.page.keyboard.press('F2');
  await app.page.keyboard.type('parser');
  await app.page.keyboard.press('Control+s');
  await expect(app.page.getByTestId('unsaved')).toHaveCount(0);
  await app.page.keyboard.press('Backspace');
  await expect(app.page.getByRole('textbox', { name: 'Name' }).first()).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(app.resource('parse')).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await expect(app.resource('parser')).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await expect(app.resource('lambda')).toBeVisible();
});
