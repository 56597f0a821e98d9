import type { MenuItemConstructorOptions } from 'electron';
import { expect, it, vi } from 'vitest';
import { INITIAL_MENU_STATE, type MenuState, menuTemplate } from '../../../electron/main/menuTemplate.ts';
import { COMMAND_IDS, COMMANDS } from '../../../shared/commands.ts';

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
const itemsOf = (platform: NodeJS.Platform, state: MenuState = INITIAL_MENU_STATE, run = vi.fn()) =>
  flat(menuTemplate(platform, state, run));
const itemOf = (id: string, platform: NodeJS.Platform, state?: MenuState) =>
  itemsOf(platform, state).find((item) => item.id === id);

it.each(['linux', 'win32', 'darwin'] as const)('the menu on %s has every command of the table once', (platform) => {
  const ids = itemsOf(platform).flatMap((item) => COMMAND_IDS.filter((id) => id === item.id));
  expect(ids.sort()).toEqual(COMMAND_IDS.filter((id) => COMMANDS[id].menu !== null).sort());
});

it('undo names the step that it takes back', () => {
  const state = { undoLabel: 'Move R&D warehouse', redoLabel: null, enabled: ['undo'] } as const;
  expect(itemOf('undo', 'linux', state)).toMatchObject({ label: 'Undo Move R&&D warehouse', enabled: true });
  expect(itemOf('redo', 'linux', state)).toMatchObject({ label: 'Redo', enabled: false });
});

it('keys that text fields need are left to the page', () => {
  expect(itemOf('delete', 'linux')).toMatchObject({ accelerator: 'Delete', registerAccelerator: false });
  expect(itemOf('delete', 'darwin')).not.toHaveProperty('accelerator');
  expect(itemOf('tidySelection', 'darwin')).not.toHaveProperty('accelerator'); // else nobody can type a large L
  expect(itemOf('undo', 'darwin')).toMatchObject({ accelerator: 'CmdOrCtrl+Z' });
  expect(itemOf('save', 'linux')).not.toHaveProperty('registerAccelerator');
});

it('a chosen item runs its command', () => {
  const run = vi.fn();
  const save = itemsOf('linux', INITIAL_MENU_STATE, run).find((item) => item.id === 'save');
  save?.click?.call(save, ...([] as unknown as Parameters<NonNullable<typeof save.click>>));
  expect(run).toHaveBeenCalledWith('save');
});
