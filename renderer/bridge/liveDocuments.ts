/** Tells other pages of this browser which documents are open here, so that they do not offer them as unsaved work. */
export interface LiveDocuments {
  hold(documentId: string): void;
  release(documentId: string): void;
  /** Documents that another page has open. */
  elsewhere(): Promise<ReadonlySet<string>>;
}

const PREFIX = 'parapet-document-';

/** Web locks, which end by themselves with the page, also when it crashes. */
export function createLiveDocuments(locks: LockManager = navigator.locks): LiveDocuments {
  const held = new Map<string, () => void>();
  return {
    hold(documentId) {
      if (held.has(documentId)) return;
      const untilReleased = new Promise<void>((resolve) => {
        held.set(documentId, resolve);
      });
      void locks.request(PREFIX + documentId, () => untilReleased).catch(() => {});
    },
    release(documentId) {
      held.get(documentId)?.();
      held.delete(documentId);
    },
    async elsewhere() {
      const { held: all = [] } = await locks.query();
      const names = all.map((lock) => lock.name ?? '').filter((name) => name.startsWith(PREFIX));
      const ids = names.map((name) => name.slice(PREFIX.length));
      return new Set(ids.filter((id) => !held.has(id)));
    },
  };
}
