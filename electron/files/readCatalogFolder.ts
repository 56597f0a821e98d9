import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { CATALOG_FOLDERS, type CatalogFile } from '../../shared/catalog/parse.ts';
import type { Problem } from '../../shared/catalog/parts.ts';
import { isBeside, sortPaths } from '../../shared/catalog/places.ts';
import { visible } from '../../shared/catalog/visible.ts';
import { syntaxProblem } from '../../shared/diagram/jsonSyntax.ts';
import { codeOf } from './failure.ts';

export interface CatalogFolder {
  readonly files: readonly CatalogFile[];
  /** Files that cannot be read or are not JSON, each with the reason. */
  readonly problems: readonly Problem[];
}

const FOLDERS = Object.keys(CATALOG_FOLDERS);
/** Larger files are no catalog: the largest that ships has 60 KB. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Folders within folders that are looked through for files in the wrong place. */
const DEEPEST = 3;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is none. Check the path',
  ENOTDIR: 'it is a file. Name the folder it is in',
  EACCES: 'you may not read it. Check its permissions',
  EPERM: 'you may not read it. Check its permissions',
  EISDIR: 'it is a folder. Put a file there',
  ELOOP: 'its link leads to itself',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8. Save it as UTF-8 text',
};

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? `the system says ${code || String(error)}`;
}

async function readCatalogFile(root: string, file: string): Promise<CatalogFile | Problem> {
  const problem = (message: string, at = ''): Problem => ({ file: visible(file), path: at, message: visible(message) });
  let text: string;
  try {
    const bytes = await readFile(path.join(root, file));
    if (bytes.length > MOST_BYTES)
      return problem(`has ${bytes.length} bytes; a catalog's file has at most ${MOST_BYTES}`);
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return problem(`cannot be read: ${reasonOf(error)}`);
  }
  try {
    return { path: file, content: JSON.parse(text) };
  } catch (error) {
    const { where, message } = syntaxProblem(text, error);
    return problem(`is not JSON: ${message}`, where);
  }
}

async function readFiles(root: string, paths: readonly string[]): Promise<CatalogFolder> {
  const files: CatalogFile[] = [];
  const problems: Problem[] = [];
  for (const each of paths) {
    const read = await readCatalogFile(root, each);
    if ('content' in read) files.push(read);
    else problems.push(read);
  }
  return { files, problems };
}

/** Reads the JSON files of a catalog folder (`data/`). Folders that are not there count as empty. */
export async function readCatalogFolder(root: string): Promise<CatalogFolder> {
  const paths: string[] = [];
  for (const folder of FOLDERS) {
    const names = await readdir(path.join(root, folder)).catch(() => []);
    paths.push(...names.filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name}`));
  }
  return readFiles(root, paths.sort());
}

async function isFolder(root: string, inside: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  const target = await stat(path.join(root, inside)).catch(() => null); // a link that leads nowhere fails when it is read
  return target?.isDirectory() ?? false;
}

interface Listing {
  readonly paths: string[];
  readonly problems: Problem[];
}

/** Collects the paths of all files that somebody could mean as part of a catalog. */
async function list(root: string, folder: string, depth: number, into: Listing): Promise<void> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    into.problems.push({ file: visible(folder), path: '', message: `the folder cannot be read: ${reasonOf(error)}` });
    return;
  }
  for (const entry of entries.filter(({ name }) => !isBeside(name))) {
    const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
    // A folder that is named like a file of the catalog is meant as one.
    const deeper = !inside.endsWith('.json') && (await isFolder(root, inside, entry));
    if (!deeper) into.paths.push(inside);
    else if (depth < DEEPEST) await list(root, inside, depth + 1, into);
  }
}

/**
 * Reads somebody's own catalog folder. One that is not there or holds nothing of a catalog is a problem, and so is what
 * lies where nobody reads it: in a misspelt folder, or without the ending `.json`.
 */
export async function readOwnCatalogFolder(root: string): Promise<CatalogFolder> {
  const found: Listing = { paths: [], problems: [] };
  await list(root, '', 1, found);
  if (found.problems.length > 0) return { files: [], problems: found.problems };
  const sorted = sortPaths(found.paths);
  const read = await readFiles(root, sorted.files);
  return { files: read.files, problems: [...sorted.problems, ...read.problems] };
}
