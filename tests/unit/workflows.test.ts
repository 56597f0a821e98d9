import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYaml, type Yaml } from '../support/yaml.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, '.github/workflows');
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

const stepsOf = (workflow: Yaml): readonly Yaml[] =>
  Object.values<Yaml>(workflow.jobs).flatMap(({ steps = [] }) => steps);

/** What a step runs, once for each value of the matrix that stands in it. */
function commands(workflow: Yaml): readonly string[] {
  return Object.values<Yaml>(workflow.jobs).flatMap(({ steps = [], strategy }) =>
    steps.flatMap(({ run }: Yaml) => {
      if (run === undefined) return [];
      const [place, name] = /\$\{\{ matrix\.(\w+) \}\}/.exec(run) ?? [];
      const values: readonly string[] = name === undefined ? [''] : strategy.matrix[name];
      return values.map((value) => (place === undefined ? run : run.replaceAll(place, value)));
    }),
  );
}

const words = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, word = '']) => word);

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const workflow = parseYaml(readFileSync(path.join(FOLDER, name), 'utf8'));
  const text = commands(workflow).join('\n');

  it('runs scripts and files that are there', () => {
    const called = words(text, /npm (?:run )?(test\b|(?<=run )[\w:-]+)/g);
    const files = words(text, /node ([\w./-]+\.[cm]?js)/g);
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((script) => scripts[script] === undefined)).toEqual([]);
    expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('takes actions by the commit, which nobody can change, or from here', () => {
    const jobs = Object.values<Yaml>(workflow.jobs);
    const used = [...stepsOf(workflow), ...jobs].flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
    expect(used.filter((uses: string) => !/@[0-9a-f]{40}$/.test(uses) && !uses.startsWith('./'))).toEqual([]);
    for (const uses of used.filter((one: string) => one.startsWith('./'))) {
      expect(existsSync(path.join(ROOT, uses))).toBe(true);
    }
  });

  it('may read and no more, but where a release is published', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const more = Object.entries<Yaml>(workflow.jobs).filter(([, job]) => job.permissions !== undefined);
    expect(more.map(([job]) => job)).toEqual(name === 'release.yml' ? ['publish'] : []);
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with['persist-credentials']).toBe(false);
  });

  it('puts no word of a branch, a tag or a pull request into a script, and no job runs forever', () => {
    expect(text).not.toContain('${{');
    for (const job of Object.values<Yaml>(workflow.jobs)) {
      if (job.uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    }
  });
});

it('packages are made on three systems, and only after the tests', () => {
  const { jobs } = parseYaml(readFileSync(path.join(FOLDER, 'release.yml'), 'utf8'));
  expect(jobs.build.strategy.matrix.os).toEqual(['ubuntu-latest', 'windows-latest', 'macos-latest']);
  expect([jobs.build.needs, jobs.publish.needs]).toEqual(['test', 'build']);
});
