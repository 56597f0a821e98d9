import { COMMAND_IDS, COMMANDS, type Command, type CommandId } from '../../shared/commands.ts';

/** What of a key press a shortcut is compared with. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const NAMED: Readonly<Record<string, string>> = { Plus: '+' };

/** The key of a press as shortcuts name it. A layout without Latin letters falls back to where the key is. */
function keyOf({ key, code }: Press): string {
  if (key.length > 1 || /^[!-~]$/.test(key)) return key.toUpperCase();
  return /^Key([A-Z])$/.exec(code)?.[1] ?? key;
}

function matches(press: Press, shortcut: string, mac: boolean): boolean {
  const parts = shortcut.split('+').map((part) => NAMED[part] ?? part);
  const wanted = (parts.at(-1) ?? '').toUpperCase();
  if (keyOf(press) !== wanted || press.altKey) return false;
  const [main, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  if (other || main !== parts.includes('CmdOrCtrl')) return false;
  // Where a sign needs Shift depends on the keyboard.
  return !/^([A-Z]|\w{2,})$/.test(wanted) || press.shiftKey === parts.includes('Shift');
}

const IN_BROWSER = typeof window === 'undefined' || window.parapet === undefined;

/** All shortcuts of a command here, the one that menus show first. */
export function shortcutsOf(id: CommandId): readonly string[] {
  const { shortcut, alsoShortcuts = [], notInBrowser }: Command = COMMANDS[id];
  if (notInBrowser && IN_BROWSER) return [];
  return shortcut === undefined ? alsoShortcuts : [shortcut, ...alsoShortcuts];
}

/** The command that a key press asks for, or null. */
export const commandOf = (press: Press, mac: boolean): CommandId | null =>
  COMMAND_IDS.find((id) => shortcutsOf(id).some((shortcut) => matches(press, shortcut, mac))) ?? null;

const MAC_SIGNS: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧', Delete: '⌦', Backspace: '⌫' };

/** The parts of a shortcut as people know them: `Ctrl`, `Shift`, `Z`; on macOS as signs. */
export const shortcutParts = (shortcut: string, mac: boolean): readonly string[] =>
  shortcut.split('+').map((part) => {
    const named = NAMED[part] ?? part;
    return mac ? (MAC_SIGNS[named] ?? named) : named === 'CmdOrCtrl' ? 'Ctrl' : named;
  });

/** A shortcut in one text: `Ctrl+Shift+Z`, on macOS `⌘⇧Z`. */
export const shortcutText = (shortcut: string, mac: boolean): string =>
  shortcutParts(shortcut, mac).join(mac ? '' : '+');

/** True on a Mac, where Command takes the place of Control. */
export const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
