import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createSettingsStore } from '../../../electron/files/settingsStore.ts';
import { DEFAULT_SETTINGS } from '../../../shared/ipc/settings.ts';

const fileWith = (text: string | null): string => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'parapet-settings-')), 'settings.json');
  if (text !== null) writeFileSync(file, text);
  return file;
};

it('are as at first until somebody sets something, which the next start knows', async () => {
  const file = fileWith(null);
  const store = createSettingsStore(file);
  expect([store.get(), store.damaged]).toEqual([DEFAULT_SETTINGS, null]);
  expect(await store.set({ theme: 'dark', ownCatalog: '/own' })).toBe(true);
  const next = createSettingsStore(file);
  expect(next.get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  expect(next.ownCatalog()).toBe('/own');
});

it('of a newer version stay, and do not reach the page', async () => {
  const file = fileWith('{"theme":"light","later":[1]}');
  const store = createSettingsStore(file);
  expect(store.get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'light' });
  await store.set({ snap: false });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ theme: 'light', snap: false, later: [1] });
});

it.each(['', '{', '[]', 'null', '{"theme":"pink"}', '{"snap":"yes"}', '{"ownCatalog":1}'])(
  'that are damaged (%s) are put aside, and all is as at first',
  async (text) => {
    const file = fileWith(text);
    const store = createSettingsStore(file);
    expect([store.get(), store.ownCatalog()]).toEqual([DEFAULT_SETTINGS, null]);
    expect(store.damaged).toBe('settings-damaged.json');
    expect(existsSync(file)).toBe(false);
    await store.set({ minimap: false });
    expect(readFileSync(path.join(path.dirname(file), 'settings-damaged.json'), 'utf8')).toBe(text);
    expect(createSettingsStore(file).get()).toEqual({ ...DEFAULT_SETTINGS, minimap: false });
  },
);

it('that cannot be written hold all the same, and it is said', async () => {
  const store = createSettingsStore(path.join(fileWith('in the way'), 'settings.json'));
  expect(await store.set({ theme: 'dark' })).toBe(false);
  expect(store.get().theme).toBe('dark');
});
