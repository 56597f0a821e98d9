import type { MenuItemConstructorOptions } from 'electron';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId, MENUS, type MenuName } from '../../shared/commands.ts';
import type { WindowState } from '../../shared/ipc/contract.ts';

/** The part of the renderer's state that the menu shows. */
export type MenuState = Pick<WindowState, 'undoLabel' | 'redoLabel' | 'enabled'>;

/** What the menu shows before a window has said anything. */
export const INITIAL_MENU_STATE: MenuState = { undoLabel: null, redoLabel: null, enabled: COMMAND_IDS };

/** What the menu shows on macOS while there is no window: each of these opens one. */
export const WINDOWLESS_MENU_STATE: MenuState = {
  ...INITIAL_MENU_STATE,
  enabled: ['new', 'newWindow', 'open', 'start'],
};

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };

/** The zoom of all that the window shows, with the keys that browsers have for it. */
const INTERFACE_ZOOM: readonly Item[] = [
  { role: 'zoomIn', label: 'Larger interface' },
  { role: 'zoomOut', label: 'Smaller interface' },
  { role: 'resetZoom', label: 'Normal interface' },
];

/** Commands that the system does by itself: as an event in the page, or in the text field that has the focus. */
const ROLES = { cut: 'cut', copy: 'copy', paste: 'paste' } as const satisfies Partial<Record<CommandId, Item['role']>>;

/** True for a command that is never disabled: a text field may need it. */
export const isAlwaysEnabled = (id: CommandId): id is keyof typeof ROLES => id in ROLES;

/** Words of the user inside a menu: short, and with `&` kept from being a mnemonic. */
const inMenu = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words).replaceAll('&', '&&');

function labelOf(id: CommandId, state: MenuState): string {
  const step = id === 'undo' ? state.undoLabel : id === 'redo' ? state.redoLabel : null;
  return step === null ? COMMANDS[id].label : `${COMMANDS[id].label} ${inMenu(step)}`;
}

/**
 * A key that text fields need is shown in the menu but left to the page, which handles it outside of
 * them. macOS cannot show a key without taking it, so there a key without Command is not shown.
 */
function keyOf(command: Command, platform: NodeJS.Platform): Partial<Item> {
  if (command.shortcut === undefined) return {};
  if (!command.leaveToTextFields) return { accelerator: command.shortcut };
  if (platform !== 'darwin') return { accelerator: command.shortcut, registerAccelerator: false };
  return command.shortcut.includes('CmdOrCtrl') ? { accelerator: command.shortcut } : {};
}

/** The menu that macOS has for each app, where people look for its settings. */
const macAppMenu = (settings: Item): readonly Item[] => [
  { role: 'about' },
  SEPARATOR,
  settings,
  SEPARATOR,
  { role: 'services' },
  SEPARATOR,
  { role: 'hide' },
  { role: 'hideOthers' },
  { role: 'unhide' },
  SEPARATOR,
  { role: 'quit' },
];

/** The application menu: every command of the table that has a menu, and what each system adds by itself. */
export function menuTemplate(platform: NodeJS.Platform, state: MenuState, run: (id: CommandId) => void): Item[] {
  const item = (id: CommandId): Item =>
    isAlwaysEnabled(id)
      ? { id, label: labelOf(id, state), role: ROLES[id] }
      : {
          id,
          label: labelOf(id, state),
          enabled: state.enabled.includes(id),
          click: () => run(id),
          ...keyOf(COMMANDS[id], platform),
        };
  const mac = platform === 'darwin';
  const commandsIn = (menu: MenuName): readonly CommandId[] =>
    COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu && !(mac && id === 'settings'));
  const startsGroup = (id: CommandId): boolean => {
    const command: Command = COMMANDS[id];
    return command.startsGroup === true;
  };
  const items = (menu: MenuName): readonly Item[] =>
    commandsIn(menu).flatMap((id) => (startsGroup(id) ? [SEPARATOR, item(id)] : [item(id)]));
  const menu = (name: MenuName, system: readonly Item[]): Item => ({
    id: `menu-${name}`,
    label: `&${MENUS[name]}`,
    submenu: [...items(name), ...system],
  });
  return [
    ...(mac ? [{ label: 'Parapet', submenu: [...macAppMenu(item('settings'))] }] : []),
    menu('file', [SEPARATOR, { role: mac ? 'close' : 'quit' }]),
    menu('edit', []),
    menu('arrange', []),
    menu('review', []),
    menu('view', [SEPARATOR, ...INTERFACE_ZOOM, SEPARATOR, { role: 'togglefullscreen' }]),
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    menu('help', []),
  ];
}
