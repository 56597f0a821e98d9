import { MAX_RECOVERIES, type Recovery } from '../../shared/ipc/contract.ts';
import type { FileGrants } from '../files/fileGrants.ts';
import type { RecoveryStore, StoredRecovery } from '../files/recoveryStore.ts';
import type { Handlers } from './setupIpc.ts';

/** Unsaved work on disk, and its handlers. */
export interface RecoverySetup {
  readonly handlers: Handlers<'recovery:put' | 'recovery:drop'>;
  /** What an earlier run, or a page that crashed, left. */
  list(): Promise<readonly Recovery[]>;
  /** Drops what this run has kept: the person chose not to save it. */
  dropMine(): Promise<void>;
}

/** The handlers for unsaved work; the file it belongs to is kept by path, so that it can be saved there again. */
export function setupRecovery(store: RecoveryStore, grants: FileGrants): RecoverySetup {
  const mine = new Set<string>();

  const toRecovery = ({ documentId, name, savedAt, text, path, hash }: StoredRecovery): Recovery => ({
    documentId,
    name,
    savedAt,
    text,
    file: path === null ? null : grants.adopt(path, hash),
  });

  async function drop(documentId: string): Promise<void> {
    mine.delete(documentId);
    await store.drop(documentId);
  }

  return {
    list: async () => (await store.list()).slice(0, MAX_RECOVERIES).map(toRecovery),
    dropMine: async () => {
      await Promise.all([...mine].map(drop));
    },
    handlers: {
      'recovery:put': ({ documentId, name, fileId, text }) => {
        mine.add(documentId);
        const file = fileId === null ? null : grants.known(fileId);
        const savedAt = new Date().toISOString();
        return store.put({ documentId, name, savedAt, path: file?.path ?? null, hash: file?.hash ?? null, text });
      },
      'recovery:drop': drop,
    },
  };
}
