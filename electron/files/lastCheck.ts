import { promises as fs } from 'node:fs';
import path from 'node:path';

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** When something was done last: the time of an empty file. Losing it is harmless: nothing here rejects. */
export interface LastCheck {
  /** True when it was a week ago or never; also when the clock was wrong, then or now. */
  isDue(): Promise<boolean>;
  done(): Promise<void>;
}

export function createLastCheck(file: string, now: () => number = Date.now): LastCheck {
  return {
    async isDue() {
      const stat = await fs.stat(file).catch(() => null);
      return stat === null || Math.abs(now() - stat.mtimeMs) >= WEEK_MS;
    },
    async done() {
      const time = new Date(now());
      await fs.mkdir(path.dirname(file), { recursive: true }).catch(() => {});
      await fs.writeFile(file, '').catch(() => {});
      await fs.utimes(file, time, time).catch(() => {});
    },
  };
}
