import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { samplePaths } from '../../support/shipped.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'parapet-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FULL = /^Standard output could not be written: ENOSPC.*\n$/;

/** Runs the built program from another folder, as a person would. */
const parapet = (...args: readonly string[]) =>
  spawnSync(process.execPath, [path.join(ROOT, 'cli/run.mjs'), ...args], { cwd: folder, encoding: 'utf8' });

describe('the built program', () => {
  const [sample = ''] = samplePaths();

  it('checks a file and ends with the code that the shell sees, with nothing but the report on stdout', () => {
    const { status, stdout } = parapet('check', sample, '--format', 'json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).summary.gap).toBeGreaterThan(0);
    expect(parapet('check').status).toBe(2);
    expect(parapet('check', 'missing.parapet').status).toBe(3);
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
});
