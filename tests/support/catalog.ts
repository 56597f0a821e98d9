import path from 'node:path';
import { readCatalogFolder } from '../../electron/files/readCatalogFolder.ts';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import { parseCatalog } from '../../shared/catalog/parse.ts';

export const DATA = path.resolve(import.meta.dirname, '../../data');

/** The catalog that ships, read from disk as the command line does. */
export async function shippedCatalog(): Promise<Catalog> {
  const folder = await readCatalogFolder(DATA);
  const parsed = parseCatalog(folder.files);
  const problems = [...folder.problems, ...(parsed.ok ? [] : parsed.problems)];
  if (!parsed.ok || problems.length > 0) {
    throw new Error(problems.map((each) => `${each.file} ${each.path}: ${each.message}`).join('\n'));
  }
  return parsed.catalog;
}
