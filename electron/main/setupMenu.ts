import { Menu } from 'electron';
import type { CommandId } from '../../shared/commands.ts';
import { isAlwaysEnabled, type MenuState, menuTemplate } from './menuTemplate.ts';

/** The native menu; `show` brings it in line with the renderer's state. */
export interface AppMenu {
  show(state: MenuState): void;
}

const sameLabels = (a: MenuState, b: MenuState): boolean => a.undoLabel === b.undoLabel && a.redoLabel === b.redoLabel;

function setEnabled(menu: Menu, before: MenuState, after: MenuState): void {
  const changed = new Set([...before.enabled, ...after.enabled]);
  for (const id of changed) {
    const item = menu.getMenuItemById(id);
    if (item && !isAlwaysEnabled(id)) item.enabled = after.enabled.includes(id);
  }
}

/** Sets the application menu; a chosen command goes to `run`. */
export function setupMenu(first: MenuState, run: (id: CommandId) => void): AppMenu {
  let shown = first;
  let menu = build(shown);

  function build(state: MenuState): Menu {
    const built = Menu.buildFromTemplate(menuTemplate(process.platform, state, run));
    Menu.setApplicationMenu(built);
    return built;
  }

  return {
    show(state) {
      // A label cannot be changed once the item is made; whether it is enabled can.
      if (sameLabels(shown, state)) setEnabled(menu, shown, state);
      else menu = build(state);
      shown = state;
    },
  };
}
