import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { COMMANDS, type Command, type CommandId } from '../../shared/commands.ts';
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

const startsGroup = (id: CommandId): boolean => {
  const command: Command = COMMANDS[id];
  return command.startsGroup === true;
};

/** Commands as items of a menu, with a line before each that starts a group. */
export function CommandItems({ ids, ...hooks }: Hooks & { readonly ids: readonly CommandId[] }) {
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && startsGroup(id) && <Menu.Divider />}
      <CommandItem id={id} {...hooks} />
    </Fragment>
  ));
}
