import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type FileVersion, KEPT_VERSIONS, OwnCatalog, Recovery } from '../../shared/ipc/contract.ts';

/** A file of the list of recent ones, with the handle that opens it again. */
export interface RecentHandle {
  readonly id: string;
  readonly name: string;
  readonly handle: FileSystemFileHandle;
  /** An ISO date and time. */
  readonly openedAt: string;
}

/** An earlier content of a file of the list of recent ones. */
interface VersionText extends FileVersion {
  readonly recent: string;
  readonly text: string;
}

interface Stores extends DBSchema {
  recent: { key: string; value: RecentHandle };
  recovery: { key: string; value: unknown };
  catalog: { key: string; value: unknown };
  versions: { key: string; value: VersionText; indexes: { recent: string } };
}

const KEPT = 10;
const OWN = 'own';

/** What a browser keeps for us between visits. */
export interface WebStore {
  recent(): Promise<readonly RecentHandle[]>;
  /** The id of its entry comes back: the same for the same file, in every page. */
  addRecent(handle: FileSystemFileHandle): Promise<string>;
  clearRecent(): Promise<void>;
  /** Keeps what a file of the list holds before it is overwritten. */
  keepVersion(handle: FileSystemFileHandle, text: string): Promise<void>;
  /** Newest first. */
  versions(handle: FileSystemFileHandle): Promise<readonly FileVersion[]>;
  versionText(id: string): Promise<string | null>;
  recoveries(): Promise<readonly Recovery[]>;
  putRecovery(recovery: Recovery): Promise<void>;
  dropRecovery(documentId: string): Promise<void>;
  catalog(): Promise<OwnCatalog | null>;
  putCatalog(catalog: OwnCatalog): Promise<void>;
  dropCatalog(): Promise<void>;
}

const open = (): Promise<IDBPDatabase<Stores>> =>
  openDB<Stores>('parapet', 3, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('recent', { keyPath: 'id' });
        database.createObjectStore('recovery', { keyPath: 'documentId' });
      }
      if (from < 2) database.createObjectStore('catalog');
      database.createObjectStore('versions', { keyPath: 'id' }).createIndex('recent', 'recent');
    },
  });

async function findSame(all: readonly RecentHandle[], handle: FileSystemFileHandle): Promise<RecentHandle | undefined> {
  for (const one of all) if (await one.handle.isSameEntry(handle)) return one;
  return undefined;
}

/** The store in IndexedDB; each of its promises rejects where the browser keeps nothing (some private windows). */
export function createWebStore(now: () => Date = () => new Date()): WebStore {
  let opened: Promise<IDBPDatabase<Stores>> | null = null;
  const database = (): Promise<IDBPDatabase<Stores>> => {
    opened ??= open();
    return opened;
  };

  async function recent(): Promise<readonly RecentHandle[]> {
    const all = await (await database()).getAll('recent');
    return all.sort((a, b) => b.openedAt.localeCompare(a.openedAt));
  }

  async function addRecent(handle: FileSystemFileHandle): Promise<string> {
    const all = await recent();
    const same = await findSame(all, handle);
    const id = same?.id ?? crypto.randomUUID();
    const db = await database();
    await db.put('recent', { id, name: handle.name, handle, openedAt: now().toISOString() });
    const others = all.filter((one) => one.id !== id);
    for (const old of others.slice(KEPT - 1)) await db.delete('recent', old.id);
    return id;
  }

  async function versionsOf(recentId: string): Promise<readonly VersionText[]> {
    const all = await (await database()).getAllFromIndex('versions', 'recent', recentId);
    return all.sort((a, b) => b.replacedAt.localeCompare(a.replacedAt));
  }

  async function keepVersion(handle: FileSystemFileHandle, text: string): Promise<void> {
    const entry = await findSame(await recent(), handle);
    if (!entry) return;
    const db = await database();
    await db.put('versions', { id: crypto.randomUUID(), replacedAt: now().toISOString(), recent: entry.id, text });
    for (const old of (await versionsOf(entry.id)).slice(KEPT_VERSIONS)) await db.delete('versions', old.id);
  }

  async function versions(handle: FileSystemFileHandle): Promise<readonly FileVersion[]> {
    const entry = await findSame(await recent(), handle);
    const all = entry ? await versionsOf(entry.id) : [];
    return all.map(({ id, replacedAt }) => ({ id, replacedAt }));
  }

  return {
    recent,
    addRecent,
    keepVersion,
    versions,
    versionText: async (id) => (await (await database()).get('versions', id))?.text ?? null,
    clearRecent: async () => (await database()).clear('recent'),
    recoveries: async () => {
      const all = await (await database()).getAll('recovery');
      const good = all.flatMap((one) => Recovery.safeParse(one).data ?? []);
      return good.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    },
    putRecovery: async (recovery) => {
      await (await database()).put('recovery', recovery);
    },
    dropRecovery: async (documentId) => (await database()).delete('recovery', documentId),
    catalog: async () => OwnCatalog.safeParse(await (await database()).get('catalog', OWN)).data ?? null,
    putCatalog: async (catalog) => {
      await (await database()).put('catalog', catalog, OWN);
    },
    dropCatalog: async () => (await database()).delete('catalog', OWN),
  };
}
