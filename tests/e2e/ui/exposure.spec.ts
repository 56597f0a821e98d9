import AxeBuilder from '@axe-core/playwright';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { SHOP } from '../../support/shop.ts';
import { expect, test } from './app.ts';

const PATH = 'app → api → orders → table';
const RULE = 'No path from the internet to stores of sensitive data, through something without TLS';

test('paths are asked for, drawn and forbidden by keyboard alone; a rule breaks, holds again and is taken back', async ({
  app,
}) => {
  const { page } = app;
  const panel = page.getByRole('complementary', { name: 'Exposure paths' });
  const findings = page.getByRole('region', { name: 'Findings' });
  const broken = findings.getByRole('region', { name: 'Rules that do not hold' });
  const news = page.getByLabel('Changes of gaps');
  const traced = app.canvas.locator('[data-traced]');
  await app.openText('shop.parapet', formatDiagram(SHOP));
  await expect(app.resource('table')).toBeVisible();
  await app.canvas.focus();

  await page.keyboard.press('e');
  await expect(panel).toBeFocused();
  await panel.getByRole('button', { name: /^From the internet, through something without TLS/ }).press('Enter');
  await expect(panel.getByLabel('Through')).toHaveValue('noTls');
  await expect(panel.getByRole('status')).toHaveText('1 path');

  // From far out, where all is in view, it is brought near enough to be read.
  await app.canvas.focus();
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('-');
  await expect(app.canvas).toHaveAttribute('data-far', 'true');
  await panel.getByRole('button', { name: PATH }).press('Enter');
  await expect(app.canvas).toHaveAttribute('data-far', 'false');
  await expect(panel.getByRole('button', { name: PATH })).toHaveAttribute('aria-pressed', 'true');
  await expect(traced).toHaveCount(7);
  await expect(page.getByText(`Pointed out: ${PATH}`)).toBeAttached();

  // Other picks, another answer.
  await panel.getByLabel('Through').selectOption('Something public');
  await expect(panel.getByRole('status')).toHaveText('no path');
  await panel.getByLabel('Through').selectOption('Something without TLS');

  await panel.getByLabel('Severity').selectOption('Critical');
  await panel.getByRole('button', { name: 'Save as a rule' }).press('Enter');
  await expect(panel.getByText('This is a rule of the diagram.')).toBeVisible();
  await expect(panel).toBeFocused();
  await expect(panel.getByRole('region', { name: 'Rules' }).getByRole('button', { name: RULE }).first()).toContainText(
    'Broken: 1 path',
  );
  await expect(broken.getByRole('button')).toHaveText(`criticalRule broken${RULE}1 path`);
  await expect(page.getByTestId('counts')).toContainText('1 rule broken');
  for (const part of ['aside[aria-label="Exposure paths"]', 'section[aria-label="Findings"]']) {
    expect((await new AxeBuilder({ page }).include(part).analyze()).violations).toEqual([]);
  }

  // In a low panel the filters wait beside the strip and the list, not over them.
  const border = page.getByRole('separator', { name: 'Size of the findings' });
  await border.focus();
  await page.keyboard.press('ArrowDown');
  const filters = await findings.getByRole('button', { name: /^Filters/ }).boundingBox();
  for (const part of [broken, findings.getByRole('grid')]) {
    expect((await part.boundingBox())?.x).toBeGreaterThanOrEqual((filters?.x ?? 0) + (filters?.width ?? Infinity));
  }

  // What is selected is looked at in the inspector; the strip leads back, with the path drawn.
  await app.flow('orders → table').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Yes' }).first().check();
  await expect(broken).toHaveCount(0);
  await expect(news).toContainText(`Rule holds again: ${RULE}`);
  await app.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(news).toContainText(`Rule broken: ${RULE}`);
  await broken.getByRole('button').press('Enter');
  await expect(panel).toBeFocused();
  await expect(traced).toHaveCount(7);

  const saved = JSON.parse(await app.saveAs());
  expect(saved.rules).toMatchObject([{ severity: 'critical', question: { through: 'noTls' } }]);
  await panel.getByRole('button', { name: `Remove rule: ${RULE}` }).press('Enter');
  await expect(broken).toHaveCount(0);
  await expect(panel.getByRole('region', { name: 'Rules' })).toHaveCount(0);
  await expect(panel).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(traced).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
});
