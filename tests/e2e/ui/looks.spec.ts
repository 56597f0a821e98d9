import { type App, expect, sampleText, test } from './app.ts';

/**
 * Letters and lines differ from one Chromium to the next by more than a change that somebody would notice, so pictures
 * are compared only where the browser is the one that drew them; elsewhere this file is skipped, and says so. To draw
 * them anew: `npx playwright test looks --update-snapshots`, look at each, and put the version here.
 */
const DRAWN_WITH = '156';

const LOOSE = { maxDiffPixelRatio: 0.01 } as const;

/** The states of the window that people see most, each reached from the one before. */
const STATES: readonly (readonly [name: string, open: (app: App) => Promise<unknown>])[] = [
  ['start', async () => {}],
  [
    'diagram',
    async (app) => {
      await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
      await expect(app.resource('clickstream')).toBeVisible();
    },
  ],
  ['resource', (app) => app.resource('clickstream').click()],
  [
    'flow',
    async (app) => {
      await app.flow('clickstream → sessionizer').focus();
      await app.page.keyboard.press('Enter');
    },
  ],
  [
    'outline',
    async (app) => {
      await app.resource('warehouse').click();
      await app.page.keyboard.press('o');
      await expect(app.page.getByRole('tree').locator(':focus')).toContainText('warehouse');
    },
  ],
  ['connect', (app) => app.page.keyboard.press('c')],
];

test.use({ viewport: { width: 1280, height: 800 } });

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test(`the main states look as they did (${scheme})`, async ({ app, browser }) => {
      const version = browser.version().split('.')[0];
      test.skip(version !== DRAWN_WITH, `the pictures were drawn with Chromium ${DRAWN_WITH}, this is ${version}`);
      for (const [name, open] of STATES) {
        await open(app);
        // How long a check took is never the same.
        const mask = [app.page.getByText(/^Checked in/)];
        await expect.soft(app.page).toHaveScreenshot(`${name}-${scheme}.png`, { ...LOOSE, mask });
      }
    });
  });
}
