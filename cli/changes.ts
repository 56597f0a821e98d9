import path from 'node:path';
import type { Io } from './io.ts';

type Failed = { readonly ok: false; readonly why: string };

/** The commit that a word names, in full. */
export async function commitOf(io: Io, revision: string): Promise<{ readonly ok: true; readonly id: string } | Failed> {
  const answer = await io.git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (answer.ok) return { ok: true, id: answer.stdout.trim() };
  const inside = await io.git(['rev-parse', '--git-dir']);
  const why = inside.ok
    ? 'git knows no such revision. In CI, fetch the history of the target branch first'
    : inside.why;
  return { ok: false, why: `${why}.` };
}

/** The last commit that a revision and the work at hand have in common: what others did since does not count. */
export async function forkPoint(
  io: Io,
  revision: string,
): Promise<{ readonly ok: true; readonly id: string } | Failed> {
  const commit = await commitOf(io, revision);
  if (!commit.ok) return commit;
  const base = await io.git(['merge-base', commit.id, 'HEAD']);
  // Without common history, in a shallow clone, the revision itself has to do.
  return { ok: true, id: base.ok ? base.stdout.trim() : commit.id };
}

/** Absolute paths of files that differ from what they were at the fork point, and of those that git does not follow. */
export async function changedSince(
  io: Io,
  revision: string,
): Promise<{ readonly ok: true; readonly paths: ReadonlySet<string> } | Failed> {
  const base = await forkPoint(io, revision);
  if (!base.ok) return base;
  const top = await io.git(['rev-parse', '--show-toplevel']);
  const changed = await io.git(['diff', '--name-only', '--no-relative', '--no-renames', '-z', base.id, '--']);
  const others = await io.git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/']);
  if (!top.ok) return { ok: false, why: `${top.why}.` };
  if (!changed.ok) return { ok: false, why: `${changed.why}.` };
  const root = top.stdout.replace(/\r?\n$/, '');
  const names = `${changed.stdout}${others.ok ? others.stdout : ''}`.split('\0').filter((name) => name !== '');
  return { ok: true, paths: new Set(names.map((name) => path.resolve(root, name))) };
}
