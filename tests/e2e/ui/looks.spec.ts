import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, TestInfo } from '@playwright/test';
import { type App, test as base, expect, sampleText } from './app.ts';
import { cutOff } from './cut.ts';

/**
 * Pictures of the window in its main states. The same letters differ from one Chromium to the next by more than a
 * change that somebody would notice, so pixels are compared only with the Chromium that drew them; that texts are
 * whole and readable is asked of every one. How to draw them anew stands in CONTRIBUTING.md.
 */
const DRAWN_WITH = path.join(import.meta.dirname, 'looks', 'drawn-with.txt');

/** Pixels that may differ: what one rounded corner or one letter at another half pixel takes. */
const LOOSE = { threshold: 0.01, maxDiffPixels: 60 } as const;

const test = base.extend({
  // Decisions expire by the day.
  page: async ({ page }, use) => {
    await page.clock.setFixedTime('2026-11-20T10:00:00');
    await use(page);
  },
});

test.use({ viewport: { width: 1280, height: 800 }, contextOptions: { reducedMotion: 'reduce' } });

/** More resources than are drawn one by one from afar. */
const city = (): string => {
  const services = ['s3', 'kinesis-data-streams', 'lambda', 'redshift'];
  const resources = Array.from({ length: 240 }, (_, index) => ({
    id: `r${index}`,
    service: services[index % 7] ?? 'dynamodb',
    name: `resource ${index}`,
    position: { x: (index % 20) * 240, y: Math.floor(index / 20) * 200 },
  }));
  const flows = resources.slice(1).map(({ id }, index) => ({ id: `f${index}`, from: `r${index}`, to: id }));
  return JSON.stringify({ format: 'parapet', version: 1, name: 'City', resources, flows });
};

const open = async (app: App, name: string, text: string) => {
  await app.openText(`${name}.parapet`, text);
  await expect(app.page.getByTestId('document-name')).toContainText(name);
};

const inspector = ({ page }: App) => page.getByRole('complementary', { name: 'Inspector' });
const findings = ({ page }: App) => page.getByRole('region', { name: 'Findings' });
const dialog = ({ page }: App) => page.getByRole('dialog');

type State = readonly [name: string, reach: (app: App) => Promise<unknown>, part?: (app: App) => Locator];

/** Each state is reached from the one before; a picture is of the window, or of the part that the state is about. */
const STATES: readonly State[] = [
  ['start', ({ page }) => expect(page.getByRole('region').locator('img')).toHaveCount(7)],
  ['empty', (app) => app.newDiagram()],
  [
    'sample',
    async (app) => {
      await open(app, 'Clickstream', sampleText('clickstream-iot'));
      await expect(app.badge(app.resource('clickstream'))).toBeVisible();
    },
  ],
  [
    'resource',
    async (app) => {
      await app.resource('clickstream').click();
      await inspector(app)
        .getByRole('tab', { name: /^Controls/ })
        .click();
    },
  ],
  [
    'flow',
    async (app) => {
      await app.flow('clickstream → sessionizer').focus();
      await app.page.keyboard.press('Enter');
      await expect(inspector(app)).toContainText('sessionizer opens the connection');
    },
    inspector,
  ],
  [
    'filter',
    async (app) => {
      await findings(app).getByRole('radio', { name: /^All/ }).check();
      await findings(app)
        .getByRole('button', { name: /^Medium/ })
        .click();
      await findings(app).getByRole('searchbox').fill('key');
      await expect(findings(app).getByRole('row').nth(1)).toBeVisible();
    },
    findings,
  ],
  [
    'commands',
    async (app) => {
      await app.page.keyboard.press('Control+k');
      await app.page.keyboard.type('red');
      await expect(dialog(app).getByRole('option').first()).toBeVisible();
    },
    dialog,
  ],
  [
    'export',
    async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+e');
      await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    },
    dialog,
  ],
  [
    'presentation',
    async ({ page, canvas }) => {
      await page.keyboard.press('Escape');
      await canvas.click({ position: { x: 15, y: 15 } });
      await page.keyboard.press('p');
      await expect(page.getByTestId('document-name')).toHaveCount(0);
    },
  ],
  [
    'afar',
    async (app) => {
      await app.page.keyboard.press('Escape');
      await open(app, 'City', city());
      await expect(app.page.getByTestId('overview')).toBeVisible();
    },
    ({ canvas }) => canvas,
  ],
  [
    'small',
    async (app) => {
      await app.page.setViewportSize({ width: 1024, height: 700 });
      await open(app, 'Clickstream', sampleText('clickstream-iot'));
      await app.resource('warehouse').click();
      await expect(inspector(app).getByRole('tab', { name: /^Controls/ })).toBeVisible();
    },
  ],
  [
    'damaged',
    async (app) => {
      await app.openText('damaged.parapet', '{ "format": "parapet", "version": 1, "resources": [{ "id": 1 }] }');
      await expect(dialog(app)).toContainText('could not be opened');
    },
    dialog,
  ],
];

/** The pointer is over nothing; how long a check took, which is never the same, does not show. */
async function atRest({ page }: App): Promise<void> {
  await page.mouse.move(0, 0);
  await page.getByText(/^Checked in/).evaluateAll((all) => {
    for (const each of all) (each as HTMLElement).style.visibility = 'hidden';
  });
}

async function paleTexts({ page }: App): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
}

/** True with the browser that drew the pictures; one that draws them anew is noted as that. */
function isCompared(browser: Browser, { config }: TestInfo): boolean {
  const drawer = `Chromium ${browser.version().split('.')[0]}, ${process.platform}\n`;
  if (['all', 'changed'].includes(config.updateSnapshots)) writeFileSync(DRAWN_WITH, drawer);
  return readFileSync(DRAWN_WITH, 'utf8') === drawer;
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test(`the main states look as they did, and every text is whole (${scheme})`, async ({
      app,
      browser,
    }, testInfo) => {
      const { page } = app;
      const compared = isCompared(browser, testInfo);
      const description = `${browser.version()} did not draw the pictures: contrast is measured in their place`;
      if (!compared) testInfo.annotations.push({ type: 'not compared', description });
      for (const [name, reach, part] of STATES) {
        await reach(app);
        expect.soft(await cutOff(page.locator('body')), name).toEqual([]);
        await atRest(app);
        const shown = expect.soft(part === undefined ? page : part(app));
        if (compared) await shown.toHaveScreenshot(`${name}-${scheme}.png`, LOOSE);
        else expect.soft(await paleTexts(app), name).toEqual([]);
      }
    });
  });
}

// The second is a window of 1280 × 800 at 200 %.
for (const size of [
  { width: 1024, height: 700 },
  { width: 640, height: 400 },
]) {
  test(`every text of the inspector and of the findings is whole at ${size.width} × ${size.height}`, async ({
    app,
  }) => {
    await app.page.setViewportSize(size);
    await open(app, 'Clickstream', sampleText('clickstream-iot'));
    for (const element of [
      app.resource('warehouse'),
      app.flow('raw-events → warehouse'),
      app.boundary('analytics-vpc'),
    ]) {
      await element.first().focus();
      await app.page.keyboard.press('Enter');
      for (const tab of await inspector(app).getByRole('tab').all()) {
        await tab.click();
        const name = await tab.textContent();
        expect
          .soft(await cutOff(inspector(app)), `${name} of ${await element.first().getAttribute('aria-label')}`)
          .toEqual([]);
      }
    }
    expect.soft(await cutOff(findings(app))).toEqual([]);
  });
}
