import { changedSince } from '../changes.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import type { Shard } from '../options.ts';

export interface FileChoice {
  readonly changedSince?: string;
  readonly shard?: Shard;
}

export type ChosenFiles =
  | { readonly ok: true; readonly files: readonly string[]; readonly empty: readonly string[] }
  | { readonly ok: false; readonly code: ExitCode };

/** Only files that git says have changed, and names of no file, which have to be reported. */
async function onlyChanged(io: Io, files: readonly string[], revision: string): Promise<readonly string[] | null> {
  const changed = await changedSince(io, revision);
  if (!changed.ok) {
    io.stderr(`--changed-since ${revision}: ${changed.why}\n`);
    return null;
  }
  const places = await Promise.all(files.map((file) => io.locate(file)));
  return files.filter((_, i) => places[i]?.file === null || changed.paths.has(places[i]?.path ?? ''));
}

/** The files that a run is about: found by names, folders and patterns, then those that changed, then a shard of them. */
export async function chooseFiles(io: Io, names: readonly string[], choice: FileChoice): Promise<ChosenFiles> {
  const { files: all, empty } = await io.findFiles(names);
  for (const name of empty) io.stderr(`${name}: there is no diagram. Name .parapet files, folders or patterns.\n`);
  const { changedSince: revision, shard } = choice;
  const files = revision === undefined ? all : await onlyChanged(io, all, revision);
  if (files === null) return { ok: false, code: EXIT.usage };
  if (revision !== undefined && files.length === 0) io.stderr(`No diagram has changed since ${revision}.\n`);
  return { ok: true, files: shard ? files.filter((_, i) => i % shard.of === shard.index - 1) : files, empty };
}
