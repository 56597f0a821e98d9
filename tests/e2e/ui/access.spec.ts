import AxeBuilder from '@axe-core/playwright';
import { type App, expect, sampleText, test } from './app.ts';

// Each scan reads every element, several times a test.
test.describe.configure({ timeout: 180_000 });

async function violations(
  page: ConstructorParameters<typeof AxeBuilder>[0]['page'],
  popup = false,
  within: string | null = null,
) {
  const builder = within === null ? new AxeBuilder({ page }) : new AxeBuilder({ page }).include(within);
  // A menu or list that hangs at its button or field stands at the end of the page, in no landmark, and is scrolled by
  // the arrow keys of what it hangs at.
  const { violations: found } = await (popup
    ? builder.disableRules(['region', 'scrollable-region-focusable'])
    : builder
  ).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** A state of the window: its name, and how one gets there from the one before. */
type Screen = readonly [name: string, open: (app: App) => Promise<unknown>, popup?: 'popup'];

const tab = (name: string) => (app: App) => app.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();

/** Everything that shows in the editor without a dialog. */
const EDITOR: readonly Screen[] = [
  ['nothing selected', async () => {}],
  ['a resource', (app) => app.resource('clickstream').click()],
  ['its settings', tab('Settings')],
  ['its flows', tab('Flows')],
  ['its notes', tab('Notes')],
  [
    'a flow',
    async (app) => {
      await app.canvas.locator('.react-flow__edge').first().focus();
      await app.page.keyboard.press('Enter');
      await tab('Controls')(app);
    },
  ],
  [
    'a boundary, and what is inside it',
    async (app) => {
      await app.boundary('analytics-vpc').focus();
      await app.page.keyboard.press('Enter');
      await tab('Inside')(app);
    },
  ],
  [
    'everything selected',
    async (app) => {
      await app.boundary('analytics-vpc').focus();
      await app.page.keyboard.press('Control+a');
    },
  ],
  [
    'the outline, with a resource open',
    async (app) => {
      await app.resource('clickstream').focus();
      await app.page.keyboard.press('Enter');
      await app.page.keyboard.press('o');
      await expect(app.page.getByRole('tree').locator(':focus')).toContainText('clickstream');
      await app.page.keyboard.press('ArrowRight');
    },
  ],
  ['a search of services', (app) => app.page.keyboard.press('/').then(() => app.page.keyboard.type('kinesis'))],
  [
    'a note on the canvas',
    async (app) => {
      await app.resource('clickstream').focus();
      await app.page.keyboard.press('t');
      await app.page.keyboard.type('Mind the key policy');
      await app.page.keyboard.press('Control+Enter');
    },
  ],
  ['a menu', (app) => app.page.getByRole('menuitem', { name: 'Edit' }).click(), 'popup'],
];

const fromCanvas = (key: string) => async (app: App) => {
  await app.resource('clickstream').click();
  await app.page.keyboard.press(key);
};

/** Every dialog; each is closed before the next. */
const DIALOGS: readonly Screen[] = [
  ['connect', fromCanvas('c')],
  ['move into a boundary', fromCanvas('b'), 'popup'],
  ['keys', fromCanvas('F1')],
  ['export', fromCanvas('Control+e')],
  [
    'command palette',
    async (app) => {
      await fromCanvas('Control+k')(app);
      await app.page.keyboard.type('e');
      await expect(app.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    },
  ],
  [
    'accept a risk',
    async (app) => {
      await fromCanvas('Escape')(app);
      await app.resource('curated-sessions').click();
      await tab('Controls')(app);
      await app.page
        .getByRole('button', { name: /^Accept/ })
        .first()
        .click();
    },
  ],
  [
    'own catalog',
    async (app) => {
      await app.page.getByRole('menuitem', { name: 'File' }).click();
      await app.page.getByRole('menuitem', { name: 'Own catalog…' }).click();
    },
  ],
  [
    'about',
    async (app) => {
      await app.page.getByRole('menuitem', { name: 'Help' }).click();
      await app.page.getByRole('menuitem', { name: 'About Parapet' }).click();
    },
  ],
  [
    'changes that are not saved',
    async (app) => {
      await fromCanvas('Control+d')(app);
      await app.page.keyboard.press('Control+n');
    },
  ],
];

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test(`the start page has no axe violation (${scheme})`, async ({ app }) => {
      expect(await violations(app.page)).toEqual([]);
    });

    test(`the editor has none, whatever shows (${scheme})`, async ({ app }) => {
      await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
      await expect(app.resource('clickstream')).toBeVisible();
      for (const [name, open, popup] of EDITOR) {
        await open(app);
        expect.soft(await violations(app.page, popup !== undefined), name).toEqual([]);
      }
    });

    test(`dialogs have none (${scheme})`, async ({ app }) => {
      await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
      await expect(app.resource('clickstream')).toBeVisible();
      for (const [name, open, popup] of DIALOGS) {
        await open(app);
        const dialog = app.page.getByRole('dialog');
        await expect(dialog, name).toBeVisible();
        // What lies behind a dialog cannot be reached, and is read above. What hangs at a field of it stands outside of it.
        const within = popup === undefined ? '[role="dialog"]' : null;
        expect.soft(await violations(app.page, popup !== undefined, within), name).toEqual([]);
        await app.page.getByRole('dialog').focus();
        await app.page.keyboard.press('Escape');
        // A list that is open in a dialog closes first.
        if (await dialog.isVisible()) await app.page.keyboard.press('Escape');
        await expect(dialog, name).toBeHidden();
      }
    });
  });
}

test('in high contrast, what is selected and what has the focus shows in the colours of the system', async ({
  app: { page, ...app },
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  const outline = (name: string) =>
    app.resource(name).evaluate((node) => getComputedStyle(node.firstElementChild ?? node).outlineColor);
  const highlight = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Highlight';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  await app.resource('clickstream').click();
  expect(await outline('clickstream')).toBe(highlight);
  const line = app.canvas.locator('.react-flow__edge').first().locator('path').first();
  await app.canvas.locator('.react-flow__edge').first().focus();
  await page.keyboard.press('Enter');
  await expect(line).toHaveCSS('stroke', highlight);
});
