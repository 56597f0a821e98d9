import { type KeyboardEvent, useCallback } from 'react';
import { overlaps } from '../../shared/diagram/geometry.ts';
import { flowsById, resourcesById } from '../../shared/diagram/graph.ts';
import { outermostPlaced } from '../../shared/diagram/placed.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { type Direction, walk } from '../../shared/diagram/walk.ts';
import { focusInspector } from '../inspector/focusInspector.ts';
import { focusSoon } from '../state/goTo.ts';
import { nameOf } from '../state/names.ts';
import { announce, flyTo, isDrawing, present, select, useStore } from '../state/store.ts';
import { visibleRect } from '../state/viewport.ts';
import { resizeByKey } from './resizeByKeys.ts';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowRight: 'forward',
  ArrowLeft: 'back',
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageDown: 'next',
  PageUp: 'previous',
};

/** Said when a step leads nowhere. */
function nowhere(diagram: Diagram, from: string | null, direction: Direction): string {
  if (from === null) return 'Nothing on the canvas yet';
  const isResource = resourcesById(diagram.resources).has(from);
  if (isResource && direction === 'forward') return `No flow leaves ${nameOf(diagram, from)}`;
  if (isResource && direction === 'back') return `No flow enters ${nameOf(diagram, from)}`;
  return 'Nothing more this way';
}

/** True when no part of an element is in view. */
function isOutOfView(diagram: Diagram, id: string): boolean {
  const flow = flowsById(diagram.flows).get(id);
  const placed = outermostPlaced(diagram, flow ? [flow.from, flow.to] : [id]);
  return !placed.some(({ rect }) => overlaps(rect, visibleRect()));
}

/** Puts the focus on an element, and brings it into view where it is not. */
function show(id: string): void {
  if (isOutOfView(present(), id)) flyTo([id]);
  focusSoon(id);
}

/** The element that the focus is on, else the one that is selected. */
function current(event: KeyboardEvent): string | null {
  const focused = (event.target as Element).closest('.react-flow__node, .react-flow__edge')?.getAttribute('data-id');
  return focused ?? useStore.getState().selection[0] ?? null;
}

/** A step along the flows or beside them; with Shift what it leads to is added to the selection. */
function step(from: string | null, direction: Direction, adding: boolean): void {
  const diagram = present();
  const to = walk(diagram, from, direction);
  if (to === null) {
    announce(nowhere(diagram, from, direction));
    return;
  }
  const { selection } = useStore.getState();
  select(adding ? [...selection.filter((id) => id !== to), to] : [to]);
  show(to);
}

/** True where keys mean the element itself and no field in it. */
const isElement = (target: EventTarget): target is Element =>
  target instanceof Element && target.matches('.react-flow__node, .react-flow__edge, [data-canvas], .react-flow__pane');

/** Enter and Space select an element, with Shift as one more or one less; Enter on the only selected one leads on. */
function choose(id: string, key: string, adding: boolean): void {
  const state = useStore.getState();
  const { selection } = state;
  const others = selection.filter((each) => each !== id);
  const isSelected = others.length < selection.length;
  if (adding) select(isSelected ? others : [...others, id]);
  else if (key === 'Enter' && isSelected && others.length === 0 && isDrawing(state)) focusInspector();
  else select([id]);
}

/** What a key does on the canvas; false when it is for something else. React Flow would lose the focus by Escape. */
function handle(event: KeyboardEvent): boolean {
  const id = current(event);
  const state = useStore.getState();
  const { selection } = state;
  const control = event.ctrlKey || event.metaKey;
  const direction = DIRECTIONS[event.key];
  if (event.altKey && !control && direction) {
    step(id, direction, event.shiftKey);
    return true;
  }
  if (event.key === 'Escape') {
    select([]);
    return true;
  }
  if (event.altKey || id === null) return false;
  if (control)
    return isDrawing(state) && selection.length === 1 && resizeByKey(selection[0] ?? '', event.key, event.shiftKey);
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  choose(id, event.key, event.shiftKey);
  return true;
}

/** Keys of the canvas that are no commands: walking from element to element, the way into the inspector, and sizes. */
export function useWalk() {
  return useCallback((event: KeyboardEvent): void => {
    if (!isElement(event.target) || !handle(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }, []);
}
