import { promises as fs } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { atomicWrite } from './atomicWrite.ts';

const Remembered = z.strictObject({ folder: z.string().min(1) });

/** One folder that a person chose, kept in the JSON file `store`. Losing it is harmless: nothing here rejects. */
export interface RememberedFolder {
  get(): Promise<string | null>;
  set(folder: string): Promise<void>;
  clear(): Promise<void>;
}

export function createRememberedFolder(store: string): RememberedFolder {
  return {
    async get() {
      try {
        return Remembered.parse(JSON.parse(await fs.readFile(store, 'utf8'))).folder;
      } catch {
        return null;
      }
    },
    async set(folder) {
      await fs.mkdir(path.dirname(store), { recursive: true }).catch(() => {});
      await atomicWrite(store, `${JSON.stringify({ folder }, null, 2)}\n`).catch(() => {});
    },
    async clear() {
      await fs.rm(store, { force: true }).catch(() => {});
    },
  };
}
