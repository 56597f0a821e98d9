/** Tells other pages of this browser what is open here: documents, so that none is offered as unsaved work; files. */
export interface LiveLocks {
  hold(id: string): void;
  release(id: string): void;
  /** What another page has open. */
  elsewhere(): Promise<ReadonlySet<string>>;
}

/** Web locks, which end by themselves with the page, also when it crashes. They are shared: two pages may hold one. */
export function createLiveLocks(kind: 'document' | 'file', locks: LockManager = navigator.locks): LiveLocks {
  const prefix = `parapet-${kind}-`;
  const held = new Map<string, () => void>();
  return {
    hold(id) {
      if (held.has(id)) return;
      const untilReleased = new Promise<void>((resolve) => {
        held.set(id, resolve);
      });
      void locks.request(prefix + id, { mode: 'shared' }, () => untilReleased).catch(() => {});
    },
    release(id) {
      held.get(id)?.();
      held.delete(id);
    },
    async elsewhere() {
      const { held: all = [] } = await locks.query();
      const names = all.map((lock) => lock.name ?? '').filter((name) => name.startsWith(prefix));
      const ids = names.map((name) => name.slice(prefix.length));
      const times = (id: string): number => ids.filter((each) => each === id).length;
      return new Set(ids.filter((id) => times(id) > (held.has(id) ? 1 : 0)));
    },
  };
}
