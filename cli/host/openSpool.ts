import { createReadStream, promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Spool } from '../io.ts';
import { openOutput } from './openOutput.ts';

/** A file in a temporary folder of its own, for what is too much to keep in memory. */
export async function openSpool(): Promise<Spool> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'parapet-'));
  const file = path.join(folder, 'spool');
  const output = await openOutput(file);
  return {
    write: output.write,
    read: async function* () {
      await output.commit();
      yield* createReadStream(file, { encoding: 'utf8' });
    },
    remove: async () => {
      await output.discard();
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
