import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deletedFiles } from '../../../cli/diff/deletedFiles.ts';
import { git } from '../../../cli/host/git.ts';
import { locate } from '../../../cli/host/locate.ts';
import { fakeIo } from './fakeIo.ts';

const top = mkdtempSync(path.join(os.tmpdir(), 'parapet-deleted-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const hasGit = spawnSync('git', ['--version']).status === 0;
const PLACES = [
  'a.parapet',
  'designs/b.parapet',
  'designs/[x].parapet',
  'designs/.hidden/c.parapet',
  'designs/notes.md',
];

/** The names of deleted files, asked for from a folder of the repository. */
async function deletedFrom(folder: string, ...names: readonly string[]): Promise<readonly string[]> {
  const cwd = path.join(top, folder);
  const did = { out: '', err: '', written: {}, shown: [], threads: 0 };
  const own = {
    git: (args: readonly string[]) => git(args, cwd),
    locate: (file: string) => locate(path.resolve(cwd, file)),
  };
  const found = await deletedFiles(fakeIo({ files: {}, io: own }, did), names, 'HEAD', top);
  return found.files.map(({ name }) => name);
}

describe.skipIf(!hasGit)('deleted diagrams in a repository', () => {
  beforeAll(() => {
    const run = (...args: readonly string[]) => {
      const own = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
      expect(spawnSync('git', [...own, ...args], { cwd: top })).toMatchObject({ status: 0 });
    };
    for (const place of [...PLACES, 'designs/kept.parapet', 'designs/untracked.parapet']) {
      mkdirSync(path.dirname(path.join(top, place)), { recursive: true });
      writeFileSync(path.join(top, place), '{}');
    }
    run('init', '-q', '-b', 'main');
    run('add', '.');
    run('commit', '-qm', 'first');
    for (const place of PLACES) rmSync(path.join(top, place));
    run('rm', '-q', '--cached', 'designs/untracked.parapet');
  });

  it('are found by folder, as a search of the folder would find them', async () => {
    expect(await deletedFrom('.', '.')).toEqual(['a.parapet', 'designs/[x].parapet', 'designs/b.parapet']);
    expect(await deletedFrom('designs', '.')).toEqual(['[x].parapet', 'b.parapet']);
    expect(await deletedFrom('designs', '..')).toEqual(['../a.parapet', '[x].parapet', 'b.parapet']);
    expect(await deletedFrom('.', path.join(top, 'designs'))).toEqual(['designs/[x].parapet', 'designs/b.parapet']);
  });

  it('are found by their own name, whatever it is, and by pattern', async () => {
    expect(await deletedFrom('designs', '../a.parapet', 'notes.md')).toEqual(['../a.parapet', 'notes.md']);
    expect(await deletedFrom('.', 'designs/[[]x].parapet')).toEqual(['designs/[x].parapet']);
    expect(await deletedFrom('.', '**/b*.parapet')).toEqual(['designs/b.parapet']);
    expect(await deletedFrom('.', 'designs/*')).toEqual(['designs/[x].parapet', 'designs/b.parapet']);
  });

  it('are not found outside of what was asked for, nor where the file is still on the disk', async () => {
    expect(await deletedFrom('.', 'designs/kept.parapet', 'elsewhere', 'design')).toEqual([]);
    expect(await deletedFrom('.', os.tmpdir())).toEqual([]);
    expect(await deletedFrom('.', 'designs/untracked.parapet')).toEqual([]);
  });
});
