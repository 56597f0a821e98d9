import { ActionIcon, Paper, Stack, Tooltip } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { Panel } from '@xyflow/react';
import { canvasPort } from '../state/viewport.ts';

const BUTTONS = [
  { name: 'Zoom in', icon: IconPlus, run: () => canvasPort()?.zoomBy(1.25) },
  { name: 'Zoom out', icon: IconMinus, run: () => canvasPort()?.zoomBy(0.8) },
  { name: 'Fit diagram', icon: IconFocusCentered, run: () => canvasPort()?.fit() },
] as const;

/** Zoom by mouse, for those without a wheel. */
export function ZoomButtons() {
  return (
    <Panel position="bottom-left">
      <Paper withBorder shadow="xs">
        <Stack gap={0}>
          {BUTTONS.map(({ name, icon: Icon, run }) => (
            <Tooltip key={name} label={name} position="right">
              <ActionIcon variant="subtle" color="gray" size={30} aria-label={name} onClick={run}>
                <Icon size={16} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          ))}
        </Stack>
      </Paper>
    </Panel>
  );
}
