import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Place } from '../io.ts';

/** Where a name leads: links resolved, and what the file system itself calls the file there, if there is one. */
export async function locate(file: string): Promise<Place> {
  const real = await fs.realpath(file).catch(() => path.resolve(file));
  const stat = await fs.stat(real, { bigint: true }).catch(() => null);
  return { path: real, file: stat && `${stat.dev}:${stat.ino}` };
}
