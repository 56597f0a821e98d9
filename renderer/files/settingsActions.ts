import type { Host } from '../../shared/ipc/contract.ts';
import { type Settings, settingsIn } from '../../shared/ipc/settings.ts';
import { settings, showSettings, useSettings } from '../state/settings.ts';
import { tell } from '../state/tell.ts';

/** Takes the settings of an earlier run over, and says when they could not be read. */
export function startSettings(kept: Settings, damaged: string | null): void {
  showSettings(kept);
  if (damaged === null) return;
  tell(
    `Your settings were damaged. They are kept as ${damaged}; until you set them anew, all is as at first.`,
    'warning',
  );
}

/** Sets something, here at once and for all windows. */
export async function changeSettings(host: Host, change: Partial<Settings>): Promise<void> {
  useSettings.setState(change);
  const kept = await host.call('settings:set', settingsIn(settings())).catch(() => false);
  if (!kept) tell('The setting holds until Parapet ends: it could not be kept.', 'warning');
}

/** True while the window is dark, by a setting or as the system is. */
export const isDark = (): boolean => document.documentElement.dataset.mantineColorScheme === 'dark';
