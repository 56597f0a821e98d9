import { expect, sampleText, test } from './app.ts';

test.beforeEach(async ({ app }) => {
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  await expect(app.resource('clickstream')).toBeVisible();
});

test('the outline lists boundaries, resources, flows and findings, and the keys of a tree lead through it', async ({
  app: { page },
}) => {
  await page.keyboard.press('o');
  const tree = page.getByRole('tree', { name: 'Outline of the diagram' });
  const focused = tree.locator(':focus');
  await expect(focused).toHaveAttribute('aria-level', '1');
  await page.keyboard.press('Shift+C'); // a small c connects
  await page.keyboard.type('lick');
  await expect(focused).toContainText('clickstream');
  await expect(focused).toHaveAttribute('aria-level', '3');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAccessibleName(/^flow to pipeline-key/);
  const into = tree.getByRole('treeitem', { name: /^flow from device-gateway/ });
  await expect(into).toBeVisible();
  const finding = tree.getByRole('treeitem', { name: /Log who reads and writes/ });
  await expect(finding).toHaveAttribute('aria-level', '4');
  await finding.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('Log who reads and writes');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('aria-expanded', 'false');
});

test('outline and canvas are in step: selection, names, and what is no longer there', async ({ app }) => {
  const { page } = app;
  await page.getByRole('tab', { name: 'Outline' }).click();
  const row = (name: RegExp) => page.getByRole('treeitem', { name });
  await app.resource('warehouse').click();
  await expect(row(/^warehouse R/)).toHaveAttribute('aria-selected', 'true');
  await row(/^raw-events/).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('raw-events');
  await page.keyboard.press('Enter');
  await expect(app.resource('raw-events')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('landing');
  await page.keyboard.press('Enter');
  await expect(row(/^landing/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('o');
  await expect(page.getByRole('tree').locator(':focus')).toContainText('landing');
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: /Connect landing/ })).toBeVisible();
  await page.keyboard.press('Escape');
  // The focus goes back a moment after the dialog.
  await expect(page.getByRole('tree').locator(':focus')).toContainText('landing');
  await page.keyboard.press('Delete');
  await expect(row(/^landing/)).toHaveCount(0);
  await expect(app.resource('landing')).toHaveCount(0);
  await expect(page.getByRole('tree').locator(':focus')).toHaveCount(1);
});

test('gaps that an edit closes and opens are said once, not while one types', async ({ app }) => {
  const { page } = app;
  const news = page.getByLabel('Changes of gaps');
  /** How often something was put into the page to be read. */
  const said = await news.evaluateHandle((element) => {
    const count = { of: 0 };
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) count.of += addedNodes.length;
    }).observe(element, { childList: true, subtree: true });
    return count;
  });
  const times = () => said.evaluate(({ of }) => of);
  await expect(news).toHaveText('');
  await app.resource('curated-sessions').click();
  await page.keyboard.press('Delete');
  await expect(news).toHaveText(/^\d+ gaps? closed/);
  await page.keyboard.press('Control+z');
  await expect(news).toHaveText(/^\d+ gaps? new: .+ on /);
  const before = await news.textContent();
  await page.keyboard.press('/');
  await page.keyboard.type('redshift');
  await page.keyboard.press('Enter');
  await expect(app.resource('redshift')).toHaveCount(1);
  await page.waitForTimeout(1_200);
  expect(await news.textContent()).toBe(before);
  await page.keyboard.press('F6');
  await expect(news).toHaveText(/new: .+ on redshift/);

  const fix = page
    .getByRole('grid', { name: 'Findings' })
    .getByRole('button', { name: /^Fix: / })
    .first();
  await fix.press('Enter');
  await expect(news).toHaveText('1 gap closed');
  const once = await times();
  await fix.press('Enter');
  await expect.poll(times).toBeGreaterThan(once); // the same words, said again
  await expect(news).toHaveText('1 gap closed');
});
