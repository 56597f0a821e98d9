import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { ChooseCatalogResult, OwnCatalog } from '../../shared/ipc/contract.ts';
import { readOwnCatalogFolder } from '../files/readCatalogFolder.ts';
import type { SettingsStore } from '../files/settingsStore.ts';
import type { Handlers } from './setupIpc.ts';

export interface OwnCatalogSetup {
  readonly handlers: Handlers<'catalog:choose' | 'catalog:read' | 'catalog:forget'>;
  /** The folder that was chosen in an earlier run, as it is now. */
  read(): Promise<OwnCatalog | null>;
}

async function readFrom(folder: string): Promise<OwnCatalog> {
  return { name: path.basename(folder), location: path.dirname(folder), ...(await readOwnCatalogFolder(folder)) };
}

/** The handlers for somebody's own catalog; the folder comes from a dialog, never from the page. */
export function setupOwnCatalog(
  settings: Pick<SettingsStore, 'ownCatalog' | 'set'>,
  window: () => BrowserWindow | null,
): OwnCatalogSetup {
  async function read(): Promise<OwnCatalog | null> {
    const folder = settings.ownCatalog();
    return folder === null ? null : readFrom(folder);
  }

  async function choose(): Promise<ChooseCatalogResult> {
    const parent = window();
    if (!parent) return { state: 'cancelled' };
    const { filePaths } = await dialog.showOpenDialog(parent, {
      title: 'Choose the folder of your catalog',
      properties: ['openDirectory'],
      defaultPath: settings.ownCatalog() ?? app.getPath('documents'),
    });
    const [folder] = filePaths;
    if (folder === undefined) return { state: 'cancelled' };
    await settings.set({ ownCatalog: folder });
    return { state: 'chosen', catalog: await readFrom(folder) };
  }

  return {
    read,
    handlers: {
      'catalog:choose': choose,
      'catalog:read': read,
      'catalog:forget': async () => void (await settings.set({ ownCatalog: null })),
    },
  };
}
