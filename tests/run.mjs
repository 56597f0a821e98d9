#!/usr/bin/env node
// npm test: installs what is missing, builds, runs all tests. The last line is "N passed, N failed", alone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { buildIfNeeded, installIfNeeded, ROOT, run } from '../electron/launch/prepare.mjs';

const require = createRequire(import.meta.url);
const say = (line) => process.stderr.write(`${line}\n`);

/** Where browsers of the Chromium family are installed, beside the path. */
function usualPlaces() {
  const { PROGRAMFILES = 'C:\\Program Files', LOCALAPPDATA = '' } = process.env;
  const programs86 = process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)';
  const chrome = 'Google\\Chrome\\Application\\chrome.exe';
  switch (process.platform) {
    case 'win32':
      return [
        ...[PROGRAMFILES, programs86, LOCALAPPDATA].map((folder) => path.join(folder, chrome)),
        path.join(programs86, 'Microsoft\\Edge\\Application\\msedge.exe'),
      ];
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ];
    default:
      return ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
  }
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function installedChromium() {
  const given = process.env.PARAPET_CHROMIUM;
  if (given && existsSync(given)) return given;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath =
    process.platform === 'win32' ? [] : folders.flatMap((dir) => NAMES.map((name) => path.join(dir, name)));
  return [...onPath, ...usualPlaces()].find((file) => existsSync(file)) ?? null;
}

/** Playwright's own Chromium, if it has been installed. */
function playwrightChromium() {
  const file = require('@playwright/test').chromium.executablePath();
  return existsSync(file) ? file : null;
}

/** A Chromium, installed if need be, or null. */
function findChromium() {
  const found = installedChromium() ?? playwrightChromium();
  if (found) return found;
  say('No Chrome or Chromium is installed; fetching Playwright’s …');
  const cli = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
  if (run(process.execPath, [cli, 'install', 'chromium'])) return playwrightChromium();
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('That failed; installing Debian’s package chromium …');
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  return installedChromium();
}

/** Runs one runner with its output on ours and reads the report that it wrote; null when there is none. */
function report(file, args, env) {
  spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env });
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function runVitest(temp, env) {
  const file = path.join(temp, 'vitest.json');
  const cli = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
  const args = [cli, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const result = report(file, args, env);
  if (result === null || result.numTotalTests === 0) return { passed: 0, failed: 1, names: ['vitest wrote no report'] };
  // A test file that could not be loaded has no tests, and counts as one that failed.
  const broken = result.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  const unexplained = !result.success && result.numFailedTests + broken === 0 ? 1 : 0;
  const names = result.testResults.flatMap(({ name, status, assertionResults }) => {
    const inside = assertionResults.filter((one) => one.status === 'failed').map((one) => one.fullName);
    const file = path.relative(ROOT, name);
    return inside.length > 0 || status !== 'failed' ? inside.map((test) => `${file}: ${test}`) : [file];
  });
  return { passed: result.numPassedTests, failed: result.numFailedTests + broken + unexplained, names };
}

const failedSpecs = (suites) =>
  suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter((one) => !one.ok).map((one) => `${one.file}:${one.line}: ${one.title}`),
    ...failedSpecs(inner),
  ]);

function runPlaywright(temp, env) {
  const file = path.join(temp, 'playwright.json');
  const cli = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
  const args = [cli, 'test', '--reporter=list,json'];
  const result = report(file, args, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const { expected = 0, unexpected = 0, flaky = 0 } = result?.stats ?? {};
  if (expected + unexpected + flaky === 0) return { passed: 0, failed: 1, names: ['playwright wrote no report'] };
  const names = failedSpecs(result.suites);
  return { passed: expected + flaky, failed: unexpected + (result.errors?.length ?? 0), names };
}

function end(passed, failed, problem) {
  if (problem) say(problem);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}

function main() {
  const problem = installIfNeeded(say) ?? buildIfNeeded(say);
  if (problem) return end(0, 1, problem);
  const chromium = findChromium();
  if (chromium === null) {
    return end(
      0,
      1,
      'The tests need a Chromium, and none could be installed; set PARAPET_CHROMIUM to the program of one.',
    );
  }
  const env = { ...process.env, PARAPET_CHROMIUM: chromium };
  const temp = mkdtempSync(path.join(os.tmpdir(), 'parapet-test-'));
  try {
    const unit = runVitest(temp, env);
    const e2e = runPlaywright(temp, env);
    // Once more at the end: in a long log they are hard to find.
    for (const name of [...unit.names, ...e2e.names]) say(`FAILED ${name}`);
    end(unit.passed + e2e.passed, unit.failed + e2e.failed);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

main();
