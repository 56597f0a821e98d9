import { promises as fs, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { KeptSettings, parseSettings, type Settings, settingsIn } from '../../shared/ipc/settings.ts';
import { atomicWrite } from './atomicWrite.ts';
import { inOrder } from './inOrder.ts';

/** A path never goes to the page, so it is not one of its settings. */
const Kept = KeptSettings.extend({ ownCatalog: z.string().min(1).nullable().default(null) });
type Kept = z.infer<typeof Kept>;

/** Settings in one file. What is in use is in memory: a disk that refuses takes nothing away before the app ends. */
export interface SettingsStore {
  get(): Settings;
  /** The folder of somebody's own catalog; null when there is none. */
  ownCatalog(): string | null;
  /** False when it could not be kept for the next start. */
  set(change: Partial<Settings & Pick<Kept, 'ownCatalog'>>): Promise<boolean>;
  /** What a damaged file is called now that it has been put aside; null when there was none. */
  readonly damaged: string | null;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null; // not there yet, or not readable: as at the first start
  }
}

/** Keeps a damaged file under another name: somebody may want to mend it, and the next change would replace it. */
function putAside(file: string): string | null {
  const aside = `${path.basename(file, '.json')}-damaged.json`;
  try {
    renameSync(file, path.join(path.dirname(file), aside));
    return aside;
  } catch {
    return path.basename(file);
  }
}

/** The settings in `file`. Reads at once: the first window depends on them. */
export function createSettingsStore(file: string): SettingsStore {
  const queued = inOrder();
  const text = read(file);
  const found = text === null ? null : parseSettings(text, Kept);
  const damaged = text !== null && found === null ? putAside(file) : null;
  let kept: Kept = found ?? Kept.parse(parseSettings('{}', Kept));

  async function write(): Promise<boolean> {
    try {
      await fs.mkdir(path.dirname(file), { recursive: true });
      await atomicWrite(file, `${JSON.stringify(kept, null, 2)}\n`);
      return true;
    } catch {
      return false;
    }
  }

  return {
    get: () => settingsIn(kept),
    ownCatalog: () => kept.ownCatalog,
    damaged,
    set: (change) => {
      kept = { ...kept, ...change };
      return queued(write);
    },
  };
}
