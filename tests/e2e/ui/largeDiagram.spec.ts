import { formatDiagram } from '../../../shared/diagram/format.ts';
import { RESOURCE_SIZE } from '../../../shared/diagram/geometry.ts';
import { bigDiagram } from '../../bench/bigDiagram.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { type App, centre, expect, test } from './app.ts';

const SIZE = 1000;

/** The middle of the last resource of a network, from the network's corner. */
const LAST = {
  x: 40 + 6 * 240 + RESOURCE_SIZE.width / 2,
  y: 60 + 2 * 120 + RESOURCE_SIZE.height / 2,
};

/** Opens 1,000 resources and goes to one of them by the command palette; that one in the middle at 100 %. */
async function openAt(app: App, name: string): Promise<void> {
  const catalog = await shippedCatalog();
  await app.openText('big.parapet', formatDiagram(bigDiagram(catalog, SIZE)));
  await expect(app.page.getByTestId('status-counts')).toContainText(`${SIZE} resources`);
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type(`go to ${name}`);
  await app.page.keyboard.press('Enter');
  await expect(app.resource(name)).toBeVisible();
}

/** The name of a resource of the big diagram by its number. */
async function nameOf(index: number): Promise<string> {
  return bigDiagram(await shippedCatalog(), SIZE).resources[index]?.name ?? '';
}

/** Pans by the wheel until a resource to the right is well in view. */
async function panRightTo(app: App, name: string): Promise<void> {
  const canvas = await centre(app.canvas);
  await app.page.mouse.move(canvas.x, canvas.y);
  const isNear = async () => (await app.resource(name).count()) > 0 && (await centre(app.resource(name))).x < canvas.x;
  await expect
    .poll(
      async () => {
        if (!(await isNear())) await app.page.mouse.wheel(200, 0);
        return isNear();
      },
      { intervals: [20], timeout: 30_000 },
    )
    .toBe(true);
}

/** True when the first and the last of a row of boundaries are both in view. */
async function isWhole(app: App): Promise<boolean> {
  const canvas = await app.canvas.boundingBox();
  const first = await app.boundary('network 0').boundingBox();
  const last = await app.boundary('network 9').boundingBox();
  if (!canvas || !first || !last) return false;
  return first.x > canvas.x && last.x + last.width < canvas.x + canvas.width;
}

test('what is scrolled into view of 1,000 resources is found, selected, dragged and connected; all of it fits', async ({
  app,
}) => {
  const { page } = app;
  const [first, far, next] = [await nameOf(500), await nameOf(525), await nameOf(526)];
  await openAt(app, first);
  // So many gaps leave room for the name of the document, and for what stands beside them.
  await expect(page.getByTestId('counts')).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: /light and dark/ })).toBeInViewport({ ratio: 1 });
  await app.canvas.focus();
  await page.keyboard.press('1');
  // Only what is in view, and near it, is there for React Flow.
  await expect(app.resource(far)).toHaveCount(0);
  await panRightTo(app, far);
  await expect(app.resource(first)).toHaveCount(0);

  await app.resource(far).click();
  await expect(app.resource(far)).toHaveClass(/selected/);
  const before = await centre(app.resource(far));
  await app.dragMouse(before, { x: before.x - 40, y: before.y + 64 });
  await expect.poll(async () => Math.round((await centre(app.resource(far))).y)).toBeGreaterThan(before.y + 40);
  await expect(page.getByRole('button', { name: /^Undo/ }).first()).toHaveAccessibleName(/Move/);

  const handle = app.resource(far).locator('.react-flow__handle[data-handleid="right"]');
  await app.dragMouse(await centre(handle), await centre(app.resource(next)));
  await expect(page.getByRole('button', { name: /^Undo/ }).first()).toHaveAccessibleName(
    `Undo Connect ${far} to ${next}`,
  );

  await page.keyboard.press('0');
  await expect.poll(() => isWhole(app)).toBe(true);
});

test('what is selected stays there when it is scrolled out of view, and comes back by undo', async ({ app }) => {
  const { page } = app;
  const [first, far] = [await nameOf(500), await nameOf(525)];
  await openAt(app, first);
  await app.resource(first).click();
  await panRightTo(app, far);
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('status-counts')).toContainText(`${SIZE - 1} resources`);
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('status-counts')).toContainText(`${SIZE} resources`);
});

test('all of 1,000 resources are selected, dragged and let go of from far out, most of them painted', async ({
  app,
}) => {
  const { page } = app;
  await openAt(app, await nameOf(500));
  await app.canvas.focus();
  await page.keyboard.press('0');
  await expect.poll(() => isWhole(app)).toBe(true);
  await page.keyboard.press('Control+a');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText(/\d{4} (elements )?selected/);
  const mounted = page.locator('.react-flow__node-resource');
  expect(await mounted.count()).toBeLessThan(60);
  const first = await centre(app.boundary('network 0'));

  // The last resource is among those that are painted.
  const place = bigDiagram(await shippedCatalog(), SIZE).boundaries.at(-1);
  const box = await app.boundary(place?.name ?? '').boundingBox();
  if (!box || !place) throw new Error('the last network is not in view');
  const zoom = box.width / place.size.width;
  const at = { x: box.x + LAST.x * zoom, y: box.y + LAST.y * zoom };
  await page.mouse.move(at.x, at.y);
  await expect(app.resource(await nameOf(SIZE - 1))).toBeVisible();
  await app.dragMouse(at, { x: at.x + 40, y: at.y + 24 });
  const undo = page.getByRole('button', { name: /^Undo/ }).first();
  await expect(undo).toHaveAccessibleName(/Move \d{3} elements/);
  await expect.poll(async () => (await centre(app.boundary('network 0'))).x).toBeGreaterThan(first.x + 20);
  expect(await mounted.count()).toBeLessThan(60);

  // One is taken out, then it alone is clicked: nothing stays selected unseen.
  await app
    .boundary('network 0')
    .locator('.boundary-drag')
    .first()
    .click({ modifiers: ['Control'] });
  await app.boundary('network 0').locator('.boundary-drag').first().click();
  await expect(inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('network 0');
});
