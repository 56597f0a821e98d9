import path from 'node:path';
import { changedSince, forkPoint } from '../changes.ts';
import { EXIT, type ExitCode, type Io } from '../io.ts';
import { readDiagram } from '../read.ts';
import { readAt } from './blobs.ts';
import { type DeletedFile, deletedFiles } from './deletedFiles.ts';
import { type Pair, type Pairs, pairOf } from './pair.ts';

/** A revision that diagrams are compared with: what it was called, its commit, and the top of the repository. */
interface Base {
  readonly revision: string;
  readonly id: string;
  readonly root: string;
}

const calledAfter = (file: string, { revision }: Base, was = '', is = '') => ({
  names: { before: file, after: file },
  states: { before: `${file} at ${revision}${was}`, after: `${file}${is}` },
  file,
});

/** What a file is now, and what it was; null when it is no diagram now. One that was damaged is compared with nothing. */
async function changedPair(io: Io, file: string, base: Base): Promise<Pair | null> {
  const now = await readDiagram(io, file);
  if (!now.ok) return null;
  const place = path.relative(base.root, (await io.locate(file)).path).replaceAll(path.sep, '/');
  const was = await readAt(io, `${base.revision}:${file}`, base.id, [place]);
  if (was.state === 'read') return pairOf({ before: was.diagram, after: now.diagram }, calledAfter(file, base));
  const isNew = was.state === 'absent';
  const pair = pairOf(
    { before: null, after: now.diagram },
    calledAfter(file, base, isNew ? ' (not there)' : ' (no diagram)'),
  );
  return isNew ? pair : { ...pair, diagram: 'changed' };
}

/** What a deleted file was; null when it was no diagram. */
async function deletedPair(io: Io, { name, place }: DeletedFile, base: Base): Promise<Pair | null> {
  const was = await readAt(io, `${base.revision}:${name}`, base.id, [place]);
  return was.state === 'read'
    ? pairOf({ before: was.diagram, after: null }, calledAfter(name, base, '', ' (deleted)'))
    : null;
}

async function baseOf(io: Io, revision: string): Promise<Base | null> {
  const [fork, top] = [await forkPoint(io, revision), await io.git(['rev-parse', '--show-toplevel'])];
  return fork.ok && top.ok ? { revision, id: fork.id, root: top.stdout.replace(/\r?\n$/, '') } : null;
}

/** Files that changed, or that are not there at all: those have to be reported. */
async function changedFiles(io: Io, files: readonly string[], paths: ReadonlySet<string>): Promise<readonly string[]> {
  const places = await Promise.all(files.map((file) => io.locate(file)));
  return files.filter((_, i) => places[i]?.file === null || paths.has(places[i]?.path ?? ''));
}

/**
 * Every diagram that changed, came or went since a revision: as it was there and as it is now, deleted ones last. An exit
 * code when git does not know the revision.
 */
export async function changedPairs(io: Io, names: readonly string[], revision: string): Promise<Pairs | ExitCode> {
  const changed = await changedSince(io, revision);
  const base = changed.ok ? await baseOf(io, revision) : null;
  if (!changed.ok || base === null) {
    io.stderr(`--changed-since ${revision}: ${changed.ok ? 'git failed.' : changed.why}\n`);
    return EXIT.usage;
  }
  const found = await io.findFiles(names);
  const deleted = await deletedFiles(io, names, base.id, base.root);
  const empty = found.empty.filter((name) => !deleted.names.has(name));
  for (const name of empty) io.stderr(`${name}: there is no diagram. Name .parapet files, folders or patterns.\n`);
  const files = (await changedFiles(io, found.files, changed.paths)).filter((file) => !deleted.names.has(file));
  const pairs: Pair[] = [];
  let complete = empty.length === 0;
  for (const file of files) {
    const pair = await changedPair(io, file, base);
    if (pair) pairs.push(pair);
    else complete = false;
  }
  for (const file of deleted.files) pairs.push(...[await deletedPair(io, file, base)].filter((pair) => pair !== null));
  if (complete && pairs.length === 0) io.stderr(`No diagram has changed since ${revision}.\n`);
  return { pairs, complete, sources: found.files };
}
