import { promises as fs } from 'node:fs';
import path from 'node:path';
import { escapePath, glob, isDynamicPattern } from 'tinyglobby';
import type { FoundFiles } from '../io.ts';

const EVERY_DIAGRAM = '**/*.parapet';
const NEVER = ['**/node_modules/**', '**/.git/**'];

/** A name with `/` between folders, as patterns need it; elsewhere than on Windows `\` is no separator but quotes a sign. */
export const slashes = (name: string, separator: string = path.sep): string =>
  separator === '\\' ? name.replaceAll('\\', '/') : name;

/** A file, a folder or a pattern; what is there goes before what it could mean as a pattern. */
async function kindOf(name: string, cwd: string): Promise<'file' | 'folder' | 'pattern'> {
  const stat = await fs.stat(path.resolve(cwd, name)).catch(() => null);
  if (stat) return stat.isDirectory() ? 'folder' : 'file';
  return isDynamicPattern(slashes(name)) ? 'pattern' : 'file';
}

async function filesOf(name: string, cwd: string): Promise<readonly string[]> {
  const kind = await kindOf(name, cwd);
  if (kind === 'file') return [name];
  const folder = slashes(name).replace(/\/+$/, '') || '/';
  const pattern = kind === 'pattern' ? slashes(name) : `${escapePath(folder)}/${EVERY_DIAGRAM}`;
  const options = { cwd, absolute: path.isAbsolute(name), ignore: NEVER, onlyFiles: true, expandDirectories: false };
  return (await glob(pattern, options)).sort();
}

/** The diagrams that names, folders (all `.parapet` files below) and glob patterns stand for, seen from `cwd`. */
export async function findFiles(names: readonly string[], cwd: string): Promise<FoundFiles> {
  const files = new Map<string, string>();
  const empty: string[] = [];
  for (const name of names) {
    const found = await filesOf(name, cwd);
    if (found.length === 0) empty.push(name);
    for (const file of found) {
      const whole = path.resolve(cwd, file);
      if (!files.has(whole)) files.set(whole, file);
    }
  }
  return { files: [...files.values()], empty };
}
