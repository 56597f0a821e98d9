import { newDiagram, openFile } from '../../files/fileActions.ts';
import { save, saveAs } from '../../files/saveActions.ts';
import { setSession, showDialog } from '../../state/store.ts';
import { drawing, type Entry } from './entry.ts';

/** What the commands of the File menu do. */
export const FILE = {
  new: { run: ({ host }) => newDiagram(host) },
  open: { run: ({ host }) => openFile(host) },
  start: { run: () => setSession({ view: 'start', presenting: false }), enabled: drawing },
  save: { run: async ({ host }) => void (await save(host)), enabled: drawing },
  saveAs: { run: async ({ host }) => void (await saveAs(host)), enabled: drawing },
  versions: { run: () => showDialog({ kind: 'versions' }), enabled: (state) => drawing(state) && state.file !== null },
  ownCatalog: { run: () => showDialog({ kind: 'ownCatalog' }) },
  export: { run: () => showDialog({ kind: 'export' }), enabled: drawing },
} as const satisfies Record<string, Entry>;
