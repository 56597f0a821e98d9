import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

test('data that enter at one resource are followed, shown with their way, masked and kept in the file', async ({
  app,
}) => {
  const { page } = app;
  const [source, target] = ['clicks', 'enrich'];
  const text = JSON.stringify({
    format: 'parapet',
    version: 1,
    resources: [
      { id: 'a', service: 'kinesis-data-streams', name: source },
      { id: 'b', service: 'lambda', name: target, inside: 'v', position: { x: 40, y: 60 } },
      { id: 'c', service: 's3', name: 'aside' },
    ],
    boundaries: [
      { id: 'v', kind: 'vpc', name: 'network', position: { x: 300, y: 0 }, size: { width: 300, height: 200 } },
    ],
    flows: [{ id: 'f', from: 'a', to: 'b' }],
  });
  await app.openText('clicks.parapet', text);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const data = inspector.getByRole('region', { name: 'Data', exact: true });

  await app.resource(source).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  await data.getByLabel('Personal').check();
  await expect(app.resource(target)).toContainText('personal');
  await expect(app.resource(target)).toHaveAccessibleName(/personal data reach it/i);

  await app.boundary('network').click({ position: { x: 30, y: 12 } });
  await expect(data).toContainText('Resources in it hold personal data.');

  // The findings are narrowed to what such data reach: by the class in the inspector, and by the filter.
  await app.resource(target).click();
  await data.getByRole('button', { name: /^Personal: show the gaps/ }).press('Enter');
  const findings = page.getByRole('region', { name: 'Findings' });
  const filter = findings.getByLabel('Data', { exact: true });
  await expect(filter).toHaveValue('personal');
  const count = Number(/\d+$/.exec((await filter.locator('option:checked').textContent()) ?? '')?.[0]);
  await expect(findings.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1));
  await expect(findings.locator('tr[data-index]').first()).toBeFocused();
  await filter.selectOption('All data');
  await expect(findings.getByRole('grid')).not.toHaveAttribute('aria-rowcount', String(count + 1));

  const way = data.getByRole('list', { name: 'The way of Personal data' });
  await expect(way.getByRole('button')).toHaveText([source, target]);
  await data.getByRole('button', { name: /masks, aggregates or tokenises/ }).click();
  await data.getByRole('button', { name: 'Declare' }).click();
  await expect(data.getByText('Say how')).toBeVisible();
  await data.getByRole('textbox', { name: 'How' }).fill('names are cut');
  await data.getByRole('button', { name: 'Declare' }).click();
  await expect(
    data.getByText('Masks personal data; internal data goes on in their place: names are cut'),
  ).toBeVisible();
  const axe = new AxeBuilder({ page }).setLegacyMode().include('aside[aria-label="Inspector"]');
  expect((await axe.analyze()).violations.map(({ id }) => id)).toEqual([]);

  await data.getByRole('button', { name: 'Show the way of Personal data' }).click();
  await expect(app.resource(source)).toHaveClass(/selected/);
  await expect(app.resource(target)).toHaveClass(/selected/);

  const saved = JSON.parse(await app.saveAs());
  expect(saved.resources.find(({ name }: { name: string }) => name === source).data).toEqual({ brings: ['personal'] });
  expect(saved.resources.find(({ name }: { name: string }) => name === target).data.transforms).toMatchObject({
    how: 'masks',
    takes: ['personal'],
    leaves: ['internal'],
  });
});
