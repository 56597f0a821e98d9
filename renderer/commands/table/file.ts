import { newDiagram, openFile } from '../../files/fileActions.ts';
import { printDiagram } from '../../files/printActions.ts';
import { save, saveAs } from '../../files/saveActions.ts';
import { isDrawing, setSession, showDialog } from '../../state/store.ts';
import { type Entry, isOpen } from './entry.ts';

/** What the commands of the File menu do. */
export const FILE = {
  new: { run: ({ host }) => newDiagram(host) },
  newWindow: { run: ({ host }) => host.call('window:new') },
  open: { run: ({ host }) => openFile(host) },
  start: { run: () => setSession({ view: 'start', presenting: false }), enabled: isOpen },
  save: { run: async ({ host }) => void (await save(host)), enabled: isOpen },
  saveAs: { run: async ({ host }) => void (await saveAs(host)), enabled: isOpen },
  versions: {
    run: () => showDialog({ kind: 'versions' }),
    enabled: (state) => isDrawing(state) && state.file !== null,
  },
  settings: { run: () => showDialog({ kind: 'settings' }) },
  ownCatalog: { run: () => showDialog({ kind: 'ownCatalog' }) },
  print: { run: ({ host }) => printDiagram(host), enabled: isOpen },
  export: { run: () => showDialog({ kind: 'export' }), enabled: isOpen },
} as const satisfies Record<string, Entry>;
