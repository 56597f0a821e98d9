import { promises as fs } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { atomicWrite } from './atomicWrite.ts';
import { inOrder } from './inOrder.ts';

const StoredRecovery = z.strictObject({
  documentId: z.uuid(),
  name: z.string(),
  savedAt: z.iso.datetime(),
  /** The file that the work belongs to, and the hash of what was in it then. */
  path: z.string().nullable(),
  hash: z.string().nullable(),
  text: z.string(),
});
/** Unsaved work as it is kept on disk. */
export type StoredRecovery = z.infer<typeof StoredRecovery>;

/** Unsaved work, one file per document. */
export interface RecoveryStore {
  /** True when it is on the disk. */
  put(recovery: StoredRecovery): Promise<boolean>;
  drop(documentId: string): Promise<void>;
  /** All that was kept and never dropped, newest first. What cannot be read is left alone. */
  list(): Promise<readonly StoredRecovery[]>;
}

async function readOne(file: string): Promise<StoredRecovery | null> {
  try {
    return StoredRecovery.parse(JSON.parse(await fs.readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** A store in `folder`, which is made when it is first needed. */
export function createRecoveryStore(folder: string): RecoveryStore {
  const queued = inOrder();
  const fileOf = (documentId: string): string => path.join(folder, `${z.uuid().parse(documentId)}.json`);

  async function put(recovery: StoredRecovery): Promise<boolean> {
    try {
      await fs.mkdir(folder, { recursive: true });
      await atomicWrite(fileOf(recovery.documentId), JSON.stringify(recovery));
      return true;
    } catch {
      return false;
    }
  }

  async function list(): Promise<readonly StoredRecovery[]> {
    const names = await fs.readdir(folder).catch(() => []);
    const files = names.filter((name) => name.endsWith('.json')).map((name) => path.join(folder, name));
    const all = await Promise.all(files.map(readOne));
    return all.filter((one) => one !== null).sort((a, b) => b.savedAt.localeCompare(a.savedAt));
  }

  return {
    put: (recovery) => queued(() => put(recovery)),
    drop: (documentId) => queued(() => fs.rm(fileOf(documentId), { force: true }).catch(() => {})),
    list: () => queued(list),
  };
}
