import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Fragment } from 'react';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId, type MenuName } from '../../shared/commands.ts';
import { isEnabled, runCommand } from '../commands/runCommand.ts';
import { IS_MAC, shortcutsOf, shortcutText } from '../commands/shortcuts.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { useStore } from '../state/store.ts';
import classes from './Toolbar.module.css';

function CommandItem({ id }: { readonly id: CommandId }) {
  const context = useCommandContext();
  const enabled = useStore((state) => isEnabled(id, state));
  const [shortcut] = shortcutsOf(id);
  return (
    <Menu.Item
      disabled={!enabled}
      onClick={() => runCommand(id, context)}
      rightSection={
        shortcut === undefined ? null : <span className={classes.shortcut}>{shortcutText(shortcut, IS_MAC)}</span>
      }
    >
      {COMMANDS[id].label}
    </Menu.Item>
  );
}

const startsGroup = (id: CommandId): boolean => {
  const command: Command = COMMANDS[id];
  return command.startsGroup === true;
};

/** All commands of one menu, as the native menu bar has them. */
export function CommandMenu({ menu, label }: { readonly menu: MenuName; readonly label: string }) {
  const ids = COMMAND_IDS.filter((id) => COMMANDS[id].menu === menu);
  return (
    <Menu position="bottom-start" width={260} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          className={classes.button ?? ''}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ids.map((id) => (
          <Fragment key={id}>
            {startsGroup(id) && <Menu.Divider />}
            <CommandItem id={id} />
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
