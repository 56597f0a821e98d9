import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { setupDrop } from '../../../electron/main/setupDrop.ts';
import { MOST_DROPPED } from '../../../shared/ipc/openable.ts';

async function drop(files: readonly string[]) {
  const needs = { open: vi.fn(), refuse: vi.fn() };
  await setupDrop(needs)['file:dropped'](files);
  return { opened: needs.open.mock.calls.flat(2), refused: needs.refuse.mock.calls.map(([each]) => each.reason) };
}

it('opens what may hold a diagram, and says of the rest why not', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parapet-drop-'));
  const at = (name: string) => path.join(folder, name);
  for (const name of ['a.parapet', 'B.SVG', 'passwd', 'c.parapet.exe']) writeFileSync(at(name), '');
  mkdirSync(at('folder.parapet'));
  const wanted = ['a.parapet', 'B.SVG', 'passwd', 'c.parapet.exe', 'folder.parapet'].map(at);
  expect(await drop(wanted)).toEqual({
    opened: [at('a.parapet'), at('B.SVG')],
    refused: ['wrongKind', 'wrongKind', 'folder'],
  });
});

it('opens none of too many', async () => {
  const many = Array.from({ length: MOST_DROPPED + 1 }, (_, n) => `/${n}.parapet`);
  expect(await drop(many)).toEqual({ opened: [], refused: ['tooMany'] });
});
