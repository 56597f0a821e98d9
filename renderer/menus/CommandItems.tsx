import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { COMMAND_IDS, COMMANDS, type Command, type CommandId } from '../../shared/commands.ts';
import { isEnabled, runCommand } from '../commands/runCommand.ts';
import { IS_MAC, shortcutsOf, shortcutText } from '../commands/shortcuts.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { useStore } from '../state/store.ts';
import classes from './Menus.module.css';

interface Hooks {
  /** Called before a chosen command runs. */
  readonly onChoose?: () => void;
  /** Called after it has begun. */
  readonly onDone?: () => void;
}

function CommandItem({ id, onChoose, onDone }: Hooks & { readonly id: CommandId }) {
  const context = useCommandContext();
  const enabled = useStore((state) => isEnabled(id, state));
  const [shortcut] = shortcutsOf(id);
  return (
    <Menu.Item
      disabled={!enabled}
      onClick={() => {
        onChoose?.();
        runCommand(id, context);
        onDone?.();
      }}
      rightSection={
        shortcut === undefined ? null : <span className={classes.shortcut}>{shortcutText(shortcut, IS_MAC)}</span>
      }
    >
      {COMMANDS[id].label}
    </Menu.Item>
  );
}

/** True when a group, or another menu, begins after one command and not after the other, in the order of the table. */
function isApart(before: CommandId, id: CommandId): boolean {
  const between = COMMAND_IDS.slice(COMMAND_IDS.indexOf(before) + 1, COMMAND_IDS.indexOf(id) + 1);
  return between.some((each) => {
    const { startsGroup, menu }: Command = COMMANDS[each];
    return startsGroup === true || menu !== COMMANDS[before].menu;
  });
}

/** Commands as items of a menu, in the order of the table, with a line between groups. */
export function CommandItems({ ids, ...hooks }: Hooks & { readonly ids: readonly CommandId[] }) {
  return ids.map((id, index) => {
    const before = ids[index - 1];
    return (
      <Fragment key={id}>
        {before !== undefined && isApart(before, id) && <Menu.Divider />}
        <CommandItem id={id} {...hooks} />
      </Fragment>
    );
  });
}
