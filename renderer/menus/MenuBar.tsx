import { ActionIcon, Menu, Menubar } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { Fragment } from 'react';
import { COMMAND_IDS, COMMANDS, MENUS, type MenuName } from '../../shared/commands.ts';
import { focusMenuBar } from '../commands/table/parts.ts';
import { isFocusLost } from '../state/focus.ts';
import { CommandItems } from './CommandItems.tsx';
import classes from './Menus.module.css';

interface Menus {
  readonly menus: readonly MenuName[];
}

/** Below this the menus are one. */
const NARROW = '(max-width: 720px)';

const idsOf = (menu: MenuName) => COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu);

function CommandMenu({ menu }: { readonly menu: MenuName }) {
  const ids = idsOf(menu);
  if (ids.length === 0) return null;
  return (
    <Menubar.Menu width={290} menuItemTabIndex={0} transitionProps={{ duration: 0 }}>
      <Menubar.Target className={classes.title ?? ''}>{MENUS[menu]}</Menubar.Target>
      <Menubar.Dropdown className={classes.dropdown ?? ''}>
        <CommandItems ids={ids} />
      </Menubar.Dropdown>
    </Menubar.Menu>
  );
}

/** All menus one under the other, where there is no room for them side by side. */
function OneMenu({ menus }: Menus) {
  return (
    <Menu width={290} position="bottom-start" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon variant="default" size={32} aria-label="Menu" data-menu-bar>
          <IconMenu2 size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        {menus.map((menu) => (
          <Fragment key={menu}>
            {idsOf(menu).length > 0 && <Menu.Label>{MENUS[menu]}</Menu.Label>}
            <CommandItems ids={idsOf(menu)} />
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Mantine loses the focus when a menu closes that the arrow keys led to. */
function keepFocus(open: number | null): void {
  // Not at once: what was chosen may focus something itself.
  if (open === null) setTimeout(() => isFocusLost() && focusMenuBar());
}

/** Menus as the native menu bar has them: one stop of Tab, arrow keys lead from menu to menu. In a narrow window, one. */
export function MenuBar({ menus }: Menus) {
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  if (narrow) return <OneMenu menus={menus} />;
  return (
    <Menubar aria-label="Menus" className={classes.bar ?? ''} data-menu-bar onOpenChange={keepFocus}>
      {menus.map((menu) => (
        <CommandMenu key={menu} menu={menu} />
      ))}
    </Menubar>
  );
}
