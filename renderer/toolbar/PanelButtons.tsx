import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconLayoutBottombar,
  IconLayoutBottombarInactive,
  IconLayoutSidebar,
  IconLayoutSidebarInactive,
  IconLayoutSidebarRight,
  IconLayoutSidebarRightInactive,
} from '@tabler/icons-react';
import type { CommandId } from '../../shared/commands.ts';
import { runCommand } from '../commands/runCommand.ts';
import { IS_MAC, shortcutsOf, shortcutText } from '../commands/shortcuts.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { type PanelId, usePanelShown } from '../state/panels.ts';
import classes from './StatusBar.module.css';

const BUTTONS = [
  { id: 'palette', command: 'togglePalette', name: 'Services', on: IconLayoutSidebar, off: IconLayoutSidebarInactive },
  {
    id: 'findings',
    command: 'toggleFindings',
    name: 'Findings',
    on: IconLayoutBottombar,
    off: IconLayoutBottombarInactive,
  },
  {
    id: 'inspector',
    command: 'toggleInspector',
    name: 'Inspector',
    on: IconLayoutSidebarRight,
    off: IconLayoutSidebarRightInactive,
  },
] as const satisfies readonly {
  readonly id: PanelId;
  readonly command: CommandId;
  readonly name: string;
  readonly on: typeof IconLayoutSidebar;
  readonly off: typeof IconLayoutSidebar;
}[];

function PanelButton({ id, command, name, on: On, off: Off }: (typeof BUTTONS)[number]) {
  const context = useCommandContext();
  const shown = usePanelShown(id);
  const [shortcut] = shortcutsOf(command);
  const Icon = shown ? On : Off;
  return (
    <Tooltip label={`${name} (${shortcutText(shortcut ?? '', IS_MAC)})`} openDelay={400}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={22}
        aria-label={`${name} panel`}
        aria-pressed={shown}
        onClick={() => runCommand(command, context)}
      >
        <Icon size={16} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}

/** Shows the panels around the canvas, or folds them away. */
export function PanelButtons() {
  return (
    <fieldset className={classes.panels} aria-label="Panels">
      {BUTTONS.map((button) => (
        <PanelButton key={button.id} {...button} />
      ))}
    </fieldset>
  );
}
