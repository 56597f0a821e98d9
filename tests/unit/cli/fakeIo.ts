import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createReviewer } from '../../../cli/check/review.ts';
import type { GitAnswer, Io } from '../../../cli/io.ts';
import { run } from '../../../cli/run.ts';
import { readOwnCatalogFolder } from '../../../electron/files/readCatalogFolder.ts';
import { shippedIconFiles } from '../../support/shipped.ts';

const RESVG = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');

export const TODAY = '2026-11-21';

/** All that a command line did. */
export interface Did {
  out: string;
  err: string;
  /** Files that were written, by name. */
  written: Record<string, string | Uint8Array>;
  /** Lines of progress. */
  shown: string[];
  /** Threads that were started. */
  threads: number;
}

/** What a test changes of its system. */
export interface World {
  readonly files: Readonly<Record<string, string>>;
  readonly git?: (args: readonly string[]) => GitAnswer;
  readonly io?: Partial<Io>;
}

/** The folder that relative names are in. */
const HERE = '/here';

/** What a spool gives at a time. */
const PIECE = 997;

const PNG = Buffer.from('\x89PNG', 'latin1');

/** What was written, as text; a character for each byte of a PNG. */
function textOf(data: string | Uint8Array): string {
  if (typeof data === 'string') return data;
  const bytes = Buffer.from(data);
  return bytes.toString(bytes.subarray(0, PNG.length).equals(PNG) ? 'latin1' : 'utf8');
}

const missing = (file: string) => Object.assign(new Error(`ENOENT: no such file: ${file}`), { code: 'ENOENT' });

/** A system made of a few files in memory. Folders whose name begins with /full have no room. */
export function fakeIo({ files, git, io }: World, did: Did): Io {
  const nameOf = (file: string) => path.relative(HERE, path.resolve(HERE, file));
  const read = (file: string) => did.written[nameOf(file)] ?? files[nameOf(file)];
  const refuse = (file: string) => {
    if (file.startsWith('/full')) throw new Error('ENOSPC: no space left on device');
  };
  const all: Io = {
    stdout: (data) => {
      did.out += textOf(data);
    },
    stderr: (text) => {
      did.err += text;
    },
    progress: (line) => void did.shown.push(line),
    readDiagram: async (file) => {
      const text = read(file);
      if (text === undefined) return { state: 'failed', reason: 'notFound', name: file, detail: '' };
      return { state: 'read', path: file, text: String(text), hash: '', readOnly: false };
    },
    readText: async (file) => {
      const text = read(file);
      if (text === undefined) throw missing(file);
      return String(text);
    },
    findFiles: async (names) => {
      const below = (name: string) =>
        Object.keys(files).filter((file) => file.startsWith(`${name}/`) && file.endsWith('.parapet'));
      const isFile = (name: string) => name.includes('.') || below(name).length > 0;
      const found = names.flatMap((name) => (below(name).length > 0 ? below(name) : isFile(name) ? [name] : []));
      return { files: [...new Set(found)], empty: names.filter((name) => !isFile(name)) };
    },
    locate: async (file) => {
      const name = path.normalize(file);
      return { path: path.resolve(HERE, name), file: read(name) === undefined ? null : name };
    },
    isFolder: async (file) => Object.keys(files).some((name) => name.startsWith(`${file}/`)),
    writeFile: async (file, data) => {
      refuse(file);
      did.written[path.normalize(file)] = data;
    },
    openOutput: async (file) => {
      refuse(file);
      let text = '';
      return {
        write: async (more) => {
          text += textOf(more);
        },
        commit: async () => {
          did.written[path.normalize(file)] = text;
        },
        discard: async () => {},
      };
    },
    openSpool: async () => {
      const chunks: Uint8Array[] = [];
      return {
        write: async (chunk) => void chunks.push(Buffer.from(chunk)),
        // Cut as a disk does it: anywhere, in the middle of a letter too.
        read: async function* () {
          const bytes = Buffer.concat(chunks);
          for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
        },
        remove: async () => {},
      };
    },
    git: async (args) => git?.(args) ?? { ok: false, why: 'git is not installed' },
    startReviewers: async (count, setup) => {
      did.threads += count;
      const review = await createReviewer(all, structuredClone(setup));
      if (!review) return [];
      const close = async () => {};
      const reviewer = {
        review: async (task: Parameters<typeof review>[0]) => structuredClone(await review(task)),
        close,
      };
      return Array.from({ length: count }, () => reviewer);
    },
    cores: 2,
    readOwnCatalog: (folder) => readOwnCatalogFolder(folder),
    readIcons: async () => shippedIconFiles(),
    resvg: () => readFileSync(RESVG),
    readSamples: async () => ({ 'small.parapet': '{"format":"parapet","version":1,"name":"Small"}' }),
    today: TODAY,
    colours: false,
    ...io,
  };
  return all;
}

/** Runs a command line in a world, and gives back all that it did. */
export async function runIn(world: World, ...args: readonly string[]): Promise<Did & { readonly code: number }> {
  const did: Did = { out: '', err: '', written: {}, shown: [], threads: 0 };
  const code = await run(args, fakeIo(world, did));
  return { code, ...did };
}
