import { HOSTILE_FILE, NAMES, TURNED, UNBALANCED } from '../../support/hostileFile.ts';
import { expect, test } from './app.ts';

const MARKS = '[\\u202A-\\u202E\\u2066-\\u2069]';

/**
 * Where a mark of direction could turn words that are not its own: a text with others in one block and not isolated from
 * them, or a label that is more than a name alone. A note is its author's as a whole.
 */
function turnedWords([pattern, own]: readonly [string, readonly string[]]): readonly string[] {
  const marks = new RegExp(pattern);
  const faults: string[] = [];
  const isIsolated = (element: Element) => {
    const { display, unicodeBidi } = getComputedStyle(element);
    return !display.startsWith('inline') || display === 'inline-block' || /isolate|plaintext/.test(unicodeBidi);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    let block = node.parentElement;
    if (!marks.test(text) || !block || block.closest('[aria-label="Note"], textarea, script')) continue;
    while (block.parentElement && block.localName !== 'text' && !isIsolated(block)) block = block.parentElement;
    if (block.textContent?.trim() !== text.trim())
      faults.push(`<${block.localName} ${block.className}>${block.textContent}`);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const value = element.getAttribute(name) ?? '';
      if (marks.test(value) && !own.includes(value)) faults.push(`<${element.localName} ${name}="${value}">`);
    }
  }
  if (marks.test(document.title)) faults.push(`title: ${document.title}`);
  return [...new Set(faults)];
}

test('a document that means harm is shown as text wherever it is shown, and turns no words around it', async ({
  app,
}) => {
  const { page } = app;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', (dialog) => asked.push(dialog.message()));

  /** Nothing ran, nothing was made of a name but text, and no word around it is turned. */
  async function harmless(where: string): Promise<void> {
    await test.step(where, async () => {
      const state = await page.evaluate(() => ({
        ran: (globalThis as { harmed?: string }).harmed,
        made: document.querySelectorAll(
          '[onload], [onerror], [onclick], body script, img[src="x"], a[href^="javascript:"]',
        ).length,
        polluted: 'harmed' in {} || Object.keys(Object.prototype).length > 0,
      }));
      expect.soft(state, where).toEqual({ ran: undefined, made: 0, polluted: false });
      const own = [TURNED, UNBALANCED, `${NAMES.image} ${TURNED}`];
      expect.soft(await page.evaluate(turnedWords, [MARKS, own] as const), where).toEqual([]);
    });
  }

  const nodes = app.canvas.locator('.react-flow__node-resource');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const dialog = page.getByRole('dialog');

  await app.openText('hostile.parapet', HOSTILE_FILE);
  await expect(nodes).toHaveCount(9);
  await harmless('canvas and findings');
  for (const name of [NAMES.svg, NAMES.path, NAMES.template, NAMES.link, NAMES.prototype]) {
    await expect(nodes.getByText(name, { exact: true })).toHaveCount(1);
  }

  for (const id of ['constructor', '__proto__', 'toString', 'd', 'e']) {
    await page.locator(`.react-flow__node-resource[data-id="${id}"]`).click();
    for (const tab of await inspector.getByRole('tab').all()) {
      await tab.click();
      await harmless(`inspector of ${id}, ${(await tab.textContent()) ?? ''}`);
    }
  }
  await page.locator('.react-flow__edge[data-id="valueOf"]').click({ force: true });
  await harmless('inspector of a flow');

  await page.getByRole('tab', { name: 'Outline' }).click();
  const rows = page.getByRole('treeitem');
  await expect(rows.first()).toBeVisible();
  await harmless('outline');

  await page.locator('.react-flow__node-resource[data-id="constructor"]').click();
  await page.keyboard.press('ArrowRight');
  await harmless('a step with its label');
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).click();
  await harmless('menu with the label of the step');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await harmless('what was undone');

  await page.locator('.react-flow__node-resource[data-id="constructor"]').click();
  await page.keyboard.press('c');
  await expect(dialog).toBeVisible();
  await harmless('connect dialog');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('turned');
  await harmless('command palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog).toBeVisible();
  await harmless('export dialog');
  await page.keyboard.press('Escape');

  await page.locator('.react-flow__node-resource[data-id="constructor"]').click();
  await page.keyboard.press('Delete');
  await harmless('what was removed');
  await app.openText('other.parapet', HOSTILE_FILE);
  await expect(dialog).toContainText('Save the changes');
  await harmless('question of unsaved changes');
  await dialog.getByRole('button', { name: 'Don’t save' }).click();
  await expect(nodes).toHaveCount(9);
  expect(asked.filter((url) => !url.startsWith(new URL(page.url()).origin) && !/^(blob|data):/.test(url))).toEqual([]);
});
