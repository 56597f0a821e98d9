import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { COMMANDS, type CommandId } from '../../shared/commands.ts';
import { isEnabled, runCommand } from '../commands/runCommand.ts';
import { IS_MAC, shortcutsOf, shortcutText } from '../commands/shortcuts.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { useStore } from '../state/store.ts';

interface Props {
  readonly id: CommandId;
  /** What it would do, where the command's label does not say it all. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A command as a button with an icon; the tooltip says what it does, and its key. */
export function IconCommand({ id, label = COMMANDS[id].label, children }: Props) {
  const context = useCommandContext();
  const enabled = useStore((state) => isEnabled(id, state));
  const [shortcut] = shortcutsOf(id);
  return (
    <Tooltip label={shortcut === undefined ? label : `${label} (${shortcutText(shortcut, IS_MAC)})`} openDelay={400}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={label}
        // Not `disabled`: the button would lose the focus with the last step undone.
        aria-disabled={!enabled}
        data-disabled={!enabled}
        onClick={() => runCommand(id, context)}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
