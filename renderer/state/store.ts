import { create } from 'zustand';
import type { ContextName } from '../../shared/commands.ts';
import type { FlowEnd } from '../../shared/diagram/edit/reconnect.ts';
import { elementOf } from '../../shared/diagram/graph.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import { type Diagram, emptyDiagram, type Position, type SuppressionKind } from '../../shared/diagram/schema.ts';
import type { DiagramFile } from '../../shared/ipc/contract.ts';
import * as history from './history.ts';
import { type Said, SILENCE, saidAfter } from './said.ts';

/** A dialog that is open, with what it is about. */
export type Dialog =
  | {
      readonly kind: 'connect';
      readonly from: string;
      /** Where a flow was dropped on what is empty, on the canvas and in the window. */
      readonly at: { readonly point: Position; readonly screen: Position } | null;
    }
  | { readonly kind: 'reconnect'; readonly flow: string; readonly end: FlowEnd }
  | { readonly kind: 'moveInto'; readonly ids: readonly string[] }
  | {
      readonly kind: 'accept';
      readonly keys: readonly string[];
      /** The kind of decision that the form begins with. */
      readonly as?: SuppressionKind;
    }
  | { readonly kind: 'dashboard' }
  | { readonly kind: 'decisions' }
  | { readonly kind: 'signOff' }
  | { readonly kind: 'remedies'; readonly key: string }
  | { readonly kind: 'plan' }
  | { readonly kind: 'export' }
  | { readonly kind: 'keyboard' }
  | { readonly kind: 'commandPalette' }
  | {
      readonly kind: 'versions';
      /** Id of the one that is shown first, if not the newest. */
      readonly version?: string;
    }
  | { readonly kind: 'ownCatalog' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'updates' }
  | { readonly kind: 'about' };

/** A text that does not count where it was typed. */
export interface Refused {
  readonly text: string;
  readonly problem: string;
  /** What the field held: when that changes, the text is out of date. */
  readonly value: string;
}

/** Which part of the inspector is in front. */
export type InspectorTab = 'settings' | 'controls' | 'flows' | 'notes';

/** A context menu that is open. */
export interface ContextMenu {
  readonly context: ContextName;
  /** Where, in pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** The key of the finding that it is about. */
  readonly finding: string | null;
}

export interface State {
  // document: saved and undoable
  readonly history: history.History;

  // session: neither saved nor undoable
  readonly view: 'start' | 'editor';
  /** The diagram as it is on disk; null when it never was. */
  readonly saved: Diagram | null;
  readonly file: DiagramFile | null;
  /** Names the recovery file of this document. */
  readonly documentId: string;
  readonly selection: readonly string[];
  /** The boundary that what is being dragged would be dropped into. */
  readonly dropTarget: string | null;
  /** The element whose name is being edited on the canvas. */
  readonly renaming: string | null;
  /** Asks the canvas to bring elements into view; `serial` makes each request a new one. */
  readonly flight: { readonly ids: readonly string[] | 'all'; readonly serial: number } | null;
  /** The canvas has the window for itself. */
  readonly presenting: boolean;
  readonly inspectorTab: InspectorTab;
  /** What waits in its field for being mended, by field: also while another element is shown. */
  readonly refused: ReadonlyMap<string, Refused>;
  readonly dialog: Dialog | null;
  readonly contextMenu: ContextMenu | null;
  /** Read out by screen readers, not shown; another object each time. */
  readonly announcement: Said;
  /** Counts the changes of `catalog`: what was made from it is made again. */
  readonly catalogSerial: number;
  /** The day, in ISO form, that decisions expire by. */
  readonly today: string;
}

const isoDay = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

const UNTITLED = emptyDiagram('Untitled diagram');

export const useStore = create<State>()(() => ({
  history: history.startHistory(UNTITLED),
  view: 'start',
  saved: UNTITLED,
  file: null,
  documentId: crypto.randomUUID(),
  selection: [],
  dropTarget: null,
  renaming: null,
  flight: null,
  presenting: false,
  inspectorTab: 'controls',
  refused: new Map(),
  dialog: null,
  contextMenu: null,
  announcement: SILENCE,
  catalogSerial: 0,
  today: isoDay(new Date()),
}));

const { getState, setState } = useStore;

interface Shown {
  readonly diagram: Diagram;
  /** A gesture is running: the diagram is what it would make of the document. */
  readonly isRunning: boolean;
}

/**
 * What the canvas shows: the document, or what a running gesture would make of it. By itself, as nobody but the canvas
 * has anything to do with the steps of a gesture.
 */
export const useShown = create<Shown>()(() => ({ diagram: UNTITLED, isRunning: false }));

function show(diagram: Diagram, isRunning: boolean): void {
  const now = useShown.getState();
  if (now.diagram !== diagram || now.isRunning !== isRunning) useShown.setState({ diagram, isRunning });
}

// The first to hear of it: whoever reads both has both of one moment.
useStore.subscribe(({ history: { present: now } }, { history: { present: before } }) => {
  if (now !== before) show(now, false);
});

/** What the canvas shows at this moment. */
export const shown = (): Diagram => useShown.getState().diagram;

export const isGestureRunning = (): boolean => useShown.getState().isRunning;

/** The document without a running gesture. */
export const present = (): Diagram => getState().history.present;

/** True while a diagram can be changed; a presentation only shows it. */
export const isDrawing = ({ view, presenting }: State): boolean => view === 'editor' && !presenting;

/** True when there is something that is not on disk. */
export const isDirty = (state: State): boolean => state.history.present !== state.saved;

/** Texts that wait in their fields for being mended: they are in no document. */
export const waitingTexts = ({ refused }: State): readonly Refused[] =>
  [...refused.values()].filter(({ text }) => text !== '');

/** Ids of the selection that are still there. */
const alive = (ids: readonly string[], diagram: Diagram): readonly string[] => {
  const left = ids.filter((id) => elementOf(diagram, id) !== undefined);
  return left.length === ids.length ? ids : left;
};

function setHistory(next: history.History): void {
  setState(({ selection }) => ({ history: next, selection: alive(selection, next.present) }));
}

/**
 * Changes the document, as one step that undo names by `label`. `edit` gets the document without the running gesture.
 * Steps with the same `merge` key that follow each other are one.
 */
export function commit(label: string, edit: (diagram: Diagram) => Diagram, merge: string | null = null): void {
  const { history: now } = getState();
  setHistory(history.commit(now, label, edit(now.present), merge));
  cancelPreview();
}

/**
 * Goes back to `before`, with all that could be redone then, if the only step since is the one with this `merge` key.
 * False when it is not.
 */
export function takeBack(merge: string, before: history.History): boolean {
  const last = getState().history.past.at(-1);
  const isOnly = last?.merge === merge && last.diagram === before.present;
  if (isOnly) setHistory(before);
  return isOnly;
}

/** Shows what a running gesture would do; nothing is validated or recorded until `commit`. */
export const preview = (edit: (diagram: Diagram) => Diagram): void => show(edit(present()), true);

/** Ends a gesture without a trace. */
export const cancelPreview = (): void => show(present(), false);

/** Selects what is there now and was not before, if there is any: what a step brought back is what one goes on with. */
function selectNew(before: Diagram): void {
  const now = present();
  const found = [now.boundaries, now.resources, now.flows, now.texts].flatMap((items, i) => {
    const old = [before.boundaries, before.resources, before.flows, before.texts][i] ?? [];
    if (items === old) return [];
    const known = new Set(old.map(({ id }) => id));
    return items.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  });
  if (found.length > 0) select(found);
}

export function undo(): void {
  cancelPreview();
  const before = present();
  const label = history.undoLabel(getState().history);
  setHistory(history.undo(getState().history));
  selectNew(before);
  if (label !== null) announce(`Undid: ${label}`);
}

export function redo(): void {
  cancelPreview();
  const before = present();
  const label = history.redoLabel(getState().history);
  setHistory(history.redo(getState().history));
  selectNew(before);
  if (label !== null) announce(`Redid: ${label}`);
}

/** Starts on another document: one that was read from `file`, or a new one. */
export function openDocument(
  diagram: Diagram,
  options: { readonly file: DiagramFile | null; readonly saved: Diagram | null; readonly documentId?: string },
): void {
  setState({
    history: history.startHistory(diagram),
    saved: options.saved,
    file: options.file,
    documentId: options.documentId ?? crypto.randomUUID(),
    view: 'editor',
    selection: [],
    dropTarget: null,
    renaming: null,
    refused: new Map(),
    presenting: false,
    dialog: null,
    contextMenu: null,
  });
  flyTo('all');
}

/** Notes that `diagram` is on disk now. */
export const markSaved = (diagram: Diagram, file: DiagramFile): void => setState({ saved: diagram, file });

/** Notes that what is open is not on disk any more: its file was changed or removed by another program. */
export const markUnsaved = (): void => setState({ saved: null });

export const select = (ids: readonly string[]): void => {
  if (ids !== getState().selection) setState({ selection: ids });
};

let flights = 0;

/** Asks the canvas to bring elements into view. */
export const flyTo = (ids: readonly string[] | 'all'): void => setState({ flight: { ids, serial: ++flights } });

/** Says something to screen readers. */
export const announce = (words: string): void =>
  setState(({ announcement }) => ({ announcement: saidAfter(announcement, oneLine(words)) }));

/** Has everything that was made from the catalog made again. */
export const catalogChanged = (): void => setState(({ catalogSerial }) => ({ catalogSerial: catalogSerial + 1 }));

export const showDialog = (dialog: Dialog | null): void => setState({ dialog });
export const showContextMenu = (contextMenu: ContextMenu | null): void => setState({ contextMenu });
export const setSession = (
  change: Partial<Pick<State, 'view' | 'dropTarget' | 'renaming' | 'presenting' | 'inspectorTab' | 'today'>>,
): void => {
  const state = getState();
  // A gesture says in every step what it is over: saying the same again must wake nobody.
  const news = Object.entries(change).some(([key, value]) => state[key as keyof State] !== value);
  if (news) setState(change);
};

/** Keeps, or with null forgets, what was typed into a field and does not count. */
export function refuse(field: string, refused: Refused | null): void {
  const kept = new Map(getState().refused);
  if (refused) kept.set(field, refused);
  else if (!kept.delete(field)) return;
  setState({ refused: kept });
}

/** Called when the day may have changed: decisions expire by it. */
export const refreshToday = (): void => {
  const today = isoDay(new Date());
  if (today !== getState().today) setState({ today });
};
