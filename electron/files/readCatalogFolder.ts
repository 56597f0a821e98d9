import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CATALOG_FOLDERS, type CatalogFile } from '../../shared/catalog/parse.ts';
import type { Problem } from '../../shared/catalog/parts.ts';

export interface CatalogFolder {
  readonly files: readonly CatalogFile[];
  /** Files that are not JSON, each with the parser's message. */
  readonly problems: readonly Problem[];
}

/** Reads the JSON files of a catalog folder (`data/`). Folders that are not there count as empty. */
export async function readCatalogFolder(root: string): Promise<CatalogFolder> {
  const files: CatalogFile[] = [];
  const problems: Problem[] = [];
  for (const folder of Object.keys(CATALOG_FOLDERS)) {
    const names = await readdir(path.join(root, folder)).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
      const file = `${folder}/${name}`;
      try {
        files.push({ path: file, content: JSON.parse(await readFile(path.join(root, file), 'utf8')) });
      } catch (error) {
        problems.push({ file, path: '', message: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  return { files, problems };
}
