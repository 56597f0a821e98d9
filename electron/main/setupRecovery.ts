import { MAX_RECOVERIES, type Recovery } from '../../shared/ipc/contract.ts';
import type { FileGrants } from '../files/fileGrants.ts';
import type { RecoveryStore, StoredRecovery } from '../files/recoveryStore.ts';
import type { Handlers } from './setupIpc.ts';

/** Unsaved work on disk as one window sees it, and its handlers. */
export interface WindowRecovery {
  readonly handlers: Handlers<'recovery:put' | 'recovery:take' | 'recovery:drop'>;
  /** What an earlier run, a window that is closed, or a page of this one that crashed has left. */
  list(): Promise<readonly Recovery[]>;
  /** Drops what this window has kept or taken up: the person chose not to save it. */
  dropMine(): Promise<void>;
  /** The window is closed: what is left of its work is anybody's. */
  release(): void;
}

/**
 * Unsaved work, which belongs to one window at a time: to the one that has kept it or taken it up. What belongs to no
 * window is offered in each. The file of a work is kept by path, so that it can be saved there again.
 */
export function createRecoveries(store: RecoveryStore): (grants: FileGrants) => WindowRecovery {
  const owners = new Map<string, FileGrants>();

  return (grants) => {
    const isOthers = (documentId: string): boolean => (owners.get(documentId) ?? grants) !== grants;
    const mine = (): readonly string[] => [...owners.keys()].filter((id) => owners.get(id) === grants);

    const toRecovery = ({ documentId, name, savedAt, text, path, hash }: StoredRecovery): Recovery => ({
      documentId,
      name,
      savedAt,
      text,
      file: path === null ? null : grants.adopt(path, hash),
    });

    function take(documentId: string): boolean {
      if (isOthers(documentId)) return false;
      owners.set(documentId, grants);
      return true;
    }

    async function drop(documentId: string): Promise<void> {
      if (isOthers(documentId)) return;
      owners.delete(documentId);
      await store.drop(documentId);
    }

    return {
      list: async () => {
        const free = (await store.list()).filter(({ documentId }) => !isOthers(documentId));
        return free.slice(0, MAX_RECOVERIES).map(toRecovery);
      },
      dropMine: async () => {
        await Promise.all(mine().map(drop));
      },
      release: () => {
        for (const id of mine()) owners.delete(id);
      },
      handlers: {
        'recovery:put': ({ documentId, name, fileId, text }) => {
          if (!take(documentId)) return false;
          const file = fileId === null ? null : grants.known(fileId);
          const savedAt = new Date().toISOString();
          return store.put({ documentId, name, savedAt, path: file?.path ?? null, hash: file?.hash ?? null, text });
        },
        'recovery:take': take,
        'recovery:drop': drop,
      },
    };
  };
}
