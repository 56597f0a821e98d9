import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, sampleText, test } from './app.ts';

// Each scan reads every element, several times a test.
test.describe.configure({ timeout: 180_000 });

/** What axe finds in some parts of the page, or in all of it. The page has no frames, which would need another page. */
async function violations(page: Page, parts: readonly string[] = []): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations: found } = await parts.reduce((some, part) => some.include(part), axe).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

const INSPECTOR = 'aside[aria-label="Inspector"]';
const CANVAS = '[data-canvas]';
const LEFT = 'nav[aria-label="Services and boundaries"]';
const FINDINGS = 'section[aria-label="Findings"]';
const DIALOG = '[role="dialog"]';
const MENU = '[role="menu"]';

/** A state of the window: its name, how one gets there from the one before, and the parts that are not as before. */
type Screen = readonly [name: string, open: (app: App) => Promise<unknown>, ...parts: readonly string[]];

const tab = (name: string) => (app: App) => app.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();

const menuOf = (find: (app: App) => Locator) => async (app: App) => {
  await app.page.keyboard.press('Escape');
  await find(app).focus();
  await app.page.keyboard.press('Shift+F10');
  await expect(app.page.getByRole('menu')).toBeVisible();
};

/** Everything that shows without a dialog. */
const SCREENS: readonly Screen[] = [
  ['the start page', async () => {}],
  [
    'nothing selected',
    async (app) => {
      await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
      await expect(app.resource('clickstream')).toBeVisible();
    },
  ],
  ['a resource', (app) => app.resource('clickstream').click(), INSPECTOR, CANVAS],
  ['its settings', tab('Settings'), INSPECTOR],
  ['its flows', tab('Flows'), INSPECTOR],
  [
    'its notes, with Markdown',
    async (app) => {
      await tab('Notes')(app);
      await app.page.keyboard.press('Tab');
      await app.page.keyboard.press('Enter');
      await app.page.keyboard.type('# Decision\nSee https://wiki.example/rfc, **bold** and `code`\n\n- one\n- two');
      await app.page.keyboard.press('Control+Enter');
      await expect(app.page.getByRole('heading', { name: 'Decision' })).toBeVisible();
    },
    INSPECTOR,
  ],
  [
    'a flow',
    async (app) => {
      await app.canvas.locator('.react-flow__edge').first().focus();
      await app.page.keyboard.press('Enter');
      await tab('Controls')(app);
    },
    INSPECTOR,
    CANVAS,
  ],
  [
    'a boundary, and what is inside it',
    async (app) => {
      await app.boundary('analytics-vpc').focus();
      await app.page.keyboard.press('Enter');
      await tab('Inside')(app);
    },
    INSPECTOR,
  ],
  [
    'several resources of one service',
    async (app) => {
      await app.resource('raw-events').click();
      await app.resource('curated-sessions').click({ modifiers: ['Shift'] });
      await expect(app.page.getByRole('complementary')).toContainText('2 ');
    },
    INSPECTOR,
  ],
  [
    'everything selected',
    async (app) => {
      await app.boundary('analytics-vpc').focus();
      await app.page.keyboard.press('Control+a');
    },
    INSPECTOR,
    CANVAS,
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
    LEFT,
  ],
  ['a search of services', (app) => app.page.keyboard.press('/').then(() => app.page.keyboard.type('kinesis')), LEFT],
  ['a menu', (app) => app.page.getByRole('menuitem', { name: 'Edit' }).click(), MENU],
  ['the menu of a resource', menuOf((app) => app.resource('clickstream')), MENU],
  ['the menu of a flow', menuOf((app) => app.canvas.locator('.react-flow__edge').first()), MENU],
  ['the menu of a boundary', menuOf((app) => app.boundary('analytics-vpc')), MENU],
  ['the menu of a finding', menuOf((app) => app.page.getByRole('row').nth(1)), MENU],
  [
    'the menu of the canvas',
    async (app) => {
      await app.page.keyboard.press('Escape');
      await app.canvas.click({ button: 'right', position: { x: 15, y: 15 } });
      await expect(app.page.getByRole('menu', { name: 'Canvas' })).toBeVisible();
    },
    MENU,
  ],
  [
    'a note on the canvas',
    async (app) => {
      await app.page.keyboard.press('Escape');
      await app.resource('clickstream').focus();
      await app.page.keyboard.press('t');
      await app.page.keyboard.type('Mind the key policy');
      await app.page.keyboard.press('Control+Enter');
    },
    CANVAS,
  ],
  [
    'a message',
    async (app) => {
      await app.saveAs();
      await expect(app.page.getByText(/^Saved as/)).toBeVisible();
    },
    '.mantine-Notification-root',
  ],
  [
    'findings that a filter leaves',
    (app) => app.page.getByRole('searchbox', { name: 'Search findings' }).fill('no such thing'),
    FINDINGS,
  ],
  [
    'a presentation',
    async (app) => {
      await app.canvas.click({ position: { x: 15, y: 15 } });
      await app.page.keyboard.press('p');
      await expect(app.page.getByText('leaves the presentation')).toBeVisible();
    },
  ],
];

const fromCanvas = (key: string) => async (app: App) => {
  await app.resource('clickstream').click();
  await app.page.keyboard.press(key);
};

/** Every dialog; each is closed before the next. */
const DIALOGS: readonly Screen[] = [
  ['connect', fromCanvas('c')],
  ['move into a boundary', fromCanvas('b')],
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
    'dashboard',
    async (app) => {
      await app.page.getByRole('menuitem', { name: 'Review' }).click();
      await app.page.getByRole('menuitem', { name: 'Dashboard…' }).click();
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

    test(`the window has no axe violation, whatever shows (${scheme})`, async ({ app }) => {
      for (const [name, open, ...parts] of SCREENS) {
        await open(app);
        expect.soft(await violations(app.page, parts), name).toEqual([]);
      }
    });

    test(`dialogs have none (${scheme})`, async ({ app }) => {
      await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
      await expect(app.resource('clickstream')).toBeVisible();
      for (const [name, open] of DIALOGS) {
        await open(app);
        const dialog = app.page.getByRole('dialog');
        await expect(dialog, name).toBeVisible();
        // What lies behind a dialog cannot be reached, and is read above.
        expect.soft(await violations(app.page, [DIALOG]), name).toEqual([]);
        await dialog.focus();
        await app.page.keyboard.press('Escape');
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
  const row = page.getByRole('grid', { name: 'Findings' }).locator('tr[data-index]').first();
  await row.click();
  await expect(row).toHaveCSS('background-color', highlight);
  // Nothing of its own lies between the words and the colour of the row.
  for (const cell of await row.locator('td').all())
    await expect(cell).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('nothing moves for those who asked for that', async ({ app }) => {
  const { page } = app;
  await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
  await expect(app.resource('clickstream')).toBeVisible();
  // What runs longer than 10 ms, and how often the view is moved.
  await page.evaluate(() => {
    const seen = { long: new Set<string>(), views: 0 };
    const note = () => {
      for (const each of document.getAnimations()) {
        const [length, of] = [Number(each.effect?.getTiming().duration), (each.effect as KeyframeEffect).target];
        if (length > 10) seen.long.add(`${length} ms: ${of?.getAttribute('class')}`);
      }
    };
    for (const kind of ['transitionrun', 'animationstart']) document.addEventListener(kind, note, true);
    const view = document.querySelector('.react-flow__viewport');
    if (view)
      new MutationObserver((changes) => (seen.views += changes.length)).observe(view, { attributeFilter: ['style'] });
    Object.assign(window, { seen });
  });
  const moved = async () => {
    await app.resource('clickstream').click();
    for (const key of ['f', 'Control+b', 'Control+b', '0', 'l']) await page.keyboard.press(key);
    await expect(page.getByRole('button', { name: /^Undo Tidy/ })).toBeEnabled();
    await page
      .getByRole('button', { name: /^Store/i })
      .first()
      .click();
    await app.saveAs();
    await expect(page.getByText(/^Saved as/).first()).toBeVisible();
    await page.keyboard.press('Control+z');
    return page.evaluate(() => {
      const { seen } = window as unknown as { seen: { long: Set<string>; views: number } };
      const result = { long: [...seen.long], views: seen.views };
      seen.long.clear();
      seen.views = 0;
      return result;
    });
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const still = await moved();
  expect(still.long).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const usual = await moved();
  expect(usual.long).not.toEqual([]);
  expect(usual.views).toBeGreaterThan(still.views);
});
