import { flushSync } from 'react-dom';
import { withConnected } from '../../../shared/diagram/connected.ts';
import { duplicate } from '../../../shared/diagram/edit/duplicate.ts';
import { outermostPlaced } from '../../../shared/diagram/placed.ts';
import type { Position, TextBox } from '../../../shared/diagram/schema.ts';
import { addTextAt, addTextSomewhere } from '../../state/addText.ts';
import { followTo } from '../../state/goTo.ts';
import { namesOf } from '../../state/names.ts';
import { openPanel } from '../../state/panels.ts';
import { remember } from '../../state/remembered.ts';
import {
  announce,
  commit,
  isDrawing,
  present,
  redo,
  type State,
  select,
  setSession,
  showDialog,
  undo,
  useStore,
} from '../../state/store.ts';
import { takeAway } from '../../state/takeAway.ts';
import { canvasPort } from '../../state/viewport.ts';
import { type Entry, onlySelected, selected, selection } from './entry.ts';

function deleteSelection(): void {
  takeAway('Delete', selection());
}

function duplicateSelection(): void {
  const ids = selection();
  const what = namesOf(present(), ids);
  const { diagram, copies } = duplicate(present(), ids, () => crypto.randomUUID());
  commit(`Duplicate ${what}`, () => diagram);
  const copied = ids.flatMap((id) => copies.get(id) ?? []);
  select(copied);
  followTo(copied[0] ?? '');
  announce(`Duplicated ${what}`);
}

function selectAll(): void {
  const { resources, boundaries, flows, texts } = present();
  const ids = [...boundaries, ...resources, ...flows, ...texts].map(({ id }) => id);
  select(ids);
  announce(`Selected ${ids.length} elements`);
}

function selectConnected(): void {
  const before = selection();
  const ids = withConnected(present(), before);
  select(ids);
  announce(ids.length === before.length ? 'Nothing more is connected' : `Selected ${ids.length} elements`);
}

function invertSelection(): void {
  const before = new Set(selection());
  const { resources, boundaries, flows, texts } = present();
  const ids = [...boundaries, ...resources, ...flows, ...texts].flatMap(({ id }) => (before.has(id) ? [] : id));
  select(ids);
  announce(`Selected ${ids.length} elements`);
}

/** Where the open context menu is, in diagram coordinates. */
function menuPoint(): Position | null {
  const { contextMenu } = useStore.getState();
  return contextMenu && (canvasPort()?.toDiagram(contextMenu) ?? null);
}

function addText(style: TextBox['style']): void {
  const point = menuPoint() ?? canvasPort()?.pointer();
  if (point) addTextAt(style, point);
  else addTextSomewhere(style);
}

function openMenu(): void {
  const focused = document.activeElement;
  const target = focused === null || focused === document.body ? document.querySelector('[data-canvas]') : focused;
  if (!target) return;
  const { left, top, width, height } = target.getBoundingClientRect();
  const [clientX, clientY] = [left + Math.min(width / 2, 160), top + Math.min(height / 2, 160)];
  // As a click of the right button would: what has the focus knows its menu.
  target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }));
}

/** What of the selection a boundary can be chosen for. */
const holdable = ({ selection: ids, history: { present: diagram } }: State): readonly string[] =>
  outermostPlaced(diagram, ids).map(({ id }) => id);

function moveInto(): void {
  showDialog({ kind: 'moveInto', ids: holdable(useStore.getState()) });
}

function searchServices(): void {
  // The palette may be behind the outline, or folded away: it must be there before its field can have the focus.
  flushSync(() => {
    openPanel('palette');
    remember('leftTab', 'services');
  });
  const field = document.getElementById('palette-search');
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select(); // what is typed takes the place of the last search
}

/** True when something is selected that can stand in a boundary, and there is one. */
const hasPlaced = (state: State): boolean =>
  selected(state) && state.history.present.boundaries.length > 0 && holdable(state).length > 0;

/** What the commands of the Edit menu do. */
export const EDIT = {
  undo: { run: undo, enabled: (state) => isDrawing(state) && state.history.past.length > 0 },
  redo: { run: redo, enabled: (state) => isDrawing(state) && state.history.future.length > 0 },
  duplicate: {
    run: duplicateSelection,
    // A flow alone has no copy: its ends are connected already.
    enabled: (state) => selected(state) && onlySelected(state) !== 'flow',
  },
  rename: {
    run: () => setSession({ renaming: selection()[0] ?? null }),
    enabled: (state) => isDrawing(state) && ['resource', 'boundary', 'text'].includes(onlySelected(state) ?? ''),
  },
  delete: { run: deleteSelection, enabled: selected },
  selectAll: { run: selectAll, enabled: isDrawing },
  moveInto: { run: moveInto, enabled: hasPlaced },
  selectConnected: { run: selectConnected, enabled: selected },
  invertSelection: { run: invertSelection, enabled: isDrawing },
  addNote: { run: () => addText('note'), enabled: isDrawing },
  addTitle: { run: () => addText('title'), enabled: isDrawing },
  commandPalette: { run: () => showDialog({ kind: 'commandPalette' }) },
  findService: { run: searchServices, enabled: isDrawing },
  contextMenu: { run: openMenu },
} as const satisfies Record<string, Entry>;
