import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CATALOG_FOLDERS, type CatalogFile } from '../../shared/catalog/parse.ts';
import type { Problem } from '../../shared/catalog/parts.ts';

export interface CatalogFolder {
  readonly files: readonly CatalogFile[];
  /** Files that cannot be read or are not JSON, each with the reason. */
  readonly problems: readonly Problem[];
}

const FOLDERS = Object.keys(CATALOG_FOLDERS);
/** Larger files are no catalog: the largest that ships has 60 KB. */
const MOST_BYTES = 4 * 1024 * 1024;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function readCatalogFile(root: string, file: string): Promise<CatalogFile | Problem> {
  try {
    const bytes = await readFile(path.join(root, file));
    if (bytes.length > MOST_BYTES) return { file, path: '', message: `has ${bytes.length} bytes: too large` };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { path: file, content: JSON.parse(text) };
  } catch (error) {
    return { file, path: '', message: messageOf(error) };
  }
}

/** Reads the JSON files of a catalog folder (`data/`). Folders that are not there count as empty. */
export async function readCatalogFolder(root: string): Promise<CatalogFolder> {
  const files: CatalogFile[] = [];
  const problems: Problem[] = [];
  for (const folder of FOLDERS) {
    const names = await readdir(path.join(root, folder)).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
      const read = await readCatalogFile(root, `${folder}/${name}`);
      if ('content' in read) files.push(read);
      else problems.push(read);
    }
  }
  return { files, problems };
}

/** Reads somebody's own catalog folder; one that is not there or holds nothing of a catalog is a problem. */
export async function readOwnCatalogFolder(root: string): Promise<CatalogFolder> {
  const nothing = (message: string): CatalogFolder => ({ files: [], problems: [{ file: '', path: '', message }] });
  try {
    await readdir(root);
  } catch (error) {
    return nothing(`the folder cannot be read: ${messageOf(error)}`);
  }
  const read = await readCatalogFolder(root);
  const empty = read.files.length === 0 && read.problems.length === 0;
  return empty ? nothing(`the folder has no JSON file in any of ${FOLDERS.join(', ')}`) : read;
}
