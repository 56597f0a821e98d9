import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runIn } from './cli/fakeIo.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/security');
const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');

it('the picture of the threat model is what parapet export makes of its diagram', async () => {
  const files = { 'parapet.parapet': read('parapet.parapet') };
  const args = ['export', 'parapet.parapet', '--annotations', 'none', '--output', 'parapet.svg'];
  const { written } = await runIn({ files }, ...args);
  expect(String(written['parapet.svg']) === read('parapet.svg')).toBe(true);
});
