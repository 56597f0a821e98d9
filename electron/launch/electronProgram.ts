import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** The folder of the npm package "electron", or null. Resolving the package itself would start a download. */
export function electronPackage(): string | null {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

const PROGRAM: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

const ifThere = (file: string): string | null => (existsSync(file) ? file : null);

/** The Electron program by the rules of the package's own index.js, or null; never fetches. */
export function findElectron(env: Env, pkg: string | null): string | null {
  if (env.ELECTRON_EXEC_PATH && existsSync(env.ELECTRON_EXEC_PATH)) return env.ELECTRON_EXEC_PATH;
  const mark = pkg === null ? null : ifThere(path.join(pkg, 'path.txt'));
  const program = mark === null ? (PROGRAM[process.platform] ?? 'electron') : readFileSync(mark, 'utf8');
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return ifThere(path.join(env.ELECTRON_OVERRIDE_DIST_PATH, program));
  return pkg === null || mark === null ? null : ifThere(path.join(pkg, 'dist', program));
}
