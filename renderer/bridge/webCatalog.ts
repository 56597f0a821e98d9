import { directoryOpen } from 'browser-fs-access';
import { CATALOG_FOLDERS } from '../../shared/catalog/parse.ts';
import type { ChooseCatalogResult, OwnCatalog } from '../../shared/ipc/contract.ts';
import { isCancelled } from './webFailure.ts';
import type { WebStore } from './webStore.ts';

/** Somebody's own catalog in a browser, which keeps a copy of what was read: it may not read the folder later. */
export interface WebCatalog {
  choose(): Promise<ChooseCatalogResult>;
  read(): Promise<OwnCatalog | null>;
  forget(): Promise<void>;
}

const FOLDERS = Object.keys(CATALOG_FOLDERS);

/** `mine/services/x.json` → `services/x.json`; null for what is no file of a catalog. */
function placeIn(file: File): string | null {
  const parts = file.webkitRelativePath.split('/');
  const [folder = '', name = '', ...deeper] = parts.slice(1);
  return FOLDERS.includes(folder) && name.endsWith('.json') && deeper.length === 0 ? `${folder}/${name}` : null;
}

async function readAll(picked: readonly File[]): Promise<OwnCatalog> {
  const name = picked[0]?.webkitRelativePath.split('/')[0] ?? '';
  const files: { path: string; content: unknown }[] = [];
  const problems: { file: string; path: string; message: string }[] = [];
  for (const file of picked) {
    const place = placeIn(file);
    if (place === null) continue;
    try {
      files.push({ path: place, content: JSON.parse(await file.text()) });
    } catch (error) {
      problems.push({ file: place, path: '', message: error instanceof Error ? error.message : String(error) });
    }
  }
  if (files.length === 0 && problems.length === 0) {
    problems.push({ file: '', path: '', message: `the folder has no JSON file in any of ${FOLDERS.join(', ')}` });
  }
  return { name, location: null, files, problems };
}

export function createWebCatalog(store: WebStore): WebCatalog {
  return {
    async choose() {
      try {
        const picked = await directoryOpen({
          recursive: true,
          id: 'parapet-catalog',
          skipDirectory: ({ name }) => !FOLDERS.includes(name),
        });
        const catalog = await readAll(picked.filter((each) => each instanceof File));
        await store.putCatalog(catalog).catch(() => {}); // read, but not remembered
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
