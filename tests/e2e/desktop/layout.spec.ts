import path from 'node:path';
import { answerOpen, choose, documentName, expect, test, unsaved } from './app.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../../data/samples/emr-batch.parapet');

test('the program that computes layouts runs under the policy of the desktop app', async ({ desktop }) => {
  const { app, page } = await desktop.start();
  await answerOpen(app, SAMPLE);
  await choose(app, 'open');
  await expect(documentName(page)).toHaveText('Nightly EMR batch');
  await choose(app, 'tidyLayout');
  await expect(unsaved(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo Tidy layout' })).toBeVisible();
});
