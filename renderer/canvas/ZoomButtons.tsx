import { ActionIcon, Paper, Stack, Tooltip } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { Panel } from '@xyflow/react';
import { COMMANDS } from '../../shared/commands.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';

const BUTTONS = [
  { id: 'zoomIn', icon: IconPlus },
  { id: 'zoomOut', icon: IconMinus },
  { id: 'zoomToFit', icon: IconFocusCentered },
] as const;

/** Zoom by mouse, for those without a wheel. */
export function ZoomButtons() {
  const context = useCommandContext();
  return (
    <Panel position="bottom-left">
      <Paper withBorder shadow="xs">
        <Stack gap={0}>
          {BUTTONS.map(({ id, icon: Icon }) => (
            <Tooltip key={id} label={COMMANDS[id].label} position="right">
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={COMMANDS[id].label}
                onClick={() => runCommand(id, context)}
              >
                <Icon size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          ))}
        </Stack>
      </Paper>
    </Panel>
  );
}
