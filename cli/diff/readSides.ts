import { commitOf } from '../changes.ts';
import type { Io } from '../io.ts';
import { parseText, type ReadDiagram, readDiagram } from '../read.ts';

// One letter before the colon is a drive of Windows.
const REVISION = /^([^:]{2,}):(.+)$/;

async function readRevision(io: Io, name: string, revision: string, path: string): Promise<ReadDiagram> {
  const fail = (message: string): ReadDiagram => {
    io.stderr(`${name}: ${message}\n`);
    return { ok: false, problem: { reason: 'notFound', message, problems: [] } };
  };
  const commit = await commitOf(io, revision);
  if (!commit.ok) return fail(commit.why);
  // As git has it, from the top of the repository; else from where the person stands.
  for (const place of [path, `./${path}`]) {
    const shown = await io.git(['show', '--no-textconv', `${commit.id}:${place}`]);
    if (shown.ok) return parseText(io, name, shown.stdout);
  }
  return fail(`There is no "${path}" in revision ${revision}.`);
}

/** Reads a side of a comparison: a file, or `REVISION:path` as git writes it. Says on stderr why it could not. */
export async function readSide(io: Io, name: string): Promise<ReadDiagram> {
  const [, revision, path] = REVISION.exec(name) ?? [];
  const isFile = revision === undefined || path === undefined || (await io.locate(name)).file !== null;
  return isFile ? readDiagram(io, name) : readRevision(io, name, revision, path);
}
