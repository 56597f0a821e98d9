import { directoryOpen } from 'browser-fs-access';
import { CATALOG_FOLDERS, type CatalogFile } from '../../shared/catalog/parse.ts';
import type { Problem } from '../../shared/catalog/parts.ts';
import { isBeside, sortPaths } from '../../shared/catalog/places.ts';
import { visible } from '../../shared/catalog/visible.ts';
import { syntaxProblem } from '../../shared/diagram/jsonSyntax.ts';
import type { ChooseCatalogResult, OwnCatalog } from '../../shared/ipc/contract.ts';
import { isCancelled } from './webFailure.ts';
import type { WebStore } from './webStore.ts';

/**
 * Somebody's own catalog in a browser, which keeps a copy of what was read: it may not read the folder later. A copy
 * with a problem is not kept, so that a good one is never lost to it.
 */
export interface WebCatalog {
  choose(): Promise<ChooseCatalogResult>;
  read(): Promise<OwnCatalog | null>;
  forget(): Promise<void>;
}

/** How many folders that no catalog has are looked through for misspelt names: somebody may choose a home folder. */
const MOST_OTHER_FOLDERS = 50;

/** `mine/services/x.json` → `services/x.json`. */
const pathIn = (file: File): string => file.webkitRelativePath.split('/').slice(1).join('/');

async function readFile(file: File): Promise<CatalogFile | Problem> {
  const path = pathIn(file);
  const text = await file.text().catch(() => null);
  if (text === null) return { file: visible(path), path: '', message: 'cannot be read. Choose the folder again' };
  try {
    return { path, content: JSON.parse(text) };
  } catch (error) {
    const { where, message } = syntaxProblem(text, error);
    return { file: visible(path), path: where, message: `is not JSON: ${visible(message)}` };
  }
}

type Picked = readonly (File | FileSystemDirectoryHandle)[];

/** The folder's name, which an empty folder gives itself; empty when nothing in it tells. */
function folderName(picked: Picked): string {
  const names = picked.map((each) => (each instanceof File ? each.webkitRelativePath.split('/')[0] : each.name));
  return names.find((name) => name !== undefined && name !== '') ?? '';
}

/** What is wrong with the files of an own catalog. */
export type CheckCatalog = (files: readonly CatalogFile[]) => readonly Problem[];

async function readAll(picked: Picked, problemsOf: CheckCatalog): Promise<OwnCatalog> {
  const all = picked.filter((each) => each instanceof File);
  const sorted = sortPaths(all.map(pathIn));
  const read = await Promise.all(all.filter((file) => sorted.files.includes(pathIn(file))).map(readFile));
  const files = read.flatMap((each) => ('content' in each ? [each] : []));
  const problems = [...sorted.problems, ...read.flatMap((each) => ('content' in each ? [] : [each]))];
  const misfits = problems.length > 0 ? [] : problemsOf(files);
  return { name: folderName(picked), location: null, files, problems: [...problems, ...misfits] };
}

export function createWebCatalog(store: WebStore, problemsOf: CheckCatalog): WebCatalog {
  return {
    async choose() {
      let others = 0;
      try {
        const picked = await directoryOpen({
          recursive: true,
          id: 'parapet-catalog',
          skipDirectory: ({ name }) =>
            isBeside(name) || (!Object.hasOwn(CATALOG_FOLDERS, name) && others++ >= MOST_OTHER_FOLDERS),
        });
        const catalog = await readAll(picked, problemsOf);
        if (catalog.problems.length === 0) await store.putCatalog(catalog).catch(() => {}); // read, but not remembered
        return { state: 'chosen', catalog };
      } catch (error) {
        if (isCancelled(error)) return { state: 'cancelled' };
        throw error;
      }
    },
    read: () => store.catalog().catch(() => null),
    forget: () => store.dropCatalog().catch(() => {}),
  };
}
