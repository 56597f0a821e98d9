import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { codeOf } from './failure.ts';

const HELD_FOR_A_MOMENT = new Set(['EPERM', 'EACCES', 'EBUSY']);
const HOUR = 3_600_000;

async function rename(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      // Windows: a virus scanner or indexer may hold the target for a moment.
      if (process.platform !== 'win32' || !HELD_FOR_A_MOMENT.has(codeOf(error)) || attempt >= 8) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25 * 2 ** attempt));
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // no folder handles there
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Some file systems refuse fsync on a folder; the file itself is already safe.
  }
}

async function resolveLinks(file: string): Promise<string> {
  try {
    return await fs.realpath(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path.resolve(file);
    throw error;
  }
}

const tempPrefix = (target: string): string => `.${path.basename(target).slice(0, 80)}.`;

/** Removes what killed processes left beside `target` while they were writing it. */
async function sweep(target: string): Promise<void> {
  const folder = path.dirname(target);
  const names = await fs.readdir(folder).catch(() => []);
  for (const name of names) {
    const prefix = tempPrefix(target);
    if (!name.startsWith(prefix) || !/^[0-9a-f]{12}\.tmp$/.test(name.slice(prefix.length))) continue;
    const file = path.join(folder, name);
    const age = await fs.stat(file).then(
      (stat) => Date.now() - stat.mtimeMs,
      () => 0,
    );
    if (age > HOUR) await fs.rm(file, { force: true }).catch(() => {});
  }
}

/**
 * Replaces a file in one step: after a crash, a power cut or a full disk the path holds either the
 * old content or the new one, never a part. Resolves when it is on the disk; rejects with the
 * system's error. Follows links, keeps the mode.
 */
export async function atomicWrite(file: string, data: string | Uint8Array): Promise<void> {
  const target = await resolveLinks(file);
  const mode = await fs.stat(target).then(
    (stat) => stat.mode & 0o777,
    () => undefined,
  );
  const temp = path.join(path.dirname(target), `${tempPrefix(target)}${randomBytes(6).toString('hex')}.tmp`);
  const handle = await fs.open(temp, 'wx', mode ?? 0o666);
  try {
    // FileHandle.writeFile goes on until all bytes are out; one fs.write may stop short on a full disk.
    await handle.writeFile(data);
    if (mode !== undefined && process.platform !== 'win32') await handle.chmod(mode);
    await handle.sync();
    await handle.close();
    await rename(temp, target);
  } catch (error) {
    await handle.close().catch(() => {});
    await fs.rm(temp, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(path.dirname(target));
  await sweep(target);
}
