import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './docs.ts';
import { samplePaths } from './shipped.ts';

/** What a line of a shell came to. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Git repository with diagrams, a branch, a remote, and tools on its path, in which lines of documents are tried. */
export interface ScratchRepository {
  /** Runs a line, or several, as `bash -e` does. */
  readonly run: (script: string, env?: Readonly<Record<string, string>>) => Ran;
  readonly at: (...names: readonly string[]) => string;
  /** Takes back all that was written. */
  readonly restore: () => void;
  readonly remove: () => void;
}

/** Whether a scratch repository can be made here. */
export const canScratch =
  process.platform !== 'win32' && ['bash', 'git'].every((tool) => spawnSync(tool, ['--version']).status === 0);

const EMPTY = '{"format":"parapet","version":1}\n';

/** Tools as small scripts: what is installed here stands for what would be, and a folder for a bucket. */
const TOOLS: Readonly<Record<string, string>> = {
  parapet: `exec "${process.execPath}" "${path.join(ROOT, 'out/cli/parapet.js')}" "$@"`,
  npx: '"$@"',
  npm: 'exit 0',
  // aws s3 cp [--recursive] FROM TO
  aws: [
    'shift 2; [ "$1" = --recursive ] && shift',
    'from="$(echo "$1" | sed "s|^s3:/|$S3|")"; to="$(echo "$2" | sed "s|^s3:/|$S3|")"',
    'mkdir -p "$(dirname "$to")" && cp -r "$from" "$to"',
  ].join('\n'),
};

function build(): void {
  const built = spawnSync(process.execPath, [path.join(ROOT, 'cli/run.mjs'), '--version'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
}

/** A repository whose `main` has empty diagrams, and whose work at hand fills them. */
export function scratchRepository(): ScratchRepository {
  build();
  const temp = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'parapet-scratch-')));
  const folder = path.join(temp, 'work');
  const at = (...names: readonly string[]) => path.join(folder, ...names);
  for (const name of [path.join(temp, 'tools'), at('designs/deep')]) mkdirSync(name, { recursive: true });
  for (const [name, script] of Object.entries(TOOLS)) {
    writeFileSync(path.join(temp, 'tools', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  const run: ScratchRepository['run'] = (script, env = {}) => {
    const PATH = `${path.join(temp, 'tools')}${path.delimiter}${process.env.PATH}`;
    const all = { ...process.env, PATH, S3: path.join(temp, 's3'), ...env };
    return spawnSync('bash', ['-e', '-c', script], { cwd: folder, encoding: 'utf8', env: all });
  };
  const must = (script: string) => {
    const { status, stderr } = run(script);
    if (status !== 0) throw new Error(`${script}: ${stderr}`);
  };
  const commit = 'git add -A && git -c user.name=a -c user.email=a@b.c -c commit.gpgsign=false commit -qm';
  const [sample = '', ...others] = samplePaths();
  const designs = samplePaths().map((file) => path.join('designs', path.basename(file)));
  for (const name of [...designs, 'design.parapet', 'designs/deep/one.parapet']) writeFileSync(at(name), EMPTY);
  must(
    `git init -q -b main && ${commit} first && git clone -q --bare . ../origin.git && git remote add origin ../origin.git`,
  );
  must('git fetch -q && git checkout -q -b work');
  for (const [i, file] of samplePaths().entries()) cpSync(file, at(designs[i] ?? ''));
  const named = readFileSync(sample, 'utf8').replaceAll('de1b1471-320a-48ea-b7a7-88d106762832', 'bucket-1');
  writeFileSync(at('design.parapet'), named);
  cpSync(others[0] ?? '', at('other.parapet'));
  cpSync(sample, at('old.parapet'));
  for (const name of ['new', 'clickstream-iot']) writeFileSync(at(`${name}.parapet`), named);
  cpSync(path.join(ROOT, 'docs/own-catalog-example'), at('my-catalog'), { recursive: true });
  cpSync(path.join(ROOT, 'data/samples'), at('data/samples'), { recursive: true });
  must('parapet check . --baseline parapet-baseline.json --update-baseline && cp parapet-baseline.json known.json');
  for (const part of [1, 2]) {
    must(`parapet check designs --shard ${part}/2 --format json --output shard-${part}.json || [ $? -eq 1 ]`);
    must(`parapet check designs --shard ${part}/2 --format sarif --output shard-${part}.sarif || [ $? -eq 1 ]`);
  }
  must(`${commit} second`);
  return {
    run,
    at,
    restore: () => must('git checkout -q . && git clean -fdq'),
    remove: () => rmSync(temp, { recursive: true, force: true }),
  };
}
