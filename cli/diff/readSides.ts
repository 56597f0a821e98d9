import path from 'node:path';
import { commitOf } from '../changes.ts';
import type { Io } from '../io.ts';
import { readDiagram } from '../read.ts';
import { readAt, type SideRead } from './blobs.ts';

// One letter before the colon is a drive of Windows.
const REVISION = /^([^:]{2,}):(.+)$/;

/** A side of a comparison as it was named: a file, or a path in a revision. */
export interface Side {
  readonly name: string;
  /** Null for a file. */
  readonly revision: string | null;
  readonly path: string;
}

/** What a word names: a file that is there, else `REVISION:path` as git writes it, else a file that is not there. */
export async function toSide(io: Io, name: string): Promise<Side> {
  const [, revision, inRevision] = REVISION.exec(name) ?? [];
  const isFile = revision === undefined || inRevision === undefined || (await io.locate(name)).file !== null;
  return isFile ? { name, revision: null, path: name } : { name, revision, path: inRevision };
}

/** Whether two sides are states of one file, so that what only one of them has is new or deleted. */
export async function areStates(io: Io, a: Side, b: Side): Promise<boolean> {
  if (a.revision === null && b.revision === null) return false;
  const shown = await io.git(['rev-parse', '--show-prefix']);
  const prefix = shown.ok ? shown.stdout.replace(/\r?\n$/, '') : '';
  const fromHere = (side: Side) => path.posix.normalize(`${prefix}${side.path}`);
  // What stands after a revision is seen from the top, or from here.
  const places = (side: Side) => [fromHere(side), ...(side.revision === null ? [] : [path.posix.normalize(side.path)])];
  return places(a).some((place) => places(b).includes(place));
}

export async function readSide(io: Io, { name, revision, path: place }: Side): Promise<SideRead> {
  if (revision === null) {
    if ((await io.locate(place)).file === null) return { state: 'absent' };
    const read = await readDiagram(io, place);
    return read.ok ? { state: 'read', diagram: read.diagram } : { state: 'failed' };
  }
  const commit = await commitOf(io, revision);
  if (!commit.ok) {
    io.stderr(`${name}: ${commit.why}\n`);
    return { state: 'failed' };
  }
  // As git has it, from the top of the repository; else from where the person stands.
  return readAt(io, name, commit.id, [place, `./${place}`]);
}

/** Says on stderr that there is nothing where a side was named. */
export function complainOfAbsent(io: Io, { name, revision, path: place }: Side): void {
  const where =
    revision === null ? 'There is no such file. Check the path' : `There is no "${place}" in revision ${revision}`;
  io.stderr(`${name}: ${where}.\n`);
}
