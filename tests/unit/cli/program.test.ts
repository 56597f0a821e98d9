import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { samplePaths } from '../../support/shipped.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'parapet-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FULL = /^Standard output could not be written: ENOSPC.*\n$/;

/** Runs the built program from another folder, as a person would. */
const parapet = (...args: readonly string[]) => parapetWith({}, ...args);
const parapetWith = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  spawnSync(process.execPath, [path.join(ROOT, 'cli/run.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

describe('the built program', () => {
  const [sample = ''] = samplePaths();

  it('checks a file and ends with the code that the shell sees, with nothing but the report on stdout', () => {
    const { status, stdout } = parapet('check', sample, '--format', 'json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).summary.gap).toBeGreaterThan(0);
    expect(parapet('check').status).toBe(2);
    expect(parapet('check', 'missing.parapet').status).toBe(3);
  }, 120_000);

  it('takes the day from SOURCE_DATE_EPOCH, for the same bytes on every day', () => {
    const onDay = (epoch: string) =>
      parapetWith({ SOURCE_DATE_EPOCH: epoch }, 'check', sample, '--format', 'json').stdout;
    const text = onDay('1790000000');
    expect(JSON.parse(text).date).toBe('2026-09-21');
    expect(onDay('1790000001')).toBe(text);
    expect(JSON.parse(onDay('yesterday')).date).not.toBe('2026-09-21');
  }, 120_000);

  it('writes the picture beside the person who asked for it', () => {
    expect(parapet('export', sample, '--output', 'picture.svg').status).toBe(0);
    expect(readFileSync(path.join(folder, 'picture.svg'), 'utf8')).toMatch(/^<\?xml[^>]*>\n<svg /);
  }, 120_000);

  it('never writes the picture over the diagram, whatever the diagram is called', () => {
    const file = (name: string) => path.join(folder, name);
    copyFileSync(sample, file('mine.parapet'));
    copyFileSync(sample, file('mine.json'));
    symlinkSync(file('mine.json'), file('link.svg'));
    symlinkSync(file('mine.parapet'), file('other.svg'));
    const attempts = [
      ['mine.parapet', 'mine.parapet'],
      ['mine.json', './mine.json'],
      ['mine.json', 'link.svg'],
      ['link.svg', 'mine.json'],
      [sample, 'other.svg'],
    ] as const;
    for (const [from, output] of attempts) expect(parapet('export', from, '--output', output).status).toBe(2);
    for (const name of ['mine.parapet', 'mine.json']) {
      expect(readFileSync(file(name), 'utf8')).toBe(readFileSync(sample, 'utf8'));
    }
  }, 120_000);

  it.runIf(existsSync('/dev/full'))(
    'says in one sentence that the output is full, and ends with 3',
    () => {
      const full = openSync('/dev/full', 'w');
      for (const args of [['check', sample], ['export', sample, '--output', '-'], ['catalog'], ['--help']]) {
        const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'cli/run.mjs'), ...args], {
          cwd: folder,
          encoding: 'utf8',
          stdio: ['ignore', full, 'pipe'],
        });
        expect({ args, status, stderr }).toMatchObject({ status: 3, stderr: expect.stringMatching(FULL) });
      }
      closeSync(full);
    },
    120_000,
  );

  it.skipIf(process.platform === 'win32')(
    'stays quiet when the reader of a pipe has seen enough',
    () => {
      const command = `"${process.execPath}" "${path.join(ROOT, 'cli/run.mjs')}" catalog --format json | head -c 1`;
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
      expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '[', stderr: '' });
    },
    120_000,
  );

  it('finds diagrams in folders and by patterns, never in node_modules, and takes a name with brackets as it is', () => {
    const at = (...names: readonly string[]) => path.join(folder, 'found', ...names);
    for (const name of ['a', 'node_modules/x']) mkdirSync(at(name), { recursive: true });
    for (const name of ['one.parapet', 'a/two.parapet', 'a/[b].parapet', 'node_modules/x/no.parapet', 'a/no.json']) {
      copyFileSync(sample, at(name));
    }
    const files = (...names: readonly string[]) => {
      const { stdout } = parapet('check', ...names, '--format', 'json');
      return JSON.parse(stdout).files.map(({ file }: { file: string }) => file);
    };
    const all = ['found/a/[b].parapet', 'found/a/two.parapet', 'found/one.parapet'];
    expect(files('found')).toEqual(all);
    expect(files('./found/', 'found/one.parapet')).toEqual(all);
    expect(files('found/*.parapet', 'found/a/[b].parapet')).toEqual(['found/one.parapet', 'found/a/[b].parapet']);
    expect(files(at('a', 't*.parapet'))).toEqual([at('a', 'two.parapet')]);
    expect(parapet('check', 'found/none*').status).toBe(3);
  }, 120_000);

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'leaves nothing half-written behind when it is stopped by %s in a long run',
    async (signal) => {
      const at = (...names: readonly string[]) => path.join(folder, signal, ...names);
      for (const name of ['many', 'out', 'tmp']) mkdirSync(at(name), { recursive: true });
      for (let i = 0; i < 250; i++) copyFileSync(sample, at('many', `${i}.parapet`));
      const args = ['check', 'many', '--format', 'json,sarif', '--output', 'out/'];
      const child = spawn(process.execPath, [path.join(ROOT, 'cli/run.mjs'), ...args], {
        cwd: at(),
        env: { ...process.env, TMPDIR: at('tmp') },
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      await expect.poll(() => readdirSync(at('out')).length, { timeout: 60_000, interval: 10 }).toBe(2);
      expect(readdirSync(at('tmp'))).not.toEqual([]);
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect([...readdirSync(at('out')), ...readdirSync(at('tmp'))]).toEqual([]);
    },
    120_000,
  );

  it('writes several formats into a folder that is not there yet, and says why where it cannot', () => {
    const args = ['check', sample, '--format', 'json,sarif,svg', '--output'] as const;
    expect(parapet(...args, 'new/deep').status).toBe(1);
    const names = readdirSync(path.join(folder, 'new/deep')).sort();
    expect(names).toEqual([path.basename(sample).replace('.parapet', '.svg'), 'parapet.json', 'parapet.sarif']);
    writeFileSync(path.join(folder, 'file'), '');
    const { status, stderr } = parapet(...args, 'file/below');
    expect(status).toBe(3);
    expect(stderr).toMatch(/could not be written: /);
  }, 120_000);

  it('writes with threads, byte for byte, what it writes without, and links the pictures', () => {
    for (const name of ['one', 'two', 'three']) {
      mkdirSync(path.join(folder, 'threads'), { recursive: true });
      copyFileSync(sample, path.join(folder, 'threads', `${name}.parapet`));
    }
    writeFileSync(path.join(folder, 'threads/broken.parapet'), '{');
    const written = (jobs: string) => {
      const to = `by-${jobs}`;
      const formats = 'text,json,sarif,csv,markdown,svg';
      expect(parapet('check', 'threads', '--jobs', jobs, '--format', formats, '--output', to).status).toBe(3);
      const names = readdirSync(path.join(folder, to), { recursive: true, encoding: 'utf8' }).sort();
      const files = names.filter((name) => path.extname(name) !== '');
      return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(folder, to, name), 'utf8')]));
    };
    const byTwo = written('2');
    expect(Object.keys(byTwo)).toHaveLength(8);
    expect(byTwo['parapet.md']).toContain('threads/three.svg');
    expect(byTwo).toEqual(written('1'));
  }, 120_000);

  it.skipIf(spawnSync('git', ['--version']).status !== 0)(
    'checks what changed in a git repository, and compares it with what it was',
    () => {
      const repository = path.join(folder, 'repository');
      mkdirSync(path.join(repository, 'designs'), { recursive: true });
      const git = (...args: readonly string[]) => {
        const own = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
        expect(spawnSync('git', [...own, ...args], { cwd: repository, encoding: 'utf8' })).toMatchObject({ status: 0 });
      };
      const inside = (...args: readonly string[]) =>
        spawnSync(process.execPath, [path.join(ROOT, 'cli/run.mjs'), ...args], { cwd: repository, encoding: 'utf8' });
      git('init', '-q', '-b', 'main');
      const empty = '{"format":"parapet","version":1}';
      for (const name of ['same', 'other']) writeFileSync(path.join(repository, `designs/${name}.parapet`), empty);
      git('add', '.');
      git('commit', '-qm', 'first');
      copyFileSync(sample, path.join(repository, 'designs/other.parapet'));
      copyFileSync(sample, path.join(repository, 'designs/new.parapet'));
      const checked = inside('check', 'designs', '--changed-since', 'main', '--format', 'json');
      expect(JSON.parse(checked.stdout).files.map(({ file }: { file: string }) => file)).toEqual([
        'designs/new.parapet',
        'designs/other.parapet',
      ]);
      const diff = inside('diff', 'HEAD:designs/other.parapet', 'designs/other.parapet', '--format', 'json');
      expect(diff.status).toBe(1);
      const [comparison] = JSON.parse(diff.stdout).comparisons;
      expect(comparison).toMatchObject({ unchanged: 0, closed: [], removed: [] });
      const since = inside('diff', '--changed-since', 'main', '--format', 'json');
      expect(JSON.parse(since.stdout).comparisons[1]).toMatchObject({
        opened: comparison.opened,
        added: comparison.added,
      });
    },
    120_000,
  );
});
