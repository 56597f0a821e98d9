import AxeBuilder from '@axe-core/playwright';
import { expect, sampleText, test } from './app.ts';

// Each scan reads every element, several times a test.
test.describe.configure({ timeout: 120_000 });

async function violations(page: ConstructorParameters<typeof AxeBuilder>[0]['page']) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test(`the start page has no axe violation (${scheme})`, async ({ app }) => {
      expect(await violations(app.page)).toEqual([]);
    });

    test(`the editor with a sample, a resource, a flow and a boundary selected has none (${scheme})`, async ({
      app,
    }) => {
      await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
      await expect(app.resource('clickstream')).toBeVisible();
      expect(await violations(app.page)).toEqual([]);
      await app.resource('clickstream').click();
      expect(await violations(app.page)).toEqual([]);
      await app.page.getByRole('tab', { name: 'Settings' }).click();
      expect(await violations(app.page)).toEqual([]);
      await app.canvas.locator('.react-flow__edge').first().focus();
      await app.page.keyboard.press('Enter');
      expect(await violations(app.page)).toEqual([]);
      await app.boundary('analytics-vpc').focus();
      await app.page.keyboard.press('Enter');
      expect(await violations(app.page)).toEqual([]);
    });

    test(`dialogs have none (${scheme})`, async ({ app }) => {
      await app.openText('clickstream.parapet', sampleText('clickstream-iot'));
      await app.resource('clickstream').click();
      await app.page.keyboard.press('c');
      await expect(app.page.getByRole('dialog')).toBeVisible();
      expect(await violations(app.page)).toEqual([]);
      await app.page.keyboard.press('Escape');
      await app.page.keyboard.press('F1');
      await expect(app.page.getByRole('dialog')).toBeVisible();
      expect(await violations(app.page)).toEqual([]);
      await app.page.keyboard.press('Escape');
      await app.page.keyboard.press('Control+k');
      await app.page.keyboard.type('e');
      await expect(app.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
      expect(await violations(app.page)).toEqual([]);
    });
  });
}
