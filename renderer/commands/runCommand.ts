import { COMMAND_IDS, type CommandId } from '../../shared/commands.ts';
import { duplicate } from '../../shared/diagram/edit/duplicate.ts';
import { remove } from '../../shared/diagram/edit/remove.ts';
import { elementOf } from '../../shared/diagram/graph.ts';
import type { Host } from '../../shared/ipc/contract.ts';
import { newDiagram, openFile } from '../files/fileActions.ts';
import { save, saveAs } from '../files/saveActions.ts';
import { flushDrafts } from '../state/drafts.ts';
import { namesOf } from '../state/names.ts';
import {
  announce,
  commit,
  present,
  redo,
  type State,
  select,
  setSession,
  showDialog,
  undo,
  useStore,
} from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';

/** What commands need of the outside. */
export interface CommandContext {
  readonly host: Host;
  readonly toggleTheme: () => void;
}

interface Entry {
  readonly run: (context: CommandContext) => void | Promise<void>;
  /** Left out: always. */
  readonly enabled?: (state: State) => boolean;
}

const ZOOM_STEP = 1.25;

const drawing = (state: State): boolean => state.view === 'editor';
const selected = (state: State): boolean => drawing(state) && state.selection.length > 0;
const selection = (): readonly string[] => useStore.getState().selection;

/** The kind of the only selected element, or null. */
function onlySelected({ selection: ids, history }: State): 'resource' | 'flow' | 'boundary' | null {
  const [only, ...others] = ids;
  return only === undefined || others.length > 0 ? null : (elementOf(history.present, only)?.kind ?? null);
}

function deleteSelection(): void {
  const ids = selection();
  const what = namesOf(present(), ids);
  commit(`Delete ${what}`, (diagram) => remove(diagram, ids));
  announce(`Deleted ${what}`);
}

function duplicateSelection(): void {
  const ids = selection();
  const what = namesOf(present(), ids);
  const { diagram, copies } = duplicate(present(), ids, () => crypto.randomUUID());
  commit(`Duplicate ${what}`, () => diagram);
  select(ids.flatMap((id) => copies.get(id) ?? []));
  announce(`Duplicated ${what}`);
}

function selectAll(): void {
  const { resources, boundaries, flows } = present();
  const ids = [...boundaries, ...resources, ...flows].map(({ id }) => id);
  select(ids);
  announce(`Selected ${ids.length} elements`);
}

function connect(): void {
  const [from] = selection();
  if (from !== undefined) showDialog({ kind: 'connect', from });
}

function searchServices(): void {
  const field = document.getElementById('palette-search');
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select(); // what is typed takes the place of the last search
}

const COMMAND_TABLE: Readonly<Record<CommandId, Entry>> = {
  new: { run: ({ host }) => newDiagram(host) },
  open: { run: ({ host }) => openFile(host) },
  start: { run: () => setSession({ view: 'start' }), enabled: drawing },
  save: { run: async ({ host }) => void (await save(host)), enabled: drawing },
  saveAs: { run: async ({ host }) => void (await saveAs(host)), enabled: drawing },
  ownCatalog: { run: () => showDialog({ kind: 'ownCatalog' }) },
  export: { run: () => showDialog({ kind: 'export' }), enabled: drawing },
  undo: { run: undo, enabled: (state) => drawing(state) && state.history.past.length > 0 },
  redo: { run: redo, enabled: (state) => drawing(state) && state.history.future.length > 0 },
  duplicate: {
    run: duplicateSelection,
    // A flow alone has no copy: its ends are connected already.
    enabled: (state) => selected(state) && onlySelected(state) !== 'flow',
  },
  rename: {
    run: () => setSession({ renaming: selection()[0] ?? null }),
    enabled: (state) => drawing(state) && ['resource', 'boundary'].includes(onlySelected(state) ?? ''),
  },
  delete: { run: deleteSelection, enabled: selected },
  selectAll: { run: selectAll, enabled: drawing },
  connect: { run: connect, enabled: (state) => drawing(state) && onlySelected(state) === 'resource' },
  findService: { run: searchServices },
  zoomIn: { run: () => canvasPort()?.zoomBy(ZOOM_STEP), enabled: drawing },
  zoomOut: { run: () => canvasPort()?.zoomBy(1 / ZOOM_STEP), enabled: drawing },
  zoomToFit: { run: () => canvasPort()?.fit(), enabled: drawing },
  toggleFindings: {
    run: () => setSession({ findingsOpen: !useStore.getState().findingsOpen }),
    enabled: drawing,
  },
  toggleTheme: { run: ({ toggleTheme }) => toggleTheme() },
  keyboard: { run: () => showDialog({ kind: 'keyboard' }) },
  about: { run: () => showDialog({ kind: 'about' }) },
};

/** True when the command can do something now. */
export const isEnabled = (id: CommandId, state: State): boolean => COMMAND_TABLE[id].enabled?.(state) ?? true;

/** The commands that can do something now, in menu order. */
export const enabledCommands = (state: State): readonly CommandId[] => COMMAND_IDS.filter((id) => isEnabled(id, state));

/** Does what a menu, a key or a button asks for; a command that is not enabled does nothing. */
export function runCommand(id: CommandId, context: CommandContext): void {
  flushDrafts();
  if (isEnabled(id, useStore.getState())) void COMMAND_TABLE[id].run(context);
}
