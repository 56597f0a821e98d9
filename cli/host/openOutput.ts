import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Output } from '../io.ts';
import { gather } from './gather.ts';
import { removeIfStopped } from './unfinished.ts';

/** A file that is written piece by piece beside its place and moved there at the end; makes its folder. */
export async function openOutput(file: string): Promise<Output> {
  const target = await fs.realpath(file).catch(() => file);
  await fs.mkdir(path.dirname(target), { recursive: true });
  const temp = path.join(path.dirname(target), `.parapet-${randomBytes(6).toString('hex')}.tmp`);
  const keep = removeIfStopped(temp);
  const handle = await fs.open(temp, 'wx');
  // FileHandle.writeFile goes on until all bytes are out, at the place where the last one ended.
  const { write, flush } = gather((bytes) => handle.writeFile(bytes));
  const discard = async () => {
    await handle.close().catch(() => {});
    await fs.rm(temp, { force: true });
    keep();
  };
  return {
    write,
    commit: async () => {
      try {
        await flush();
        await handle.sync();
        await handle.close();
        await fs.rename(temp, target);
        keep();
      } catch (error) {
        await discard();
        throw error;
      }
    },
    discard,
  };
}
