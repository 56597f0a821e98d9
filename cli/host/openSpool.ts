import { promises as fs, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Spool } from '../io.ts';
import { gather } from './gather.ts';
import { removeIfStopped } from './unfinished.ts';

/** What is read at a time. */
const PIECE = 1024 * 1024;

/** A file in a temporary folder of its own, for what is too much to keep in memory. */
export async function openSpool(): Promise<Spool> {
  // At once: between the folder and the word that it is to be removed no signal may come.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parapet-'));
  const keep = removeIfStopped(folder);
  const handle = await fs.open(path.join(folder, 'spool'), 'wx+');
  const { write, flush } = gather((bytes) => handle.writeFile(bytes));
  return {
    write,
    read: async function* () {
      await flush();
      yield* handle.createReadStream({ start: 0, highWaterMark: PIECE, autoClose: false });
    },
    remove: async () => {
      await handle.close().catch(() => {});
      await fs.rm(folder, { recursive: true, force: true });
      keep();
    },
  };
}
