import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { codeBlocks, ROOT, readDoc } from '../../support/docs.ts';
import { canScratch, scratchRepository } from '../../support/scratchRepository.ts';
import { parseYaml, type Yaml } from '../../support/yaml.ts';

const ACTION = 'packaging/github-action';
const action = parseYaml(readDoc(`${ACTION}/action.yml`));
const hooks: Yaml = parseYaml(readDoc('.pre-commit-hooks.yaml'));
const pages = Object.fromEntries(
  ['docs/ci.md', 'docs/scale.md'].map((page) => [page, codeBlocks(page, 'yaml').map(parseYaml)]),
);
const [workflow, gitlab, preCommit] = pages['docs/ci.md'] ?? [];
const [matrix] = pages['docs/scale.md'] ?? [];
const PART = ['$', '{{ matrix.part }}'].join('');
const expressions = (text: string) => [...text.matchAll(/\$\{\{(.*?)\}\}/g)].map(([, words = '']) => words.trim());

describe('the definition of the GitHub action', () => {
  it('is one of steps with a shell, and its expressions name inputs and steps that there are', () => {
    expect(action.runs.using).toBe('composite');
    const ids = action.runs.steps.map(({ id }: Yaml) => id);
    for (const step of action.runs.steps) expect(step).toMatchObject({ shell: 'bash', run: expect.any(String) });
    const names = expressions(readDoc(`${ACTION}/action.yml`));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const [context = '', first = ''] = name.split('.');
      const known = { inputs: Object.keys(action.inputs), steps: ids, github: ['event', 'token'] }[context];
      expect({ name, known: known?.includes(first) }).toEqual({ name, known: true });
    }
    for (const name of Object.keys(action.inputs)) expect(names).toContain(`inputs.${name}`);
    for (const each of Object.values<Yaml>(action.inputs)) {
      expect(each).toMatchObject({ description: expect.any(String), default: expect.any(String) });
    }
  });

  it('is used in the documents as it is defined, and writes what the next steps take', () => {
    const [, step, upload, artifact] = workflow.jobs.parapet.steps;
    const [, folder] = /^OWNER\/parapet\/(.*)@v(.*)$/.exec(step.uses) ?? [];
    expect(existsSync(path.join(ROOT, folder ?? '', 'action.yml'))).toBe(true);
    expect(step.uses.endsWith(`@v${packageJson.version}`)).toBe(true);
    for (const name of Object.keys(step.with)) expect(Object.keys(action.inputs)).toContain(name);
    const output = action.inputs.output.default;
    expect(upload.with.sarif_file).toBe(`${output}/parapet.sarif`);
    expect(action.inputs.formats.default.split(',')).toContain('sarif');
    expect(artifact.with.path).toBe(output);
  });
});

describe('the pre-commit hooks', () => {
  // The keys and languages of pre-commit 4; it refuses others, or warns.
  const KEYS = ['id', 'name', 'description', 'entry', 'language', 'files', 'require_serial'];

  it('are such that pre-commit takes them, for diagrams only', () => {
    for (const hook of hooks) {
      expect(KEYS).toEqual(expect.arrayContaining(Object.keys(hook)));
      for (const key of ['id', 'name', 'entry', 'files']) expect(typeof hook[key]).toBe('string');
      expect(hook.language).toBe('script');
      const files = new RegExp(hook.files);
      expect(['a/b.parapet', 'a.parapet.svg', 'aparapet'].filter((name) => files.test(name))).toEqual(['a/b.parapet']);
    }
  });

  it('are named in the documents as they are called', () => {
    const [repo] = preCommit.repos;
    expect(repo.rev).toBe(`v${packageJson.version}`);
    const ids = hooks.map(({ id }: Yaml) => id);
    for (const { id } of repo.hooks) expect(ids).toContain(id);
  });
});

describe('the state machine', () => {
  const [text = ''] = codeBlocks('docs/scale.md', 'json');
  const machine = JSON.parse(text);

  /** What is wrong with states by the rules of the Amazon States Language that this machine has to do with. */
  function flaws({ StartAt, States }: Yaml): readonly string[] {
    const names = Object.keys(States);
    const next = Object.values<Yaml>(States).flatMap(({ Next }) => (Next === undefined ? [] : [Next]));
    const reached = new Set([StartAt, ...next]);
    return [
      ...[...reached].filter((name) => !names.includes(name)).map((name) => `${name} is not there`),
      ...names.filter((name) => !reached.has(name)).map((name) => `${name} is never reached`),
      ...names.filter((name) => name.length > 80).map((name) => `${name} is too long`),
      ...names
        .filter((name) => (States[name].End === true) === (States[name].Next !== undefined))
        .map((name) => `${name} has to end or to go on`),
      ...Object.values<Yaml>(States).flatMap(({ ItemProcessor }) => (ItemProcessor ? flaws(ItemProcessor) : [])),
    ];
  }

  /** Values of keys that end in `.$`, wherever they are. */
  const paths = (value: Yaml): readonly (readonly [string, string])[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries<Yaml>(value).flatMap(([key, each]) =>
          key.endsWith('.$') ? [[key, each] as const] : paths(each),
        );

  it('ends and goes on where it should, with states that there are', () => {
    expect(flaws(machine)).toEqual([]);
    expect(flaws({ ...machine, StartAt: 'Merge' })).toContain('Number is never reached');
  });

  it('is a Distributed Map that hands each child its shard', () => {
    const { Number: number, Check: map } = machine.States;
    expect(map.Type).toBe('Map');
    expect(map.ItemProcessor.ProcessorConfig).toEqual({ Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' });
    expect(Object.keys(number.Parameters)).toContain(`${map.ItemsPath.slice(2)}.$`);
    for (const [, value] of paths(machine)) expect(value).toMatch(/^(\$|States\.[A-Z][A-Za-z]+\(.*\)$)/);
    const [task] = Object.values<Yaml>(map.ItemProcessor.States);
    for (const each of [task, machine.States.Merge]) {
      expect(each.Resource).toBe('arn:aws:states:::ecs:runTask.sync');
      // Fargate runs no task without a network.
      expect(each.Parameters.NetworkConfiguration.AwsvpcConfiguration.Subnets).toHaveLength(1);
    }
    const [{ Environment }] = task.Parameters.Overrides.ContainerOverrides;
    expect(Environment).toEqual([{ Name: 'SHARD', 'Value.$': '$.shard' }]);
    expect(Object.keys(map.ItemSelector)).toEqual(['shard.$']);
  });
});

describe.skipIf(!canScratch)('a pipeline of the documents, line by line', () => {
  const repository = canScratch ? scratchRepository() : null;
  afterAll(() => repository?.remove());
  const { run, at, restore } = repository ?? ({} as ReturnType<typeof scratchRepository>);

  it('checks and compares in GitLab, and leaves the artifacts', () => {
    const { script, artifacts } = gitlab.parapet;
    const job = { CI_PROJECT_URL: 'https://gitlab.example/team/designs', CI_JOB_ID: '42' };
    const done = run(script.join('\n'), { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', ...job });
    expect(done).toMatchObject({ status: 0, stderr: expect.not.stringContaining('error') });
    for (const name of artifacts.paths) expect(existsSync(at(name))).toBe(true);
    const comparison = readFileSync(at('parapet-report/comparison.md'), 'utf8');
    expect(comparison).toContain('### Gaps opened (');
    expect(comparison).toContain('](<https://gitlab.example/team/designs/-/jobs/42/artifacts/raw/parapet-report/');
    expect(script[0]).toContain(`parapet-${packageJson.version}.tgz`);
    restore();
  }, 60_000);

  it('checks in a matrix of GitHub, and fails where the parts are joined', () => {
    const [, check] = matrix.jobs.check.steps;
    const line = (part: string, of = '4') =>
      check.run.replace(`${PART}/4`, `${part}/${of}`).replaceAll(PART, part) as string;
    for (const part of matrix.jobs.check.strategy.matrix.part) {
      expect(run(line(String(part)))).toMatchObject({ status: 0, stderr: '' });
    }
    const [, merge] = matrix.jobs.report.steps;
    const joined = run(merge.run);
    expect(joined).toMatchObject({ status: 1, stderr: '' });
    expect(joined.stdout).toMatch(/\n5 diagrams · /);
    run('echo "{" > designs/broken.parapet');
    run('rm part-*.json');
    expect(run(line('1', '1')).status).toBe(1);
    run('rm part-*.json');
    expect(run(line('1', '1').replace('[ $? -eq 1 ]', '[ $? -ne 2 ]')).status).toBe(0);
    expect(run(merge.run).status).toBe(3);
    restore();
  }, 60_000);

  it('checks and joins in containers with a bucket', () => {
    const [check = '', merge = ''] = codeBlocks('docs/scale.md', 'sh').filter((block) => block.includes('.sh: '));
    for (const part of ['1/2', '2/2']) {
      const done = run(`rm -f part.json\n${check}`, { SHARD: part, BUCKET: 'reports' });
      expect(done).toMatchObject({ status: 0, stderr: '' });
    }
    expect(run(merge, { BUCKET: 'reports' })).toMatchObject({ status: 1, stderr: '' });
    expect(readdirSync(at('parts')).sort()).toEqual(['1.json', '2.json']);
    expect(JSON.parse(readFileSync(at('report.json'), 'utf8')).files).toHaveLength(5);
    restore();
  }, 60_000);

  it.each<string>(hooks.map(({ id }: Yaml) => id))(
    'starts the pre-commit hook %s as pre-commit does',
    (id) => {
      const { entry } = hooks.find((hook: Yaml) => hook.id === id);
      const { args = [] } = preCommit.repos[0].hooks.find((hook: Yaml) => hook.id === id);
      const hook = `"${ROOT}"/${[entry, ...args].join(' ')}`;
      expect(run(`${hook} design.parapet designs/*.parapet`)).toMatchObject({ status: 0, stdout: '' });
      const gap = '{"format":"parapet","version":1,"resources":[{"id":"k","service":"emr","answers":{}}]}';
      run(`echo '${gap}' > worse.parapet`);
      const refused = run(`${hook} worse.parapet`);
      expect(`${refused.status} ${refused.stdout}`).toContain(
        id === 'parapet-fmt' ? '0 worse.parapet' : '1 worse.parapet',
      );
      restore();
    },
    60_000,
  );
});
