import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { KEPT_VERSIONS } from '../../shared/ipc/contract.ts';
import { atomicWrite } from './atomicWrite.ts';
import { contentHash } from './contentHash.ts';

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3})Z-/;

/** An earlier content of a file. */
export interface KeptVersion {
  readonly id: string;
  /** When it was replaced by a save: an ISO date and time. */
  readonly replacedAt: string;
}

/** What files held before they were saved over, the newest of each file. */
export interface Versions {
  /** Keeps what `file` holds before it is overwritten. */
  keep(file: string, bytes: Uint8Array, now: Date): Promise<void>;
  /** Newest first. */
  list(file: string): Promise<readonly KeptVersion[]>;
  /** Null when there is none with this id. */
  read(file: string, id: string): Promise<Uint8Array | null>;
}

function timeIn(name: string): string | null {
  const [, day, hour, minute, second] = NAME.exec(name) ?? [];
  return day === undefined ? null : `${day}T${hour}:${minute}:${second}Z`;
}

/** Versions under `folder`, in a folder for each file, which is found by its path. */
export function createVersions(folder: string): Versions {
  const homeOf = (file: string): string => path.join(folder, contentHash(path.resolve(file)).slice(0, 16));

  async function list(file: string): Promise<readonly KeptVersion[]> {
    const names = await fs.readdir(homeOf(file)).catch(() => []);
    const all = names.flatMap((id) => {
      const replacedAt = timeIn(id);
      return replacedAt === null || id.endsWith('.tmp') ? [] : [{ id, replacedAt }];
    });
    return all.sort((a, b) => b.id.localeCompare(a.id));
  }

  async function keep(file: string, bytes: Uint8Array, now: Date): Promise<void> {
    const home = homeOf(file);
    await fs.mkdir(home, { recursive: true });
    const time = now.toISOString().replaceAll(':', '-');
    const name = `${time}-${randomBytes(2).toString('hex')}-${path.basename(file).slice(-80)}`;
    await atomicWrite(path.join(home, name), bytes);
    for (const { id } of (await list(file)).slice(KEPT_VERSIONS)) await fs.rm(path.join(home, id), { force: true });
  }

  return {
    keep,
    list,
    read: async (file, id) => {
      const isThere = (await list(file)).some((each) => each.id === id);
      return isThere ? fs.readFile(path.join(homeOf(file), id)).catch(() => null) : null;
    },
  };
}
