import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const temp = mkdtempSync(path.join(os.tmpdir(), 'parapet-package-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

const home = path.join(temp, 'home');
const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, [...args], { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
const parapet = (...args: readonly string[]) => run(path.join(home, 'node_modules/.bin/parapet'), args, home);

describe('the npm package of the command line', () => {
  beforeAll(() => {
    const made = run(process.execPath, [path.join(ROOT, 'packaging/cli/pack.mjs'), path.join(temp, 'package')], ROOT);
    expect(made).toMatchObject({ status: 0 });
    const packed = run('npm', ['pack', '--pack-destination', temp], path.join(temp, 'package'));
    expect(packed.status).toBe(0);
    mkdirSync(home);
    const [tarball = ''] = readdirSync(temp).filter((name) => name.endsWith('.tgz'));
    const flags = ['--offline', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
    const installed = run('npm', ['install', ...flags, path.join(temp, tarball)], home);
    expect(installed).toMatchObject({ status: 0 });
  }, 240_000);

  it('installs itself and nothing else, with one program', () => {
    expect(readdirSync(path.join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['parapet']);
    expect(readdirSync(path.join(home, 'node_modules/.bin')).filter((name) => !name.includes('.'))).toEqual([
      'parapet',
    ]);
    const { version, dependencies } = JSON.parse(
      readFileSync(path.join(home, 'node_modules/parapet/package.json'), 'utf8'),
    );
    expect(dependencies).toBeUndefined();
    expect(parapet('--version').stdout.trim()).toBe(version);
    for (const name of ['LICENSE', 'NOTICE', 'README.md']) {
      expect(existsSync(path.join(home, 'node_modules/parapet', name))).toBe(true);
    }
  });

  it('makes a sample, checks it in threads, and draws it with its icons', () => {
    expect(parapet('new', '--sample', 'clickstream-iot')).toMatchObject({ status: 0 });
    expect(parapet('new', '--sample', 'emr-batch')).toMatchObject({ status: 0 });
    const { status, stdout, stderr } = parapet('check', '.', '--jobs', '2', '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout).files.map(({ file }: { file: string }) => file)).toEqual([
      'clickstream-iot.parapet',
      'emr-batch.parapet',
    ]);
    expect(parapet('check', '.', '--jobs', '1', '--format', 'json').stdout).toBe(stdout);
    expect(parapet('export', 'emr-batch.parapet', '--output', 'a.svg')).toMatchObject({ status: 0 });
    expect(readFileSync(path.join(home, 'a.svg'), 'utf8')).toContain('<symbol');
    expect(parapet('export', 'emr-batch.parapet', '--format', 'png', '--output', 'a.png')).toMatchObject({ status: 0 });
    expect(readFileSync(path.join(home, 'a.png')).subarray(1, 4).toString()).toBe('PNG');
  }, 120_000);
});
