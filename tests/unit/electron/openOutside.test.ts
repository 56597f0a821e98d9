import type { BrowserWindow } from 'electron';
import { expect, it, vi } from 'vitest';
import { createOpenOutside } from '../../../electron/main/openOutside.ts';

const WINDOW = {} as BrowserWindow;

function outside(response: number) {
  const dialog = {
    showMessageBox: vi.fn(async (_window: unknown, _question?: unknown) => ({ response, checkboxChecked: false })),
  };
  const shell = { openExternal: vi.fn(async () => {}) };
  return { dialog, shell, openOutside: createOpenOutside(dialog, shell) };
}

it('asks with the host, as it is looked up, before the system’s browser gets an address', async () => {
  const { dialog, shell, openOutside } = outside(0);
  expect(await openOutside('https://аpple.example:8443/a?b#c', WINDOW)).toBe(true); // a Cyrillic а
  const [window, question] = dialog.showMessageBox.mock.calls[0] ?? [];
  expect(window).toBe(WINDOW);
  expect(question).toMatchObject({
    message: 'Open xn--pple-43d.example:8443 in your browser?',
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  expect(question).not.toHaveProperty('checkboxLabel');
  expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://xn--pple-43d.example:8443/a?b#c');
});

it('opens nothing unless the person says so, and asks each time', async () => {
  const { dialog, shell, openOutside } = outside(1);
  expect(await openOutside('https://a.example/', WINDOW)).toBe(false);
  expect(await openOutside('https://a.example/', WINDOW)).toBe(false);
  expect(dialog.showMessageBox).toHaveBeenCalledTimes(2);
  expect(shell.openExternal).not.toHaveBeenCalled();
});

it('asks one question at a time', async () => {
  const { dialog, openOutside } = outside(1);
  const both = [openOutside('https://a.example/', WINDOW), openOutside('https://b.example/', WINDOW)];
  expect(await Promise.all(both)).toEqual([false, false]);
  expect(dialog.showMessageBox).toHaveBeenCalledOnce();
});

it.each([
  'http://a/',
  'file:///x',
  'https://user:secret@a/',
  'https://user@a/',
  'javascript:1',
  'ms-msdt:x',
  'nonsense',
])('does not even ask about %j', async (url) => {
  const { dialog, shell, openOutside } = outside(0);
  expect(await openOutside(url, WINDOW)).toBe(false);
  expect(dialog.showMessageBox).not.toHaveBeenCalled();
  expect(shell.openExternal).not.toHaveBeenCalled();
});

it('opens nothing without a window to ask in', async () => {
  const { shell, openOutside } = outside(0);
  expect(await openOutside('https://a.example/', null)).toBe(false);
  expect(shell.openExternal).not.toHaveBeenCalled();
});
