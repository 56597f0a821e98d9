import type { Page } from '@playwright/test';
import { type App, expect, sampleText, test } from './app.ts';

interface Node {
  readonly nodeId: number;
  readonly nodeType: number;
  readonly nodeValue: string;
  readonly children?: readonly Node[];
}

const TEXT = 3;

/** Elements that hold words themselves. */
function withText(node: Node): readonly { readonly nodeId: number; readonly text: string }[] {
  const children = node.children ?? [];
  const text = children.flatMap(({ nodeType, nodeValue }) => (nodeType === TEXT ? [nodeValue.trim()] : [])).join('');
  const own = text === '' ? [] : [{ nodeId: node.nodeId, text }];
  return [...own, ...children.flatMap(withText)];
}

/** Words and signs in view that are drawn with a typeface of the system, which differs from one machine to the next. */
async function foreign(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const found: string[] = [];
  for (const { nodeId, text } of withText(root as Node)) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const others = fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName);
    if (others.length > 0) found.push(`${text}: ${others.join(', ')}`);
  }
  await session.detach();
  return found;
}

async function openSample(app: App): Promise<void> {
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  await expect(app.resource('warehouse')).toBeVisible();
}

test('every letter and sign in the window comes with the app, whatever fonts a system has', async ({ app }) => {
  await openSample(app);
  const { page } = app;
  await page.evaluate(() => document.fonts.ready);
  expect(await foreign(page), 'the diagram').toEqual([]);
  await app.resource('warehouse').click();
  for (const name of ['Controls', 'Settings', 'Flows']) {
    await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    expect(await foreign(page), name).toEqual([]);
  }
  await page.getByRole('columnheader', { name: 'Severity' }).getByRole('button').click();
  expect(await foreign(page), 'a sorted table').toEqual([]);
});
