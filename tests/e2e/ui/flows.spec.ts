import type { Locator } from '@playwright/test';
import { type App, centre, expect, test } from './app.ts';

test.use({ viewport: { width: 1600, height: 1000 } });

const place = (id: string, service: string, x: number, y: number) => ({
  id,
  service,
  name: id,
  position: { x, y },
});

/** A file with a stream, three targets and the flows given. */
const fileWith = (flows: readonly object[]): string =>
  JSON.stringify({
    format: 'parapet',
    version: 1,
    name: 'Flows',
    resources: [
      place('stream', 'kinesis-data-streams', 0, 0),
      place('between', 'ec2', 320, 0),
      place('worker', 'lambda', 640, 0),
      place('delivery', 'data-firehose', 320, 320),
    ],
    flows,
  });

const STREAM_TO_WORKER = { id: 'f', from: 'stream', to: 'worker', label: 'events', answers: { callerRole: 'none' } };

async function open(app: App, flows: readonly object[]): Promise<void> {
  await app.openText('flows.parapet', fileWith(flows));
  await expect(app.resource('stream')).toBeVisible();
}

const pathOf = (flow: Locator) => flow.locator('path[marker-end]').getAttribute('d');
const chosen = (app: App) => app.page.getByRole('listbox').getByRole('option');

async function saved(app: App): Promise<{ flows: { from: string; to: string; label: string; bend?: object }[] }> {
  return JSON.parse(await app.saveAs());
}

test('a flow leads around what stands in its way, and straight on when that has gone', async ({ app }) => {
  await open(app, [STREAM_TO_WORKER]);
  const flow = app.flow('stream → worker');
  const line = await flow.locator('path[marker-end]').boundingBox();
  const [stream, between] = [await app.resource('stream').boundingBox(), await app.resource('between').boundingBox()];
  if (!line || !stream || !between) throw new Error('not visible');
  const passesAbove = line.y < between.y;
  const passesBelow = line.y + line.height > between.y + between.height;
  expect(passesAbove || passesBelow).toBe(true);
  await app.dragMouse(await centre(app.resource('between')), { x: between.x + 100, y: between.y + 400 });
  await expect.poll(async () => (await flow.locator('path[marker-end]').boundingBox())?.height ?? 99).toBeLessThan(14);
});

test('a flow is bent by its handle as one step, drawn so again when opened, and straightened by a command', async ({
  app,
}) => {
  await open(app, [STREAM_TO_WORKER]);
  const flow = app.flow('stream → worker');
  const before = await pathOf(flow);
  await flow.locator('[data-pill]').click();
  const handle = await centre(flow.locator('[data-bend]'));
  await app.dragMouse(handle, { x: handle.x, y: handle.y + 240 });
  const bent = await pathOf(flow);
  expect(bent).not.toBe(before);
  const file = await saved(app);
  expect(file.flows[0]?.bend).toBeDefined();
  await app.openText('again.parapet', JSON.stringify(file));
  await expect(app.page.getByTestId('file-name')).toHaveText('again.parapet');
  await expect.poll(() => pathOf(flow)).toBe(bent);
  await flow.focus();
  await app.page.keyboard.press('Enter');
  await expect(flow).not.toBeFocused();
  await app.page.keyboard.press('Control+k');
  const search = app.page.getByRole('combobox', { name: 'Search commands' });
  await expect(search).toBeFocused();
  await app.page.keyboard.type('Straighten flow');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => pathOf(flow)).toBe(before);
  await expect(search).toBeHidden(); // while it goes, keys are still its own
  await app.page.keyboard.press('Control+z');
  await expect.poll(() => pathOf(flow)).toBe(bent);
});

test('Escape while bending leaves the flow as it was; arrow keys bend it, as one step', async ({ app }) => {
  await open(app, [STREAM_TO_WORKER]);
  const flow = app.flow('stream → worker');
  await flow.locator('[data-pill]').click();
  const before = await pathOf(flow);
  const handle = await centre(flow.locator('[data-bend]'));
  await app.page.mouse.move(handle.x, handle.y);
  await app.page.mouse.down();
  await app.page.mouse.move(handle.x + 40, handle.y + 90, { steps: 4 });
  expect(await pathOf(flow)).not.toBe(before);
  await app.page.keyboard.press('Escape');
  await app.page.mouse.up();
  expect(await pathOf(flow)).toBe(before);
  await flow.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown']) await app.page.keyboard.press(key);
  await expect.poll(() => pathOf(flow)).not.toBe(before);
  await app.page.keyboard.press('Control+z');
  await expect.poll(() => pathOf(flow)).toBe(before);
});

test('the end of a flow is pulled onto another resource, with what is known of it, and refused onto its own', async ({
  app,
}) => {
  await open(app, [STREAM_TO_WORKER]);
  const flow = app.flow('stream → worker');
  await flow.locator('[data-pill]').click();
  const id = await flow.getAttribute('data-id');
  await app.dragMouse(await centre(flow.locator('[data-end="to"]')), await centre(app.resource('delivery')));
  const moved = app.flow('stream → delivery');
  await expect(moved).toHaveAttribute('data-id', id ?? '');
  await app.dragMouse(await centre(moved.locator('[data-end="to"]')), await centre(app.resource('stream')));
  await expect(app.page.getByText('cannot send data to itself')).toBeVisible();
  await expect(moved).toHaveCount(1);
  expect((await saved(app)).flows).toMatchObject([{ from: 'stream', to: 'delivery', label: 'events' }]);
  await app.page.keyboard.press('Control+z');
  await expect(flow).toHaveCount(1);
});

test('both ends of a flow are changed by keyboard', async ({ app }) => {
  await open(app, [STREAM_TO_WORKER]);
  for (const [command, name, flow] of [
    ['Change target', 'delivery', 'stream → delivery'],
    ['Change source', 'between', 'between → delivery'],
  ] as const) {
    await app.canvas.locator('.react-flow__edge').focus();
    await app.page.keyboard.press('Enter');
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type(command);
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByRole('combobox', { name: 'Search resources' })).toBeFocused();
    await app.page.keyboard.type(name);
    await app.page.keyboard.press('Enter');
    await expect(app.flow(flow)).toHaveCount(1);
  }
});

test('several flows between the same two lie apart, and each is clicked by itself', async ({ app }) => {
  // Longer than the room between the two: the pills say less.
  const same = [1, 2, 3].map((n) => ({ id: `f${n}`, from: 'stream', to: 'between', label: `flow ${n}, a long label` }));
  await open(app, same);
  const flows = app.canvas.locator('.react-flow__edge');
  await expect(flows).toHaveCount(3);
  const pills = await flows
    .locator('[data-pill] rect')
    .evaluateAll((all) =>
      all
        .map((each) => each.getBoundingClientRect())
        .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
    );
  pills.sort((a, b) => a.top - b.top);
  expect(pills[1]?.top).toBeGreaterThanOrEqual(pills[0]?.bottom ?? Infinity);
  expect(pills[2]?.top).toBeGreaterThanOrEqual(pills[1]?.bottom ?? Infinity);
  const [stream, between] = [await app.resource('stream').boundingBox(), await app.resource('between').boundingBox()];
  for (const { left, right } of pills) {
    expect(left).toBeGreaterThan((stream?.x ?? Infinity) + (stream?.width ?? 0));
    expect(right).toBeLessThan(between?.x ?? 0);
  }
  for (const name of ['flow 1, a long label', 'flow 3, a long label']) {
    const flow = app.canvas.locator(`.react-flow__edge[aria-label*="(${name},"]`);
    const line = flow.locator('path[marker-end]');
    const at = await line.evaluate((path: SVGPathElement) => {
      const point = path.getPointAtLength(path.getTotalLength() * 0.15);
      const matrix = path.getScreenCTM();
      if (!matrix) throw new Error('not drawn');
      const { x, y } = new DOMPoint(point.x, point.y).matrixTransform(matrix);
      return { x, y };
    });
    await app.page.mouse.click(at.x, at.y);
    await expect(flow).toHaveClass(/selected/);
    await expect(app.canvas.locator('.react-flow__edge.selected')).toHaveCount(1);
  }
});

test('a click on a pill opens what the flow lacks; so does Enter on the flow', async ({ app }) => {
  await open(app, [STREAM_TO_WORKER]);
  const flow = app.flow('stream → worker');
  const first = app.page.getByRole('tabpanel', { name: /^Controls/ }).locator('[aria-expanded="true"]');
  await app.resource('between').click();
  await app.page.getByRole('tab', { name: 'Settings' }).click();
  await flow.locator('[data-pill]').click();
  await expect(flow).toHaveClass(/selected/);
  await expect(app.page.getByRole('tab', { name: /^Controls/ })).toHaveAttribute('aria-selected', 'true');
  await expect(first).toHaveCount(1);
  await app.resource('between').click();
  await app.page.getByRole('tab', { name: 'Settings' }).click();
  await flow.focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('tab', { name: /^Controls/ })).toHaveAttribute('aria-selected', 'true');
  await expect(first).toHaveCount(1);
});

test('a flow that is dropped on empty canvas offers what commonly follows, and adds it there in one step', async ({
  app,
}) => {
  await app.newDiagram();
  await app.dropTile('Amazon Kinesis Data Streams', 200, 200);
  const stream = app.resource('kinesis-data-streams');
  await stream.hover();
  const right = stream.locator('.react-flow__handle[data-handleid="right"]');
  // Over a panel there is no canvas to put anything on.
  await app.dragMouse(await centre(right), { x: 1500, y: 400 });
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await app.page.keyboard.press('0');
  await stream.hover();
  const handle = await centre(right);
  const spot = { x: handle.x + 260, y: handle.y + 160 };
  await app.dragMouse(handle, spot);
  await expect(chosen(app).first()).toContainText('New: Lambda');
  await app.page.keyboard.type('fire');
  await expect(chosen(app).first()).toContainText('New: Data Firehose');
  await app.page.keyboard.press('Enter');
  const added = app.resource('data-firehose');
  await expect(app.flow('kinesis-data-streams → data-firehose')).toHaveCount(1);
  const at = await centre(added);
  expect(Math.hypot(at.x - spot.x, at.y - spot.y)).toBeLessThan(12);
  await app.page.keyboard.press('Control+z');
  await expect(added).toHaveCount(0);
  await expect(stream).toBeVisible();
  await expect(app.canvas.locator('.react-flow__edge')).toHaveCount(0);
});

test('“Connect to…” offers sensible targets first, then what commonly follows, to add by Enter', async ({ app }) => {
  await open(app, []);
  await app.resource('stream').click();
  await app.page.keyboard.press('c');
  await expect(chosen(app).first()).toContainText(/between|delivery|worker/);
  await app.page.keyboard.type('managed flink');
  await expect(chosen(app).first()).toContainText('New: Managed Flink');
  await app.page.keyboard.press('Enter');
  await expect(app.flow('stream → managed-flink')).toHaveCount(1);
});
