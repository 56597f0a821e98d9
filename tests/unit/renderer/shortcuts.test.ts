import { describe, expect, it } from 'vitest';
import { commandOf, type Press, shortcutsOf, shortcutText } from '../../../renderer/commands/shortcuts.ts';
import { COMMAND_IDS } from '../../../shared/commands.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const ctrl = { ctrlKey: true } as const;

describe('keys', () => {
  it('Ctrl+S saves, and Cmd+S on a Mac', () => {
    expect(commandOf(press('s', ctrl), false)).toBe('save');
    expect(commandOf(press('s', { metaKey: true }), true)).toBe('save');
    expect(commandOf(press('s', ctrl), true)).toBeNull();
    expect(commandOf(press('s', { metaKey: true }), false)).toBeNull();
  });

  it('Shift makes another command of a letter', () => {
    expect(commandOf(press('z', ctrl), false)).toBe('undo');
    expect(commandOf(press('Z', { ...ctrl, shiftKey: true }), false)).toBe('redo');
    expect(commandOf(press('y', ctrl), false)).toBe('redo');
  });

  it('a letter with Caps Lock is the same letter', () => {
    expect(commandOf(press('S', ctrl), false)).toBe('save');
  });

  it('zooming in works with and without Shift for the plus sign', () => {
    expect(commandOf(press('+', { shiftKey: true }), false)).toBe('zoomIn');
    expect(commandOf(press('+', {}), false)).toBe('zoomIn');
    expect(commandOf(press('=', {}), false)).toBe('zoomIn');
    expect(commandOf(press('-', {}), false)).toBe('zoomOut');
  });

  it('Ctrl with plus, minus and zero is left to the zoom of the whole interface', () => {
    for (const key of ['+', '=', '-', '0']) expect(commandOf(press(key, ctrl), false)).toBeNull();
  });

  it('a layout without Latin letters goes by where the key is', () => {
    expect(commandOf(press('я', { ...ctrl, code: 'KeyZ' }), false)).toBe('undo');
  });

  it('a bare letter is a command only without Control, Alt and Command', () => {
    expect(commandOf(press('c'), false)).toBe('connect');
    expect(commandOf(press('c', ctrl), false)).toBe('copy');
    expect(commandOf(press('c', { altKey: true }), false)).toBeNull();
  });

  it('named keys are commands', () => {
    expect(commandOf(press('Delete'), false)).toBe('delete');
    expect(commandOf(press('Backspace'), false)).toBe('delete');
    expect(commandOf(press('F2'), false)).toBe('rename');
  });

  it('no two commands have the same key', () => {
    const all = COMMAND_IDS.flatMap(shortcutsOf);
    expect(new Set(all).size).toBe(all.length);
  });

  // Ctrl+P alone is taken over: it prints here too, but the diagram in place of the window.
  it('are none that a browser has for its own tools, its tabs and its windows', () => {
    const taken = ['I', 'J', 'C', 'A', 'K', 'E', 'M', 'B', 'O', 'N', 'P', 'T', 'W', 'R', 'Delete']
      .map((key) => `CmdOrCtrl+Shift+${key}`)
      .concat(['T', 'W', 'R', 'L', 'H', 'Q'].map((key) => `CmdOrCtrl+${key}`))
      .concat(['F3', 'F5', 'F11', 'F12']);
    expect(COMMAND_IDS.flatMap(shortcutsOf).filter((shortcut) => taken.includes(shortcut))).toEqual([]);
    expect(commandOf(press('A', { shiftKey: true }), false)).toBe('selectConnected');
    expect(commandOf(press('I', { shiftKey: true }), true)).toBe('invertSelection');
  });

  it('are written as people know them', () => {
    expect(shortcutText('CmdOrCtrl+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(shortcutText('CmdOrCtrl+Shift+Z', true)).toBe('⌘⇧Z');
    expect(shortcutText('CmdOrCtrl+Plus', false)).toBe('Ctrl++');
  });
});
