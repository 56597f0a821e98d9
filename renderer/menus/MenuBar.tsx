import { Menubar } from '@mantine/core';
import { COMMAND_IDS, COMMANDS, MENUS, type MenuName } from '../../shared/commands.ts';
import { CommandItems } from './CommandItems.tsx';
import classes from './Menus.module.css';

function CommandMenu({ menu }: { readonly menu: MenuName }) {
  const ids = COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu);
  if (ids.length === 0) return null;
  return (
    <Menubar.Menu width={290} transitionProps={{ duration: 0 }}>
      <Menubar.Target className={classes.title ?? ''}>{MENUS[menu]}</Menubar.Target>
      <Menubar.Dropdown>
        <CommandItems ids={ids} />
      </Menubar.Dropdown>
    </Menubar.Menu>
  );
}

/** Menus as the native menu bar has them: one stop of Tab, arrow keys lead from menu to menu. */
export function MenuBar({ menus }: { readonly menus: readonly MenuName[] }) {
  return (
    <Menubar aria-label="Menus" className={classes.bar ?? ''}>
      {menus.map((menu) => (
        <CommandMenu key={menu} menu={menu} />
      ))}
    </Menubar>
  );
}
