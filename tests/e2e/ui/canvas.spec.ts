import { centre, expect, test } from './app.ts';

const KINESIS = 'Amazon Kinesis Data Streams';

test('a stream that lands on the canvas shows its gaps at once, and they go when it is answered', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile(KINESIS, 300, 200);
  const stream = app.resource('kinesis-data-streams');
  await expect(app.badge(stream)).toHaveAttribute('aria-label', /gap/);
  const before = await app.badge(stream).textContent();
  await app.page.getByRole('tab', { name: 'Settings' }).click();
  const question = app.page.getByRole('combobox', { name: 'Server-side encryption' });
  await question.selectOption('kms');
  await question.focus(); // as after choosing with the mouse
  await expect(app.badge(stream)).not.toHaveText(before ?? '');
  await app.page.keyboard.press('Control+z');
  await expect(app.badge(stream)).toHaveText(before ?? '');
});

test('a flow is drawn by dragging from handle to handle, and its pill says what it lacks', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile(KINESIS, 150, 200);
  await app.dropTile('AWS Lambda', 550, 200);
  const [stream, lambda] = [app.resource('kinesis-data-streams'), app.resource('lambda')];
  await stream.hover();
  await app.dragMouse(
    await centre(stream.locator('.react-flow__handle[data-handleid="right"]')),
    await centre(lambda.locator('.react-flow__handle[data-handleid="left"]')),
  );
  const flow = app.flow('kinesis-data-streams → lambda');
  await expect(flow).toHaveAttribute('aria-label', /open question|gap/);
  await app.page.getByRole('tab', { name: 'Settings' }).click();
  await app.page.getByLabel('Permission of the caller').selectOption('none');
  await expect(flow).toContainText('▲ role');
});

test('a connection onto itself is refused with a word of why', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('Amazon Simple Storage Service', 150, 250);
  const bucket = app.resource('s3');
  await bucket.hover();
  const handle = await centre(bucket.locator('.react-flow__handle[data-handleid="right"]'));
  await app.dragMouse(handle, await centre(bucket));
  await expect(app.page.getByText('cannot send data to itself')).toBeVisible();
  await expect(app.canvas.locator('.react-flow__edge')).toHaveCount(0);
});

test('a resource dropped into a boundary belongs to it, moves with it, and undo is one step', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('VPC', 450, 280);
  await app.page.getByRole('button', { name: 'Fit diagram' }).click();
  const vpc = app.boundary('VPC');
  await app.dropTile('Amazon Redshift', 60, 60);
  const redshift = app.resource('redshift');
  const inner = await centre(vpc);
  await app.dragMouse(await centre(redshift), { x: inner.x, y: inner.y + 20 });
  await expect(app.page.getByText(/in VPC/).first()).toBeVisible();

  const before = { vpc: await centre(vpc), redshift: await centre(redshift) };
  const header = await centre(vpc.getByText('VPC').first());
  await app.dragMouse(header, { x: header.x + 80, y: header.y + 40 });
  const after = { vpc: await centre(vpc), redshift: await centre(redshift) };
  expect(Math.round(after.redshift.x - before.redshift.x)).toBe(Math.round(after.vpc.x - before.vpc.x));
  expect(after.vpc.x).toBeGreaterThan(before.vpc.x);

  await app.page.keyboard.press('Control+z');
  expect(Math.round((await centre(redshift)).x)).toBe(Math.round(before.redshift.x));
});

test('rename, duplicate, delete and undo each from the keyboard', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('Amazon DynamoDB', 300, 200);
  await app.resource('dynamodb').click();
  await app.page.keyboard.press('F2');
  await app.page.keyboard.type('leases');
  await app.page.keyboard.press('Enter');
  await expect(app.resource('leases')).toBeVisible();
  await app.page.keyboard.press('Control+d');
  await expect(app.resource('leases copy')).toBeVisible();
  await app.page.keyboard.press('Delete');
  await expect(app.resource('leases copy')).toHaveCount(0);
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  await expect(app.resource('dynamodb')).toBeVisible();
  await expect(app.resource('leases')).toHaveCount(0);
});

test('arrow keys move what is selected, as one step to undo', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('Amazon Simple Storage Service', 300, 200);
  const bucket = app.resource('s3');
  await bucket.click();
  const before = await centre(bucket);
  for (let i = 0; i < 4; i++) await app.page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await centre(bucket)).x).toBeGreaterThan(before.x + 15);
  await app.page.keyboard.press('Control+z');
  await expect.poll(async () => Math.round((await centre(bucket)).x)).toBe(Math.round(before.x));
});

test('a boundary rolls up what is inside it', async ({ app }) => {
  await app.newDiagram();
  await app.dropTile('VPC', 450, 280);
  const badge = app.badge(app.boundary('VPC'));
  const alone = await badge.getAttribute('aria-label');
  await app.dropTile('Amazon Redshift', 450, 300);
  await expect(app.page.getByText(/in VPC/).first()).toBeVisible();
  await expect(badge).not.toHaveAttribute('aria-label', alone ?? '');
  await expect(badge).toHaveAttribute('aria-label', /gap/);
});
