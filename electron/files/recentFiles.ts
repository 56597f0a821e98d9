import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { atomicWrite } from './atomicWrite.ts';
import { inOrder } from './inOrder.ts';

const Entry = z.strictObject({ id: z.uuid(), path: z.string(), openedAt: z.iso.datetime() });
/** One recent file with its path, which stays in the main process. */
export type RecentEntry = z.infer<typeof Entry>;

const KEPT = 10;

/** The files opened or saved last, newest first. Losing the list is harmless: nothing here rejects. */
export interface RecentFiles {
  add(file: string): Promise<void>;
  /** Only those that are there now. */
  list(): Promise<readonly RecentEntry[]>;
  pathOf(id: string): Promise<string | null>;
  clear(): Promise<void>;
}

const isThere = (entry: RecentEntry): Promise<boolean> =>
  fs.access(entry.path).then(
    () => true,
    () => false,
  );

/** A list kept in the JSON file `store`. */
export function createRecentFiles(store: string, now: () => Date = () => new Date()): RecentFiles {
  const queued = inOrder();

  async function read(): Promise<readonly RecentEntry[]> {
    try {
      return z.array(Entry).parse(JSON.parse(await fs.readFile(store, 'utf8')));
    } catch {
      return [];
    }
  }

  async function write(entries: readonly RecentEntry[]): Promise<void> {
    await fs.mkdir(path.dirname(store), { recursive: true }).catch(() => {});
    await atomicWrite(store, `${JSON.stringify(entries, null, 2)}\n`).catch(() => {});
  }

  async function add(file: string): Promise<void> {
    const entries = await read();
    const known = entries.find((entry) => entry.path === file);
    const entry = { id: known?.id ?? randomUUID(), path: file, openedAt: now().toISOString() };
    await write([entry, ...entries.filter((other) => other.path !== file)].slice(0, KEPT));
  }

  async function list(): Promise<readonly RecentEntry[]> {
    const entries = await read();
    const there = await Promise.all(entries.map(isThere));
    return entries.filter((_, index) => there[index]);
  }

  return {
    add: (file) => queued(() => add(file)),
    list: () => queued(list),
    pathOf: async (id) => (await queued(read)).find((entry) => entry.id === id)?.path ?? null,
    clear: () => queued(() => write([])),
  };
}
