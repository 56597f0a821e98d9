import AxeBuilder from '@axe-core/playwright';
import { type App, expect, test } from './app.ts';

const PIPELINE = JSON.stringify({
  format: 'parapet',
  version: 1,
  name: 'Inspected',
  boundaries: [
    { id: 'vpc', kind: 'vpc', name: 'analytics', position: { x: 520, y: 0 }, size: { width: 480, height: 320 } },
    {
      id: 'subnet',
      kind: 'private-subnet',
      name: 'Private subnet',
      inside: 'vpc',
      position: { x: 24, y: 64 },
      size: { width: 320, height: 200 },
    },
  ],
  resources: [
    { id: 'stream', service: 'kinesis-data-streams', name: 'clickstream', position: { x: 0, y: 0 } },
    {
      id: 'bucket',
      service: 's3',
      name: 'raw-zone',
      position: { x: 0, y: 160 },
      answers: { serverSideEncryption: 'made-up', colour: 'blue' },
    },
    { id: 'hose', service: 'data-firehose', name: 'to-lake', position: { x: 240, y: 80 } },
    {
      id: 'novelty',
      service: 'future-service',
      name: 'novelty',
      position: { x: 0, y: 320 },
      answers: { speed: 'fast' },
    },
  ],
  flows: [
    { id: 'in', from: 'stream', to: 'hose' },
    { id: 'out', from: 'hose', to: 'bucket' },
  ],
});

const panel = ({ page }: App) => page.getByRole('complementary', { name: 'Inspector' });
const tab = (app: App, name: string | RegExp) => panel(app).getByRole('tab', { name });
const control = (app: App, title: string) =>
  panel(app)
    .getByRole('listitem')
    .filter({ has: app.page.getByRole('button', { name: title, exact: true }) });

const ENCRYPT = 'Encrypt the stream at rest with KMS';

async function open(app: App): Promise<void> {
  await app.openText('inspected.parapet', PIPELINE);
  await expect(app.resource('clickstream')).toBeVisible();
}

async function openOn(app: App, name: string, tabName: string | RegExp): Promise<void> {
  await open(app);
  await app.resource(name).click();
  await tab(app, tabName).click();
}

test('nothing selected: the diagram with its name, its counts and its worst gaps', async ({ app }) => {
  await open(app);
  await expect(panel(app)).toContainText('4 resources · 2 flows · 2 boundaries');
  const name = panel(app).getByRole('textbox', { name: 'Name of the diagram' });
  await name.fill('Renamed');
  await name.press('Enter');
  await panel(app).getByRole('region', { name: 'Worst gaps' }).getByText(ENCRYPT).click();
  await expect(panel(app).getByRole('textbox', { name: 'Name' })).toHaveValue('clickstream');
  await expect(panel(app).getByRole('button', { name: ENCRYPT })).toHaveAttribute('aria-expanded', 'true');
  expect(await app.saveAs()).toContain('"name": "Renamed"');
});

test('a name is committed by Enter, forgotten by Escape, and kept when another element is selected', async ({
  app,
}) => {
  await openOn(app, 'clickstream', 'Settings');
  const name = panel(app).getByRole('textbox', { name: 'Name' });
  await name.fill('forgotten');
  await name.press('Escape');
  await expect(name).toHaveValue('clickstream');
  await name.fill('orders');
  await name.press('Enter');
  await expect(app.resource('orders')).toBeVisible();
  await name.fill('payments');
  await app.resource('to-lake').click();
  await expect(app.resource('payments')).toBeVisible();
  await app.canvas.press('Control+z');
  await expect(app.resource('orders')).toBeVisible();
});

test('an answer changes the outcome at once, and asks what depends on it', async ({ app }) => {
  await openOn(app, 'clickstream', /^Controls/);
  await expect(control(app, ENCRYPT)).toContainText('Server-side encryption: Off (AWS default)');
  await tab(app, 'Settings').click();
  const encryption = panel(app).getByLabel('Server-side encryption');
  await expect(encryption.locator('option:checked')).toHaveText('AWS default: Off');
  await expect(panel(app).getByLabel('KMS key')).toHaveCount(0);
  await encryption.selectOption({ label: 'KMS (SSE-KMS)' });
  await expect(panel(app).getByLabel('KMS key')).toBeVisible();
  await tab(app, /^Controls/).click();
  await expect(control(app, ENCRYPT).getByRole('img', { name: 'Met' })).toBeVisible();
});

test('a yes-or-no question is answered by keys and taken back', async ({ app }) => {
  await openOn(app, 'clickstream', 'Settings');
  const question = panel(app).getByRole('group', { name: 'Alarm on consumer lag' });
  await question.getByRole('radio', { name: 'Not answered' }).focus();
  await app.page.keyboard.press('ArrowRight');
  await expect(question.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await question.getByRole('radio', { name: 'Not answered' }).check();
  expect(await app.saveAs()).not.toContain('lagAlarm');
});

test('the fields of a form are tied to their hints', async ({ app }) => {
  await openOn(app, 'clickstream', 'Settings');
  await expect(panel(app).getByLabel('Server-side encryption')).toHaveAccessibleDescription(/running stream/);
  const alarm = panel(app).getByRole('group', { name: 'Alarm on consumer lag' });
  await expect(alarm).toHaveAccessibleDescription(/iterator age/);
});

test('a fix gives the answers that close a gap, as one step', async ({ app }) => {
  await openOn(app, 'clickstream', /^Controls/);
  await control(app, ENCRYPT).getByRole('button', { name: 'Fix: Turn on SSE-KMS' }).click();
  await expect(control(app, ENCRYPT).getByRole('img', { name: 'Met' })).toBeVisible();
  await expect(panel(app).getByRole('button', { name: ENCRYPT })).toBeFocused();
  await app.page.keyboard.press('Control+z');
  await expect(control(app, ENCRYPT).getByRole('img', { name: 'Gap' })).toBeVisible();
});

test('a control unfolds why it matters, what to do, what it serves and where that is written', async ({ app }) => {
  await openOn(app, 'clickstream', /^Controls/);
  await panel(app).getByRole('button', { name: ENCRYPT }).click();
  const details = control(app, ENCRYPT);
  await expect(details).toContainText('StartStreamEncryption');
  await expect(details).toContainText('AWS::Kinesis::Stream.StreamEncryption');
  await expect(details).toContainText('as with Prowler and Trivy');

  const code = details.getByRole('region', { name: 'Code of CloudFormation' });
  await expect(code).toContainText('EncryptionType: KMS');
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await details.getByRole('button', { name: 'Copy Terraform' }).click();
  await expect(app.page.getByText('Copied the Terraform')).toBeAttached();
  expect(await app.page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^resource "aws_kinesis_stream" "stream" {\n {2}encryption_type = "KMS"\n/,
  );
  const source = details.getByRole('link', { name: /Data protection in Amazon Kinesis/ });
  await expect(source).toHaveAttribute('href', /^https:\/\/docs\.aws\.amazon\.com\//);
});

test('a fact that decided points out on the canvas what it was read from', async ({ app }) => {
  await openOn(app, 'clickstream', /^Controls/);
  const because = control(app, ENCRYPT).getByRole('list', { name: 'Because' }).getByRole('button').first();
  await because.click();
  await expect(app.canvas.locator('[data-traced]')).toHaveCount(1);
});

test('a risk is accepted with a reason, holds while its facts stay the same, and is withdrawn', async ({ app }) => {
  await openOn(app, 'clickstream', /^Controls/);
  await control(app, ENCRYPT).getByRole('button', { name: 'Accept risk…' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Accept this finding' });
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(dialog).toContainText('Say why');
  await dialog.getByLabel('Justification').fill('Only public data, see RISK-212');
  await dialog.getByLabel('Owner').fill('Data platform');
  await dialog.getByLabel('Holds until').fill('2099-12-31');
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const item = control(app, ENCRYPT);
  await expect(item.getByRole('img', { name: 'Accepted' })).toBeVisible();
  await expect(item).toContainText('Risk accepted until 2099-12-31: “Only public data, see RISK-212”');

  await tab(app, 'Settings').click();
  await panel(app).getByLabel('Server-side encryption').selectOption({ label: 'Off' });
  await tab(app, /^Controls/).click();
  await expect(item.getByRole('img', { name: 'Accepted' })).toBeVisible();

  await item.getByRole('button', { name: 'Withdraw decision' }).click();
  await expect(item.getByRole('img', { name: 'Gap' })).toBeVisible();
});

const decided = (change: object) =>
  JSON.stringify({
    ...JSON.parse(PIPELINE),
    suppressions: [
      {
        control: 'kinesis-data-streams.encrypt-at-rest',
        element: 'stream',
        kind: 'riskAccepted',
        justification: 'For the pilot only',
        decidedOn: '2020-01-01',
        ...change,
      },
    ],
  });

for (const [why, change, text] of [
  ['has expired', { expiresOn: '2020-06-30' }, 'Open again. The decision on it has expired.'],
  ['stood on other facts', { facts: 'deadbeef' }, 'Open again. The facts it was decided on have changed.'],
] as const) {
  test(`a decision that ${why} says so and can be taken again`, async ({ app }) => {
    await app.openText('decided.parapet', decided(change));
    await app.resource('clickstream').click();
    await tab(app, /^Controls/).click();
    await expect(control(app, ENCRYPT)).toContainText(text);
    await control(app, ENCRYPT).getByRole('button', { name: 'Accept again…' }).click();
    const dialog = app.page.getByRole('dialog');
    await expect(dialog.getByLabel('Justification')).toHaveValue('For the pilot only');
    await dialog.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(control(app, ENCRYPT).getByRole('img', { name: 'Accepted' })).toBeVisible();
  });
}

test('Escape does not throw away a justification that is being typed; Cancel does', async ({ app }) => {
  await openOn(app, 'clickstream', /^Controls/);
  const accept = control(app, ENCRYPT).getByRole('button', { name: 'Accept risk…' });
  const dialog = app.page.getByRole('dialog', { name: 'Accept this finding' });
  await accept.click();
  await dialog.getByLabel('Justification').press('Escape');
  await expect(dialog).toHaveCount(0);
  await accept.click();
  await dialog.getByLabel('Justification').fill('Only public data');
  await app.page.keyboard.press('Escape');
  await app.page.mouse.click(5, 5);
  await expect(dialog.getByLabel('Justification')).toHaveValue('Only public data');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  await accept.click();
  await expect(dialog.getByLabel('Justification')).toHaveValue('');
  await dialog.getByLabel('Justification').fill('Only public data');
  await dialog.getByRole('button', { name: 'Close dialog' }).click();
  await expect(dialog).toHaveCount(0);
});

test('an open question leads to its field', async ({ app }) => {
  await openOn(app, 'clickstream', /^Controls/);
  await control(app, 'Alarm on consumer lag before records expire')
    .getByRole('button', { name: 'Answer', exact: true })
    .click();
  await expect(tab(app, 'Settings')).toHaveAttribute('aria-selected', 'true');
  const question = panel(app).getByRole('group', { name: 'Alarm on consumer lag' });
  await expect(question.getByRole('radio', { name: 'Yes' })).toBeFocused();
});

test('a resource is put into a boundary by keys, and then lies in it', async ({ app }) => {
  await openOn(app, 'to-lake', 'Settings');
  await panel(app).getByLabel('Inside').selectOption({ label: 'VPC analytics / Private subnet' });
  await expect(panel(app)).toContainText('in VPC analytics / Private subnet');
  const inner = await app.resource('to-lake').boundingBox();
  const outer = await app.boundary('Private subnet').boundingBox();
  if (!inner || !outer) throw new Error('not visible');
  expect(inner.x).toBeGreaterThan(outer.x);
  expect(inner.x + inner.width).toBeLessThan(outer.x + outer.width);
  expect(inner.y).toBeGreaterThan(outer.y);
  expect(inner.y + inner.height).toBeLessThan(outer.y + outer.height);
  await panel(app).getByLabel('Inside').selectOption({ label: 'No boundary' });
  await expect(panel(app)).not.toContainText('in VPC analytics');
});

test('the flows of a resource lead to the flow, and its ends back', async ({ app }) => {
  await openOn(app, 'to-lake', 'Flows 2');
  await panel(app).getByRole('region', { name: 'Receives data from' }).getByRole('button').click();
  const label = panel(app).getByRole('textbox', { name: 'Label' });
  await label.fill('clicks');
  await label.press('Enter');
  await expect(panel(app)).toContainText('opens the connection');
  await panel(app).getByRole('button', { name: 'clickstream' }).click();
  await expect(panel(app).getByRole('textbox', { name: 'Name' })).toHaveValue('clickstream');
  expect(await app.saveAs()).toContain('"label": "clicks"');
});

test('notes are saved with the diagram, also when the command comes before the field is left', async ({ app }) => {
  await openOn(app, 'clickstream', 'Notes');
  await panel(app).getByLabel('Notes', { exact: true }).last().fill('Ask the platform team');
  expect(await app.saveAs()).toContain('Ask the platform team');
});

test('what is being typed counts before its field is left, as one step that Escape takes back', async ({ app }) => {
  const { page } = app;
  const unsaved = page.getByTestId('unsaved');
  await openOn(app, 'clickstream', 'Settings');
  const name = panel(app).getByRole('textbox', { name: 'Name' });
  await name.press('Home');
  await page.keyboard.type('my ');
  await expect(unsaved).toBeVisible();
  await expect(app.resource('my clickstream')).toBeVisible();
  await page.keyboard.type('own ');
  await expect(name).toHaveValue('my own clickstream');
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('clickstream');
  await expect(unsaved).toHaveCount(0);

  await tab(app, 'Notes').click();
  const note = panel(app).getByRole('textbox', { name: 'Notes' });
  await note.pressSequentially('Ask the team. ');
  await expect(unsaved).toBeVisible();
  await note.pressSequentially('Twice');
  await expect(note).toHaveValue('Ask the team. Twice');
  await page.getByRole('button', { name: 'Undo Note on clickstream' }).click();
  await expect(note).toHaveValue('');
  await expect(unsaved).toHaveCount(0);
});

test('an unknown service and an unknown answer are shown, kept and not judged', async ({ app }) => {
  await openOn(app, 'novelty', 'Settings');
  await expect(panel(app)).toContainText('This catalog has no entry for future-service, so nothing is checked');
  await expect(panel(app).getByRole('region', { name: 'Kept from the file' })).toContainText('fast');
  await expect(tab(app, /^Controls/)).toHaveCount(0);
  await app.resource('raw-zone').click();
  const encryption = panel(app).getByLabel('Server-side encryption');
  await expect(encryption.locator('option:checked')).toHaveText('Unknown answer: made-up');
  await expect(panel(app).getByRole('region', { name: 'Kept from the file' })).toContainText('blue');
  expect(await app.saveAs()).toContain('"made-up"');
});

test('several elements: their count, and what can be done with them', async ({ app }) => {
  await open(app);
  await app.resource('clickstream').click();
  await app.canvas.press('Control+a');
  await expect(panel(app)).toContainText('8 elements selected');
  await expect(panel(app)).toContainText('4 resources, 2 flows, 2 boundaries');
  await panel(app).getByRole('button', { name: 'Delete' }).click();
  await expect(app.resource('clickstream')).toHaveCount(0);
});

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test(`no part of the inspector has an axe violation (${scheme})`, async ({ app }) => {
      const check = async () => {
        const { violations } = await new AxeBuilder({ page: app.page }).include('aside').analyze();
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      };
      await openOn(app, 'raw-zone', 'Settings');
      await panel(app).getByRole('region', { name: 'Good to know' }).getByRole('button').first().click();
      await check();
      await app.resource('clickstream').click();
      await tab(app, /^Controls/).click();
      await panel(app).getByRole('button', { name: ENCRYPT }).click();
      await panel(app)
        .getByRole('button', { name: /not apply$/ })
        .click();
      await check();
      for (const name of ['Flows 1', 'Notes']) {
        await tab(app, name).click();
        await check();
      }
      await app.resource('novelty').click();
      await check();
      await app.canvas.press('Control+a');
      await check();
    });
  });
}
