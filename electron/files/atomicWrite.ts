import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { DISK, type Disk } from './disk.ts';
import { codeOf } from './failure.ts';

const HELD_FOR_A_MOMENT = new Set(['EPERM', 'EACCES', 'EBUSY']);
const HOUR = 3_600_000;

async function rename(disk: Disk, from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      // Windows: a virus scanner or indexer may hold the target for a moment.
      if (process.platform !== 'win32' || !HELD_FOR_A_MOMENT.has(codeOf(error)) || attempt >= 8) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25 * 2 ** attempt));
    }
  }
}

async function syncFolder(disk: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return; // no folder handles there
  try {
    const handle = await disk.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Some file systems refuse fsync on a folder; the file itself is already safe.
  }
}

async function resolveLinks(disk: Disk, file: string): Promise<string> {
  try {
    return await disk.realpath(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    // A link to a file that is not there yet: it comes where the link leads.
    const to = await disk.readlink(file).catch(() => null);
    return to === null ? path.resolve(file) : resolveLinks(disk, path.resolve(path.dirname(file), to));
  }
}

const tempPrefix = (target: string): string => `.${path.basename(target).slice(0, 80)}.`;

/** Removes what killed processes left beside `target` while they were writing it. */
async function sweep(disk: Disk, target: string): Promise<void> {
  const folder = path.dirname(target);
  const names = await disk.readdir(folder).catch(() => []);
  for (const name of names) {
    const prefix = tempPrefix(target);
    if (!name.startsWith(prefix) || !/^[0-9a-f]{12}\.tmp$/.test(name.slice(prefix.length))) continue;
    const file = path.join(folder, name);
    const age = await disk.stat(file).then(
      (stat) => Date.now() - stat.mtimeMs,
      () => 0,
    );
    if (age > HOUR) await disk.rm(file, { force: true }).catch(() => {});
  }
}

/** Owner and mode of the file that is replaced; those of a new file are the system's. */
interface Before {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

async function beforeOf(disk: Disk, target: string): Promise<Before | null> {
  try {
    const { mode, uid, gid } = await disk.stat(target);
    return { mode: mode & 0o777, uid, gid };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function takeOver(handle: FileHandle, before: Before): Promise<void> {
  if (process.platform === 'win32') return;
  const { uid, gid } = await handle.stat();
  // Only root may give a file away; who may write it stays as it was all the same.
  if (uid !== before.uid || gid !== before.gid) await handle.chown(before.uid, before.gid).catch(() => {});
  await handle.chmod(before.mode);
}

/** A disk, a driver or a network share may say "written" and hold something else. */
async function readBack(handle: FileHandle, written: Uint8Array): Promise<void> {
  const found = Buffer.alloc(written.length + 1);
  let length = 0;
  while (length < found.length) {
    const { bytesRead } = await handle.read(found, length, found.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  if (found.subarray(0, length).equals(written)) return;
  throw Object.assign(new Error('What was read back is not what was written.'), { code: 'EIO' });
}

async function fill(handle: FileHandle, bytes: Uint8Array, before: Before | null): Promise<void> {
  // FileHandle.writeFile goes on until all bytes are out; one write may stop short on a full disk.
  await handle.writeFile(bytes);
  if (before) await takeOver(handle, before);
  await handle.sync();
  await readBack(handle, bytes);
}

/**
 * Replaces a file in one step: after a crash, a power cut or a full disk the path holds either the
 * old content or the new one, never a part. Resolves when it is on the disk and was read back;
 * rejects with the system's error. Follows links, keeps mode and owner; other hard links keep the old content.
 */
export async function atomicWrite(file: string, data: string | Uint8Array, disk: Disk = DISK): Promise<void> {
  const target = await resolveLinks(disk, file);
  const before = await beforeOf(disk, target);
  const temp = path.join(path.dirname(target), `${tempPrefix(target)}${randomBytes(6).toString('hex')}.tmp`);
  const handle = await disk.open(temp, 'wx+', before?.mode ?? 0o666);
  try {
    await fill(handle, typeof data === 'string' ? Buffer.from(data) : data, before);
    await handle.close();
    await rename(disk, temp, target);
  } catch (error) {
    await handle.close().catch(() => {});
    await disk.rm(temp, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(disk, path.dirname(target));
  await sweep(disk, target);
}
