import { DEFAULT_SETTINGS, KeptSettings, parseSettings, type Settings, settingsIn } from '../../shared/ipc/settings.ts';

const SLOT = 'parapet.settings';
const ASIDE = `${SLOT}.damaged`;

/** Settings that a browser keeps for all its pages. */
export interface WebSettings {
  get(): Settings;
  /** False when they could not be kept. */
  set(settings: Settings): boolean;
  /** What damaged settings are kept under; null when there were none. */
  readonly damaged: string | null;
}

function stored(slot: string): string | null {
  try {
    return localStorage.getItem(slot);
  } catch {
    return null; // no storage here
  }
}

function store(slot: string, text: string): boolean {
  try {
    localStorage.setItem(slot, text);
    return true;
  } catch {
    return false; // full, or forbidden
  }
}

/** Settings in the storage of this browser; `changed` is told when another page sets something. */
export function createWebSettings(changed: (settings: Settings) => void): WebSettings {
  const text = stored(SLOT);
  const found = text === null ? null : parseSettings(text, KeptSettings);
  const damaged = text !== null && found === null && store(ASIDE, text) ? ASIDE : null;
  let kept = found ?? KeptSettings.parse(DEFAULT_SETTINGS);

  window.addEventListener('storage', ({ key, newValue }) => {
    const theirs = key === SLOT && newValue !== null ? parseSettings(newValue, KeptSettings) : null;
    if (theirs === null) return;
    kept = theirs;
    changed(settingsIn(kept));
  });

  return {
    get: () => settingsIn(kept),
    damaged,
    set(settings) {
      kept = { ...kept, ...settings };
      return store(SLOT, JSON.stringify(kept));
    },
  };
}
