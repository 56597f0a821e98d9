import path from 'node:path';
import {
  type Baseline,
  EMPTY_BASELINE,
  formatBaseline,
  parseBaseline,
  updateBaseline,
} from '../../shared/validate/baseline.ts';
import type { Io } from '../io.ts';
import { safe } from '../paint.ts';

const MOST_STALE = 20;

/** The baseline of a run. */
export interface BaselineFile {
  /** Keys that it has of a file. */
  readonly keysOf: (file: string) => Promise<readonly string[]>;
  /** Writes it anew with the gaps of the files that were reviewed; false, and a word on stderr, when it cannot. */
  readonly update: (gaps: ReadonlyMap<string, readonly string[]>) => Promise<boolean>;
  /** Says on stderr which of its entries are no gaps any more. */
  readonly reportStale: (
    stale: readonly { readonly file: string; readonly keys: readonly string[] }[],
  ) => Promise<void>;
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function read(io: Io, file: string, mayBeMissing: boolean): Promise<Baseline | null> {
  try {
    const parsed = parseBaseline(await io.readText(file));
    if (parsed.ok) return parsed.baseline;
    io.stderr(`${file}: ${parsed.message}\n`);
  } catch (error) {
    if (mayBeMissing && isMissing(error)) return EMPTY_BASELINE;
    const why = isMissing(error) ? 'There is no such file; --update-baseline makes it' : String(error);
    io.stderr(`${file}: ${why}.\n`);
  }
  return null;
}

/** Opens a baseline; null, after a word on stderr, when it cannot be read. */
export async function openBaseline(io: Io, file: string, mayBeMissing: boolean): Promise<BaselineFile | null> {
  const baseline = await read(io, file, mayBeMissing);
  if (!baseline) return null;
  const folder = path.dirname((await io.locate(file)).path);
  const nameOf = async (diagram: string): Promise<string> =>
    path.relative(folder, (await io.locate(diagram)).path).replaceAll(path.sep, '/');
  const goneNames = async (): Promise<readonly string[]> => {
    const names = Object.keys(baseline.files);
    const places = await Promise.all(names.map((name) => io.locate(path.join(folder, name))));
    return names.filter((_, i) => places[i]?.file === null);
  };
  return {
    keysOf: async (diagram) => baseline.files[await nameOf(diagram)] ?? [],
    update: async (gaps) => {
      const named = await Promise.all([...gaps].map(async ([name, keys]) => [await nameOf(name), keys] as const));
      const next = updateBaseline(baseline, new Map(named), new Set(await goneNames()));
      const count = Object.values(next.files).reduce((sum, keys) => sum + keys.length, 0);
      try {
        await io.writeFile(file, formatBaseline(next));
        io.stderr(`${file}: written with ${count} gaps\n`);
        return true;
      } catch (error) {
        io.stderr(`${file}: could not be written: ${error instanceof Error ? error.message : String(error)}.\n`);
        return false;
      }
    },
    reportStale: async (stale) => {
      const lines = [
        ...stale.flatMap(({ file: diagram, keys }) => keys.map((key) => `  ${safe(diagram)}: ${safe(key)}\n`)),
        ...(await goneNames()).map((name) => `  ${safe(name)}: the file is gone\n`),
      ];
      if (lines.length === 0) return;
      const rest = lines.length > MOST_STALE ? `  … and ${lines.length - MOST_STALE} more\n` : '';
      const shown = lines.slice(0, MOST_STALE).join('');
      io.stderr(`${file}: ${lines.length} no gaps any more; --update-baseline takes them out:\n${shown}${rest}`);
    },
  };
}
