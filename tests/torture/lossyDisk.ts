import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Disk } from '../../electron/files/disk.ts';

interface Content {
  /** What a program reads. */
  now: Uint8Array;
  /** What is on the platters; anything may be there of what was written since. */
  synced: Uint8Array | null;
}

type Names = Map<string, Content>;
/** A change of names that is not on the platters yet. */
type NameChange = (names: Names) => void;

const none = (call: string, file: string): Error =>
  Object.assign(new Error(`ENOENT: ${call} ${file}`), { code: 'ENOENT' });

/** What may be read of a file after the power was cut. */
function possible({ now, synced }: Content): readonly Uint8Array[] {
  if (synced === now) return [now];
  return [synced ?? new Uint8Array(), new Uint8Array(), now.subarray(0, now.length / 2), now];
}

/** Every selection of the changes, in their order: bit `i` of a number says whether change `i` is in it. */
const selections = (changes: readonly NameChange[]): readonly (readonly NameChange[])[] =>
  Array.from({ length: 2 ** changes.length }, (_, bits) => changes.filter((_change, i) => (bits >> i) & 1));

/**
 * A disk in memory that forgets when the power is cut: without fsync of the file, its content may be missing, cut off
 * or whole; without fsync of the folder, any part of the changes of names may be missing. The harshest of what file
 * systems promise.
 */
export class LossyDisk {
  readonly #now: Names = new Map();
  #synced: Names = new Map();
  #changes: NameChange[] = [];
  readonly #afterEach: (disk: LossyDisk) => void;

  /** `afterEach` is called after every call of the file system: a moment at which the power may be cut. */
  constructor(files: Readonly<Record<string, string>>, afterEach: (disk: LossyDisk) => void) {
    for (const [name, text] of Object.entries(files)) {
      const bytes = Buffer.from(text);
      this.#now.set(name, { now: bytes, synced: bytes });
    }
    this.#synced = new Map(this.#now);
    this.#afterEach = afterEach;
  }

  /** All that may be found at `file` after the power was cut now; null where there may be nothing. */
  afterPowerLoss(file: string): ReadonlySet<string | null> {
    const found = new Set<string | null>();
    for (const changes of selections(this.#changes)) {
      const names = new Map(this.#synced);
      for (const change of changes) change(names);
      const content = names.get(file);
      if (content) for (const bytes of possible(content)) found.add(Buffer.from(bytes).toString());
      else found.add(null);
    }
    return found;
  }

  #change(change: NameChange): void {
    change(this.#now);
    this.#changes.push(change);
  }

  #handle(content: Content): FileHandle {
    const after = async <T>(result: T): Promise<T> => {
      this.#afterEach(this);
      return result;
    };
    const calls = {
      writeFile: (bytes: Uint8Array) => {
        content.now = Uint8Array.from(bytes);
        return after(undefined);
      },
      sync: () => {
        content.synced = content.now;
        return after(undefined);
      },
      read: (into: Uint8Array, offset: number, length: number, position: number) => {
        const part = content.now.subarray(position, position + length);
        into.set(part, offset);
        return after({ bytesRead: part.length, buffer: into });
      },
      stat: () => after({ uid: 0, gid: 0 }),
      chmod: () => after(undefined),
      close: () => after(undefined),
    };
    return calls as unknown as FileHandle;
  }

  #folder(): FileHandle {
    const calls = {
      sync: async () => {
        this.#synced = new Map(this.#now);
        this.#changes = [];
        this.#afterEach(this);
      },
      close: async () => {},
    };
    return calls as unknown as FileHandle;
  }

  /** The calls that writing needs. */
  readonly disk: Disk = {
    realpath: async (file: string) => {
      if (!this.#now.has(file)) throw none('realpath', file);
      return file;
    },
    readlink: async (file: string) => {
      throw none('readlink', file);
    },
    stat: async (file: string) => {
      if (!this.#now.has(file)) throw none('stat', file);
      return { mode: 0o644, uid: 0, gid: 0, mtimeMs: 0 };
    },
    open: async (file: string, flags: string) => {
      if (flags === 'r') return this.#folder();
      const content: Content = { now: new Uint8Array(), synced: null };
      this.#change((names) => names.set(file, content));
      this.#afterEach(this);
      return this.#handle(content);
    },
    rename: async (from: string, to: string) => {
      const content = this.#now.get(from);
      if (!content) throw none('rename', from);
      this.#change((names) => {
        names.set(to, content);
        names.delete(from);
      });
      this.#afterEach(this);
    },
    rm: async (file: string) => {
      this.#change((names) => names.delete(file));
      this.#afterEach(this);
    },
    readdir: async (folder: string) =>
      [...this.#now.keys()].filter((name) => path.dirname(name) === folder).map((name) => path.basename(name)),
  } as unknown as Disk;
}

/** The same disk, whose fsync does nothing: to see that a missing one is found. */
export function withoutSync(disk: Disk): Disk {
  const open = async (...args: Parameters<Disk['open']>): Promise<FileHandle> =>
    new Proxy(await disk.open(...args), {
      get: (handle, name) => (name === 'sync' ? async () => {} : Reflect.get(handle, name)),
    });
  return { ...disk, open };
}
