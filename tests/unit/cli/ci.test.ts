import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { samplePaths } from '../../support/shipped.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const ACTION = path.join(ROOT, 'packaging/github-action');
const temp = mkdtempSync(path.join(os.tmpdir(), 'parapet-ci-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

const [sample = ''] = samplePaths();
const hasTools = ['bash', 'git'].every((tool) => spawnSync(tool, ['--version']).status === 0);

/** A repository with one diagram that got worse since `main`. */
function repository(): string {
  const folder = mkdtempSync(path.join(temp, 'repository-'));
  const git = (...args: readonly string[]) => {
    const own = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
    expect(spawnSync('git', [...own, ...args], { cwd: folder })).toMatchObject({ status: 0 });
  };
  mkdirSync(path.join(folder, 'designs'));
  writeFileSync(path.join(folder, 'designs/a b.parapet'), '{"format":"parapet","version":1}');
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'first');
  copyFileSync(sample, path.join(folder, 'designs/a b.parapet'));
  return folder;
}

/** Runs the script of the action as GitHub would, with a `gh` that writes down what it was asked. */
function runAction(inputs: Readonly<Record<string, string>>) {
  const folder = repository();
  const tools = path.join(folder, 'tools');
  mkdirSync(tools);
  // What it was asked, and the comment itself.
  const gh = '#!/bin/sh\necho "$@" > "$GH_SAID"\ncp "$5" "$GH_SAID.md"\n';
  writeFileSync(path.join(tools, 'gh'), gh, { mode: 0o755 });
  const at = (name: string) => path.join(folder, name);
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout;
  spawnSync('git', ['init', '-q', '--bare', at('server')]);
  git('remote', 'add', 'origin', at('server'));
  const before = git('status', '--porcelain', 'designs') + git('rev-parse', 'HEAD');
  const names = ['PATHS', 'FAIL_ON', 'BASELINE', 'STANDARD', 'CATALOG', 'CHANGED_SINCE', 'SHARD', 'FORMATS', 'OUTPUT'];
  const empty = Object.fromEntries(
    [...names, 'COMPARE_WITH', 'COMMENT', 'PICTURES', 'PULL_REQUEST'].map((name) => [name, '']),
  );
  const given = {
    ...empty,
    PATHS: 'designs',
    FAIL_ON: 'low',
    FORMATS: 'json,markdown,svg',
    OUTPUT: 'report',
    ...inputs,
  };
  const result = spawnSync('bash', [path.join(ACTION, 'run.sh')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${tools}${path.delimiter}${process.env.PATH}`,
      GITHUB_OUTPUT: at('output'),
      GITHUB_STEP_SUMMARY: at('summary'),
      GH_SAID: at('said'),
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'team/designs',
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`PARAPET_${name}`, value])),
    },
  });
  const read = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : null);
  const isAsBefore = git('status', '--porcelain', 'designs') + git('rev-parse', 'HEAD') === before;
  return { status: result.status, stdout: result.stdout, stderr: result.stderr, read, git, isAsBefore };
}

describe.skipIf(!hasTools || process.platform === 'win32')('the GitHub action', () => {
  it('fails for gaps, leaves reports, and tells the pull request what changed', () => {
    const { status, read } = runAction({ COMPARE_WITH: 'main', COMMENT: 'true', PULL_REQUEST: '7' });
    expect(status).toBe(1);
    expect(read('output')).toBe('code=1\n');
    expect(JSON.parse(read('report/parapet.json') ?? '').summary.gap).toBeGreaterThan(0);
    expect(read('report/parapet.md')).toContain('](<designs/a%20b.svg>)');
    expect(read('report/comparison.md')).toContain('### Gaps opened (');
    expect(read('report/comparison.md')).toContain('](<designs/a%20b.comparison.svg>)');
    expect(read('report/designs/a b.comparison.svg')).toContain('<svg ');
    // No server has the pictures: what is told on GitHub goes without them.
    expect(read('summary')).toContain('### Gaps opened (');
    expect(read('summary')).not.toContain('![');
    expect(read('said')).toContain('pr comment 7 --body-file ');
    expect(read('said.md')).toBe(read('summary'));
  }, 120_000);

  it('pushes the pictures to a branch of the pull request, and shows them in the comment', () => {
    const inputs = { COMPARE_WITH: 'main', COMMENT: 'true', PULL_REQUEST: '7', PICTURES: 'parapet-pictures' };
    const { read, git, isAsBefore } = runAction(inputs);
    const picture = 'https://github.example/team/designs/raw/parapet-pictures/pr-7/42-1/designs/a%20b.comparison.svg';
    expect(read('said.md')).toContain(`](<${picture}>)`);
    git('fetch', '-q', 'origin', 'parapet-pictures/pr-7');
    expect(git('show', 'FETCH_HEAD:42-1/designs/a b.comparison.svg')).toBe(read('report/designs/a b.comparison.svg'));
    expect(git('rev-list', '--count', 'FETCH_HEAD')).toBe('1\n');
    expect(isAsBefore).toBe(true);
  }, 120_000);

  it('comments without pictures where they cannot be pushed', () => {
    const inputs = { COMPARE_WITH: 'main', COMMENT: 'true', PULL_REQUEST: '7', PICTURES: 'no..such branch' };
    const { status, stdout, read } = runAction(inputs);
    expect(status).toBe(1);
    expect(stdout).toContain('::warning::The pictures could not be pushed');
    expect(read('said.md')).not.toContain('![');
  }, 120_000);

  it('passes when nothing is at or above the threshold, and comments on nothing without being asked', () => {
    const { status, read } = runAction({ CHANGED_SINCE: 'HEAD', PATHS: 'nothing\n', COMPARE_WITH: '' });
    expect(status).toBe(3);
    expect(read('said')).toBeNull();
    const { status: clean } = runAction({ STANDARD: 'fsbp', FAIL_ON: 'critical', SHARD: '2/2' });
    expect(clean).toBe(0);
  }, 120_000);

  it('ends with 2 for inputs that make no sense', () => {
    expect(runAction({ FAIL_ON: 'awful' })).toMatchObject({ status: 2 });
  }, 120_000);

  it('hands every input to the script as a variable', () => {
    const action = readFileSync(path.join(ACTION, 'action.yml'), 'utf8');
    const script = readFileSync(path.join(ACTION, 'run.sh'), 'utf8');
    const used = new Set(script.match(/PARAPET_[A-Z_]+/g));
    expect(new Set(action.match(/PARAPET_[A-Z_]+(?=:)/g))).toEqual(used);
    expect(action.split('run: bash')[1]).not.toContain('${{');
  });
});

describe('the pre-commit hooks', () => {
  it('start a script that may be run', () => {
    const hooks = readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8');
    const entries = [...hooks.matchAll(/entry: (\S+) (\w+)/g)].map(([, script, command]) => [script, command]);
    expect(entries).toEqual([
      ['cli/run.mjs', 'check'],
      ['cli/run.mjs', 'fmt'],
    ]);
    expect(readFileSync(path.join(ROOT, 'cli/run.mjs'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') expect(statSync(path.join(ROOT, 'cli/run.mjs')).mode & 0o100).toBe(0o100);
  });
});
