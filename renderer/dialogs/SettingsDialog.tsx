import { Button, Stack, Switch, Text } from '@mantine/core';
import type { Settings } from '../../shared/ipc/settings.ts';
import { useHost } from '../bridge/HostContext.tsx';
import { changeSettings } from '../files/settingsActions.ts';
import { Segments } from '../inspector/Segments.tsx';
import { useOwnCatalog } from '../state/ownCatalog.ts';
import { useSettings } from '../state/settings.ts';
import { showDialog } from '../state/store.ts';
import { Frame } from './Frame.tsx';

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

interface Choice {
  readonly key: Exclude<keyof Settings, 'theme'>;
  readonly label: string;
  readonly description: string;
  /** A page in a browser has no network. */
  readonly desktopOnly?: boolean;
}

const SWITCHES: readonly Choice[] = [
  { key: 'snap', label: 'Snap to grid', description: 'Alt suspends it.' },
  { key: 'minimap', label: 'Map of the diagram', description: 'In the corner of the canvas.' },
  {
    key: 'autosave',
    label: 'Save by itself',
    description: 'Some seconds after the last change, once a diagram has a file. Earlier versions are kept.',
  },
  {
    key: 'updateCheck',
    label: 'Look for a newer version once a week',
    description:
      'At the start, by one request to GitHub with nothing about you or your diagrams. Nothing is installed.',
    desktopOnly: true,
  },
];

/** What holds for all windows and documents. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const host = useHost();
  const settings = useSettings();
  const own = useOwnCatalog((state) => state.own);
  return (
    <Frame title="Settings" onClose={onClose}>
      <Stack gap="md">
        <Segments
          label="Theme"
          segments={THEMES}
          value={settings.theme}
          onChange={(theme) => void changeSettings(host, { theme })}
        />
        {SWITCHES.filter(({ desktopOnly }) => host.kind === 'desktop' || !desktopOnly).map(
          ({ key, label, description }) => (
            <Switch
              key={key}
              label={label}
              description={description}
              checked={settings[key]}
              onChange={({ currentTarget }) => void changeSettings(host, { [key]: currentTarget.checked })}
            />
          ),
        )}
        <div>
          <Text size="sm" mb="xs">
            Own catalog: {own === null ? 'none' : own.name}
          </Text>
          <Button size="xs" variant="default" onClick={() => showDialog({ kind: 'ownCatalog' })}>
            Own catalog…
          </Button>
        </div>
      </Stack>
    </Frame>
  );
}
