import { promises as fs } from 'node:fs';
import path from 'node:path';
import { atomicWrite } from './atomicWrite.ts';
import { contentHash } from './contentHash.ts';

const KEPT = 10;

/** Keeps `bytes`, what `file` holds before it is overwritten, in a folder of its own under `backups`; the newest ten stay. */
export async function keepBackup(backups: string, file: string, bytes: Uint8Array, now: Date): Promise<void> {
  const folder = path.join(backups, contentHash(path.resolve(file)).slice(0, 16));
  await fs.mkdir(folder, { recursive: true });
  await atomicWrite(path.join(folder, `${now.toISOString().replaceAll(':', '-')}-${path.basename(file)}`), bytes);
  const all = (await fs.readdir(folder)).filter((name) => !name.endsWith('.tmp')).sort();
  for (const old of all.slice(0, Math.max(0, all.length - KEPT))) await fs.rm(path.join(folder, old), { force: true });
}
