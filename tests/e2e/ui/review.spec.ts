import AxeBuilder from '@axe-core/playwright';
import { centre, expect, test, twoStreams } from './app.ts';

test('gaps are gone through, decided and signed off by keyboard alone; a change breaks the sign-off', async ({
  app,
}) => {
  const { page } = app;
  const bar = page.getByRole('region', { name: 'Review' });
  const progress = bar.getByTestId('review-progress');
  await app.openText('review.parapet', twoStreams());
  await expect(app.resource('clicks')).toBeVisible();
  const press = (key: string) => page.keyboard.press(key);

  const decide = async (kind: string, reason: string) => {
    const dialog = page.getByRole('dialog', { name: 'Accept this finding' });
    await expect(dialog.getByRole('radio', { name: kind })).toBeChecked();
    await expect(dialog.getByLabel('Justification')).toBeFocused();
    await page.keyboard.type(reason);
    await press('Tab'); // to a field where Enter is for the form
    await press('Enter');
    await expect(dialog).toHaveCount(0);
  };

  await press('r');
  await expect(bar).toBeFocused();
  await expect(progress).toHaveText(/^1 of \d+, 0 decided$/);
  const total = Number(/of (\d+)/.exec((await progress.textContent()) ?? '')?.[1]);
  const first = (await bar.getByRole('paragraph').textContent()) ?? '';

  // Next and previous.
  await press('n');
  await expect(progress).toHaveText(`2 of ${total}, 0 decided`);
  await press('Shift+N');
  await expect(bar.getByRole('paragraph')).toHaveText(first);

  // Accept, then one that does not apply.
  await press('a');
  await decide('Risk accepted', 'Known and cheap to carry.');
  await expect(progress).toHaveText(`1 of ${total}, 1 decided`);
  await expect(bar.getByRole('paragraph')).toContainText('Accepted');
  await press('n');
  await press('d');
  await decide('Does not apply here', 'Test data only.');
  await expect(progress).toHaveText(`2 of ${total}, 2 decided`);

  // A note: leaving its field leaves the keys of the review alone, also while nothing is written.
  await press('n');
  await press('w');
  await expect(page.getByRole('textbox', { name: 'Notes' })).toBeFocused();
  await press('Escape');
  await expect(page.getByRole('textbox', { name: 'Notes' })).not.toBeFocused();
  await press('w');
  await page.keyboard.type('n: ask the team');
  await press('Escape');
  await expect(page.getByText('n: ask the team')).toBeVisible();
  await expect(progress).toHaveText(`3 of ${total}, 2 decided`);

  // A fix with one safe answer needs no dialog.
  await press('x');
  await expect(progress).toHaveText(`3 of ${total}, 3 decided`);
  expect((await new AxeBuilder({ page }).include('[data-review]').analyze()).violations).toEqual([]);

  await press('s');
  const sign = page.getByRole('dialog', { name: 'Sign off' });
  await expect(sign.getByLabel('Reviewer')).toBeFocused();
  await press('Enter');
  await expect(sign.getByText('Say who signs off.')).toBeVisible();
  await page.keyboard.type('Ann');
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await press('Enter');
  await expect(sign).toHaveCount(0);
  const mark = page.getByTestId('sign-off');
  await expect(mark).toHaveAccessibleName(/^Signed off by Ann on \d{4}-\d{2}-\d{2}$/);
  expect(JSON.parse(await app.saveAs()).signOffs).toMatchObject([{ reviewer: 'Ann', scope: 'all' }]);

  await bar.focus();
  await press('n');
  await press('d');
  await decide('Does not apply here', 'Another one.');
  await expect(mark).toHaveAccessibleName(/^Sign-off by Ann on .* is broken: the diagram has changed since$/);
  await press('Control+z');
  await expect(mark).toHaveAccessibleName(/^Signed off by Ann/);
  await press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(app.canvas.locator('.react-flow__node:focus')).toHaveCount(1);

  // Of what the findings panel shows, only that is gone through and signed off.
  await page.getByRole('searchbox', { name: 'Search findings' }).focus();
  await page.keyboard.type('orders');
  await app.canvas.focus();
  await press('r');
  await expect(progress).toHaveText(/^1 of \d, 0 decided$/);
  await press('s');
  await expect(sign.getByRole('radio', { name: 'The 1 element reviewed' })).toBeChecked();
  await expect(sign.getByLabel('Reviewer')).toBeFocused();
  await page.keyboard.type('Bob');
  await press('Enter');
  await expect(mark).toHaveAccessibleName(/^Signed off by Bob/);
  expect(JSON.parse(await app.saveAs()).signOffs).toMatchObject([
    { reviewer: 'Ann' },
    { reviewer: 'Bob', scope: ['orders'] },
  ]);
});

test('in a low window the element of a gap is shown beside the bar, not under it', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 720, height: 450 });
  await app.openText('review.parapet', twoStreams());
  await expect(app.resource('clicks')).toBeVisible();
  await page.keyboard.press('r');
  const bar = page.getByRole('region', { name: 'Review' });
  const isBelow = async () => {
    const covered = await bar.boundingBox();
    return covered !== null && (await centre(app.resource('clicks'))).y > covered.y + covered.height;
  };
  await expect(bar).toContainText('clicks');
  await expect.poll(isBelow).toBe(true);
});
