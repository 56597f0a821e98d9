// What has to be there before anything of ours can run: the packages and the build. Plain Node, no packages.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

const SOURCES = ['electron', 'shared', 'renderer', 'data', 'electron.vite.config.ts', 'package.json'];
const BUILT = ['out/main/main.js', 'out/main/launch.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

const at = (name) => path.join(ROOT, name);
const timeOf = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** The time of the newest file in a file or folder. */
function newestIn(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(file).map((name) => newestIn(path.join(file, name))));
}

/** Runs a program with its output on stderr, and says whether it succeeded. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], ...options }).status === 0;
}

/** Runs npm: the one that started us, else the one on the path. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args]);
  return run(`npm ${args.join(' ')}`, [], { shell: true });
}

/** The packages of a lock file by their folders; none when there is no such file. */
function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(at(lockFile), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** By content and not by time: a git checkout makes the lock file new without changing it. */
function isInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json');
  const wanted = Object.entries(packagesIn('package-lock.json')).filter(([folder, one]) => folder && !one.optional);
  return wanted.every(([folder, one]) => installed[folder]?.version === one.version);
}

/** Installs the packages when the lock file asks for others than are there; null, or one sentence on what failed. */
export function installIfNeeded(say) {
  if (isInstalled()) return null;
  say('Installing packages …');
  if (npm('ci', '--loglevel=error')) return null;
  return 'The packages could not be installed: npm ci failed (its messages are above); if your network blocks the registry, set npm_config_registry to a mirror and try again.';
}

/** Builds the app when the build is missing or older than any source; null, or one sentence on what failed. */
export function buildIfNeeded(say) {
  const built = Math.min(...BUILT.map((name) => timeOf(at(name))));
  if (built > Math.max(...SOURCES.map((name) => newestIn(at(name))))) return null;
  say('Building Parapet …');
  const builder = at('node_modules/electron-vite/bin/electron-vite.js');
  const options = { stdio: ['ignore', 'ignore', 2] };
  return run(process.execPath, [builder, 'build'], options)
    ? null
    : 'The app could not be built; the messages above say why.';
}
