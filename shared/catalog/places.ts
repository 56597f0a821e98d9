import { CATALOG_FOLDERS } from './parse.ts';
import type { Problem } from './parts.ts';
import { visible } from './visible.ts';

const FOLDERS = Object.keys(CATALOG_FOLDERS);

/** Folders that stand beside those of a catalog in `data/`, and one that tools fill. */
const OTHER_FOLDERS = ['icons', 'samples', 'schema', 'node_modules'];

/** What people and tools lay beside the files of a catalog. */
const OTHER_FILES =
  /^(readme|changelog|licen[cs]e|notice|codeowners)(\.\w+)?$|^(package(-lock)?|tsconfig|biome|renovate)\.json$|^(thumbs\.db|desktop\.ini)$/i;

/** True for a file or folder that nobody means as part of a catalog: hidden, a README, of a tool. */
export const isBeside = (name: string): boolean =>
  name.startsWith('.') || OTHER_FILES.test(name) || OTHER_FOLDERS.includes(name);

/** How many letters have to be added, dropped or changed to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const changed = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function foreignFolder(folder: string): string {
  const like = FOLDERS.find((known) => distance(folder.toLowerCase(), known) <= 2);
  const meant = like ? `: did you mean "${like}"?` : `; a catalog has ${FOLDERS.join(', ')}`;
  return `holds JSON, but no catalog has a folder of this name, so nothing in it is read${meant}`;
}

/** What becomes of a file of an own catalog's folder, by its path there with forward slashes. */
type Place =
  | { readonly is: 'file' }
  | { readonly is: 'beside' }
  | { readonly is: 'misplaced'; readonly at: string; readonly message: string };

function placeOf(path: string): Place {
  const [folder = '', name, ...deeper] = path.split('/');
  const isJson = /\.json$/i.test(path);
  if (path.split('/').some(isBeside)) return { is: 'beside' };
  if (name === undefined) {
    const message = `is in no folder, so it is not read: put it into one of ${FOLDERS.join(', ')}`;
    return isJson ? { is: 'misplaced', at: path, message } : { is: 'beside' };
  }
  if (!FOLDERS.includes(folder)) {
    const direct = isJson && deeper.length === 0;
    return direct ? { is: 'misplaced', at: `${folder}/`, message: foreignFolder(folder) } : { is: 'beside' };
  }
  if (deeper.length > 0) {
    const message = `is too deep, so it is not read: put it into ${folder}/ itself`;
    return isJson ? { is: 'misplaced', at: path, message } : { is: 'beside' };
  }
  if (name.endsWith('.json')) return { is: 'file' };
  const message = 'is not read: the files of a catalog are JSON and their names end in .json';
  return { is: 'misplaced', at: path, message };
}

/** The paths within an own catalog's folder that are files of a catalog, and what lies where it is not read. */
export function sortPaths(paths: readonly string[]): {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
} {
  const files: string[] = [];
  const misplaced = new Map<string, string>();
  for (const path of [...paths].sort()) {
    const place = placeOf(path);
    if (place.is === 'file') files.push(path);
    if (place.is === 'misplaced') misplaced.set(place.at, place.message);
  }
  const problems = [...misplaced].map(([at, message]) => ({ file: visible(at), path: '', message: visible(message) }));
  // JSON that lies in no folder, and nothing else: another folder was meant.
  const someFolder = files.length > 0 || [...misplaced.keys()].some((at) => at.includes('/'));
  if (someFolder) return { files, problems };
  const message = `the folder has no JSON file in any of ${FOLDERS.join(', ')}`;
  return { files, problems: [{ file: '', path: '', message }] };
}
