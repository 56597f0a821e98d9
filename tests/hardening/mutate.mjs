// npm run hardening: loosens one guard after the other in a copy of the sources and runs the tests that must fail then.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { LOOSENED } from './loosened.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const VITEST = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const [wanted = ''] = process.argv.slice(2);

function copySources() {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'parapet-hardening-'));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
  const files = listed.split('\0').filter((file) => file !== '' && !file.startsWith('node_modules'));
  for (const file of files) cpSync(path.join(ROOT, file), path.join(copy, file), { force: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

/** The names of the tests that fail, or of the files that cannot even be loaded. */
function failing(copy, tests) {
  const report = path.join(copy, 'report.json');
  rmSync(report, { force: true });
  const args = [VITEST, 'run', '--reporter=json', `--outputFile=${report}`, ...tests];
  spawnSync(process.execPath, args, { cwd: copy, stdio: 'ignore' });
  return JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    const file = path.basename(name, '.test.ts');
    if (failed.length > 0) return failed.map(({ fullName }) => `${file}: ${fullName}`);
    return status === 'failed' ? [`${file}: does not load`] : [];
  });
}

function loosen(copy, { file, from, to, tests }) {
  const target = path.join(copy, file);
  const source = readFileSync(target, 'utf8');
  if (source.split(from).length !== 2) return { problem: 'OUT OF DATE: the text is not there, or more than once' };
  writeFileSync(
    target,
    source.replace(from, () => to),
  );
  try {
    return { caught: failing(copy, tests) };
  } finally {
    writeFileSync(target, source);
  }
}

const short = (text) => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
};

function verdict({ problem, caught }) {
  if (problem) return problem;
  const [first, ...more] = caught;
  if (first === undefined) return 'NOT CAUGHT';
  return more.length === 0 ? first : `${first} (and ${more.length} more)`;
}

function main() {
  const chosen = Object.entries(LOOSENED).filter(([part]) => part.includes(wanted));
  const copy = copySources();
  try {
    const before = failing(copy, [...new Set(chosen.flatMap(([, all]) => all.flatMap(({ tests }) => tests)))]);
    if (before.length > 0) throw new Error(`These fail with nothing loosened:\n${before.join('\n')}`);
    let total = 0;
    let caught = 0;
    for (const [part, all] of chosen) {
      console.log(`\n${part}`);
      for (const each of all) {
        const result = loosen(copy, each);
        total++;
        if (result.caught?.length > 0) caught++;
        const what = each.to === '' ? `without ${short(each.from)}` : short(each.to);
        console.log(`  ${path.basename(each.file)}: ${what}\n    → ${verdict(result)}`);
      }
    }
    console.log(`\n${total} loosened, ${caught} caught`);
    process.exitCode = caught === total ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

main();
