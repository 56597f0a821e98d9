import { boundaryAt } from '../../shared/diagram/container.ts';
import { remove } from '../../shared/diagram/edit/remove.ts';
import { addText } from '../../shared/diagram/edit/text.ts';
import { fitInside, freePlace, freePlaceInside, placeBelow } from '../../shared/diagram/freePlace.ts';
import { TEXT_SIZES } from '../../shared/diagram/geometry.ts';
import { elementOf, textsById, toCanvas } from '../../shared/diagram/graph.ts';
import type { Position, TextBox } from '../../shared/diagram/schema.ts';
import type { History } from './history.ts';
import { commit, present, select, setSession, takeBack, useStore } from './store.ts';
import { visibleRect } from './viewport.ts';

/** The text that was added last, so that one that stays empty leaves no step. */
let added: { readonly id: string; readonly before: History } | null = null;

const stepOf = (id: string): string => `add ${id}`;

function put(style: TextBox['style'], inside: string | null, position: Position): void {
  const id = crypto.randomUUID();
  added = { id, before: useStore.getState().history };
  const box = { id, style, text: '', inside, position, size: TEXT_SIZES[style] };
  commit(`Add ${style}`, (diagram) => addText(diagram, box), stepOf(id));
  setSession({ view: 'editor' });
  select([id]);
  setSession({ renaming: id });
}

/** Writes a text at a point of the canvas, inside the innermost boundary there. */
export function addTextAt(style: TextBox['style'], point: Position): void {
  const inside = boundaryAt(present(), point);
  const origin = toCanvas(present(), inside?.id ?? null, { x: 0, y: 0 });
  const rect = { x: point.x - origin.x, y: point.y - origin.y, ...TEXT_SIZES[style] };
  put(style, inside?.id ?? null, inside === null ? rect : fitInside(inside.size, rect, TEXT_SIZES[style]));
}

/** Writes a text at a free place: inside the selected boundary, else near the middle of what is visible. */
export function addTextSomewhere(style: TextBox['style']): void {
  const diagram = present();
  const [only, ...others] = useStore.getState().selection;
  const chosen = only === undefined || others.length > 0 ? undefined : elementOf(diagram, only);
  if (chosen?.kind !== 'boundary') {
    put(style, null, freePlace(diagram, TEXT_SIZES[style], visibleRect()));
    return;
  }
  const { boundary } = chosen;
  const free = freePlaceInside(diagram, boundary, TEXT_SIZES[style]) ?? placeBelow(diagram, boundary);
  put(style, boundary.id, free);
}

/** Called when nobody writes into a text any more: one that is empty is gone. */
export function leaveText(id: string): void {
  const text = textsById(present().texts).get(id);
  const isNew = added?.id === id;
  const before = added?.before;
  added = null;
  if (text?.text.trim() !== '') return;
  if (isNew && before && takeBack(stepOf(id), before)) return;
  commit(`Delete empty ${text.style}`, (diagram) => remove(diagram, [id]));
}
