import AxeBuilder from '@axe-core/playwright';
import { type App, expect, test, writeFolder } from './app.ts';

const s3 = (id: string, y: number, answers: object = {}) => ({
  id,
  service: 's3',
  name: id,
  position: { x: 0, y },
  answers,
});

const LAKE = JSON.stringify({
  format: 'parapet',
  version: 1,
  name: 'Lake',
  resources: [
    s3('raw', 0, { serverSideEncryption: 'sse-kms', versioning: 'enabled' }),
    s3('clean', 120),
    s3('marts', 240),
    { id: 'disk', service: 'ebs', name: 'disk', position: { x: 260, y: 0 } },
    { id: 'files', service: 'efs', name: 'files', position: { x: 260, y: 120 } },
    { id: 'stream', service: 'kinesis-data-streams', name: 'clicks', position: { x: 260, y: 240 } },
  ],
});

const panel = ({ page }: App) => page.getByRole('complementary', { name: 'Inspector' });
const undo = (app: App, what: string) => app.page.getByRole('button', { name: `Undo ${what}`, exact: true });

async function select(app: App, first: string, ...others: readonly string[]): Promise<void> {
  await app.resource(first).click();
  for (const name of others) await app.resource(name).click({ modifiers: ['Shift'] });
}

async function open(app: App): Promise<void> {
  await app.openText('lake.parapet', LAKE);
  await expect(app.resource('raw')).toBeVisible();
}

const answersOf = async (app: App): Promise<Record<string, Record<string, unknown>>> => {
  const { resources } = JSON.parse(await app.saveAs()) as {
    resources: { id: string; answers?: Record<string, unknown> }[];
  };
  return Object.fromEntries(resources.map(({ id, answers = {} }) => [id, answers]));
};

test('a setting of several resources says that they differ, and is set on all as one step', async ({ app }) => {
  await open(app);
  await select(app, 'raw', 'clean', 'marts');
  const encryption = panel(app).getByLabel('Server-side encryption', { exact: true });
  await expect(encryption.locator('option:checked')).toHaveText('Mixed');
  await expect(encryption).toHaveAccessibleDescription(/^Mixed: 2 × AWS default: SSE-S3, keys of S3, 1 × SSE-KMS\./);
  await encryption.selectOption({ label: 'SSE-KMS' });
  await expect(encryption).toHaveAccessibleDescription(/^Answered here\./);
  const { raw, clean, marts } = await answersOf(app);
  expect([raw, clean, marts].map((answers) => answers?.serverSideEncryption)).toEqual([
    'sse-kms',
    'sse-kms',
    'sse-kms',
  ]);
  await undo(app, 'Set Server-side encryption of 3 resources').click();
  await expect(encryption.locator('option:checked')).toHaveText('Mixed');
  const { violations } = await new AxeBuilder({ page: app.page }).include('aside').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
});

test('classes of data are said to enter at all, with those that enter at some counted, as one step', async ({
  app,
}) => {
  await open(app);
  const data = panel(app).getByRole('region', { name: 'Data', exact: true });
  await app.resource('raw').click();
  await panel(app).getByRole('tab', { name: 'Settings' }).click();
  await data.getByLabel('Personal').check();
  await data.getByLabel('Internal').check();
  await select(app, 'raw', 'clean', 'marts');
  const group = data.getByRole('group', { name: 'Enter the diagram at 3 resources' });
  const personal = group.getByRole('checkbox', { name: 'Personal' });
  await expect(personal).toHaveAccessibleName('Personal (1 of 3)');
  await expect(personal).toBeChecked({ indeterminate: true });
  await personal.press('Space');
  await expect(personal).toHaveAccessibleName('Personal');
  await expect(personal).toBeChecked();
  await expect(personal).toBeFocused();
  await expect(group.getByRole('checkbox', { name: 'Internal' })).toBeChecked({ indeterminate: true });
  const dataOf = async () => {
    const { resources } = JSON.parse(await app.saveAs()) as { resources: { data?: { brings: string[] } }[] };
    return resources.map((each) => each.data?.brings.join() ?? '');
  };
  expect((await dataOf()).sort()).toEqual(['', '', '', 'internal,personal', 'personal', 'personal']);
  const { violations } = await new AxeBuilder({ page: app.page }).include('aside').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await undo(app, 'Data that enter at 3 resources').click();
  await expect(personal).toBeChecked({ indeterminate: true });
  await personal.press('Space');
  await personal.press('Space');
  expect((await dataOf()).sort()).toEqual(['', '', '', '', '', 'internal']);
});

test('resources of different services share what both are asked; their gaps are counted, the worst first', async ({
  app,
}) => {
  await open(app);
  await select(app, 'disk', 'files');
  await expect(panel(app)).toContainText(/2 resources\d+ gaps · \d+ open question/);
  await expect(panel(app).getByRole('region', { name: 'Worst gaps' }).getByRole('listitem').first()).toContainText(
    /high|critical/i,
  );
  await panel(app).getByLabel('Encryption / Encryption at rest').selectOption('customer-managed-key');
  const { disk, files } = await answersOf(app);
  expect([disk?.encryption, files?.encryption]).toEqual(['customer-managed-key', 'customer-managed-key']);
});

test('a badge is put on all that are selected, and offered to others', async ({ app }) => {
  await open(app);
  await select(app, 'raw', 'clean');
  await panel(app).getByLabel('Badge').fill('prod');
  await app.page.keyboard.press('Enter');
  await expect(undo(app, 'Badge of 2 elements')).toBeEnabled();
  await app.resource('marts').click();
  const badge = panel(app).getByLabel('Badge');
  await expect(badge).toHaveValue('');
  const offered = await badge.evaluate((field: HTMLInputElement) =>
    [...(field.list?.options ?? [])].map(({ value }) => value),
  );
  expect(offered).toEqual(['prod']);
  expect((await app.saveAs()).match(/"badge": "prod"/g)).toHaveLength(2);
});

test('a value says where it comes from, and an answer is taken back to the AWS default by key', async ({ app }) => {
  await open(app);
  await app.resource('clicks').click();
  await panel(app).getByRole('tab', { name: 'Settings' }).click();
  const encryption = panel(app).getByLabel('Server-side encryption', { exact: true });
  await expect(encryption).toHaveAccessibleDescription(/^AWS default\./);
  await expect(panel(app).getByRole('group', { name: 'Alarm on consumer lag' })).toHaveAccessibleDescription(
    /^Unknown: nobody has answered\./,
  );
  await encryption.selectOption({ label: 'KMS (SSE-KMS)' });
  await expect(encryption).toHaveAccessibleDescription(/^Answered here\./);
  await panel(app).getByRole('button', { name: 'Reset Server-side encryption to the AWS default: Off' }).press('Enter');
  await expect(encryption).toBeFocused();
  await expect(encryption.locator('option:checked')).toHaveText('AWS default: Off');

  await app.resource('raw').click();
  await panel(app).getByRole('button', { name: 'Take back all 2 answers' }).click();
  expect((await answersOf(app)).raw).toEqual({});
  await undo(app, 'Take back the answers of raw').click();
  expect((await answersOf(app)).raw).toEqual({ serverSideEncryption: 'sse-kms', versioning: 'enabled' });
});

const OWN = {
  'additions/owners.json': JSON.stringify({
    service: 's3',
    properties: [
      { id: 'owner', type: 'text', label: 'Owner' },
      { id: 'readers', type: 'list', label: 'Readers' },
    ],
  }),
};

test('what cannot be an answer is said at its field, stays there until mended, and is in no file', async ({ app }) => {
  const { page } = app;
  await app.newDiagram();
  await page.getByRole('menuitem', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Own catalog…' }).click();
  await writeFolder(page, 'acme', OWN);
  const dialog = page.getByRole('dialog', { name: 'Own catalog' });
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(dialog).toContainText('Folder acme, 1 file');
  await page.keyboard.press('Escape');
  await open(app);
  await app.resource('raw').click();
  await panel(app).getByRole('tab', { name: 'Settings' }).click();

  const owner = panel(app).getByLabel('Owner', { exact: true });
  await owner.fill('Team\u202e');
  await owner.press('Tab');
  await expect(owner).toHaveAccessibleDescription(/a character that nobody sees/);
  await expect(owner).toHaveAttribute('aria-invalid', 'true');
  await expect(owner).toHaveValue('Team\u202e');
  expect((await answersOf(app)).raw).not.toHaveProperty('owner');
  await app.resource('marts').click();
  await expect(page.getByRole('alert').filter({ hasText: 'was not taken over, and waits in its field' })).toBeVisible();
  await expect(owner).toHaveValue('');
  await app.resource('raw').click();
  await expect(owner).toHaveValue('Team\u202e');
  await expect(owner).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Control+o');
  const question = page.getByRole('dialog', { name: 'Leave a text behind?' });
  await expect(question).toContainText('a character that nobody sees');
  await question.getByRole('button', { name: 'Back to the diagram' }).press('Enter');
  await expect(owner).toHaveValue('Team\u202e');
  // Nothing else is unsaved.
  await expect(page.getByTestId('unsaved')).toHaveCount(0);
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => location.reload()));
  expect((await asked).type()).toBe('beforeunload');
  await (await asked).dismiss();
  await expect(owner).toHaveValue('Team\u202e');
  await owner.press('Escape');
  await expect(owner).toHaveValue('');
  await owner.fill('https://teams.example/data');
  await expect(panel(app).getByRole('link', { name: 'https://teams.example/data' })).toBeVisible();

  const readers = panel(app).getByRole('combobox', { name: 'Readers' });
  await readers.fill('Finance');
  await readers.press('Enter');
  await readers.fill('finance');
  await readers.press('Enter');
  await expect(readers).toHaveAccessibleDescription(/“finance” is in the list already/);
  await readers.fill('x'.repeat(2001));
  await readers.press('Enter');
  await expect(readers).toHaveAccessibleDescription(/Has 2,001 characters; at most 2,000 can be kept/);
  await app.resource('marts').click();
  await expect(readers).toHaveValue('');
  await app.resource('raw').click();
  await expect(readers).toHaveValue('x'.repeat(2001));
  await readers.press('Escape');
  await expect(readers).toHaveValue('');
  await readers.fill('Sales');
  expect((await answersOf(app)).raw).toMatchObject({ readers: ['Finance', 'Sales'] });

  const day = panel(app).getByLabel('Created on');
  await day.focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(day).toHaveAccessibleDescription(/no whole date yet/);
  await day.press('Escape');
  await expect(day).not.toHaveAttribute('aria-invalid', 'true');
  expect((await answersOf(app)).raw).toMatchObject({
    owner: 'https://teams.example/data',
    readers: ['Finance', 'Sales'],
  });
});

test('the help of a control opens beside it, stays while one answers in it, and closes with Escape', async ({
  app,
}) => {
  await open(app);
  await app.resource('clicks').click();
  await panel(app)
    .getByRole('tab', { name: /^Controls/ })
    .click();
  const title = app.page.getByRole('button', { name: 'Encrypt the stream at rest with KMS', exact: true });
  await title.press('Enter');
  const help = panel(app).getByRole('region', { name: 'Help: Encrypt the stream at rest with KMS' });
  await expect(help.getByRole('link').first()).toHaveAttribute('href', /^https:/);
  const encryption = help.getByLabel('Server-side encryption', { exact: true });
  await encryption.focus();
  await encryption.selectOption({ label: 'KMS (SSE-KMS)' });
  await expect(panel(app).getByRole('listitem').filter({ has: title }).getByRole('img', { name: 'Met' })).toBeVisible();
  await expect(help).toBeVisible();
  await encryption.press('Escape');
  await expect(help).toBeHidden();
  await expect(title).toBeFocused();
});
