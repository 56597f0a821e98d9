import { type KeyboardEvent, useCallback } from 'react';
import { GRID } from '../../shared/diagram/geometry.ts';
import { toCanvas } from '../../shared/diagram/graph.ts';
import { outermostPlaced } from '../../shared/diagram/placed.ts';
import type { Position } from '../../shared/diagram/schema.ts';
import { settings } from '../state/settings.ts';
import { isDrawing, present, useStore } from '../state/store.ts';
import { finishMove } from './finishMove.ts';

const STEPS: Readonly<Record<string, Position>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** With Shift, a step is this many steps. */
const LARGE = 10;

const isElement = (target: EventTarget): boolean =>
  target instanceof Element && target.matches('.react-flow__node, .react-flow__edge, [data-canvas], .react-flow__pane');

/**
 * Arrow keys move what is selected by one step of the grid (by a pixel while the grid is off), with Shift by ten.
 * Steps of the same selection that follow each other are one step to undo.
 */
export function useNudge() {
  return useCallback((event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || !isElement(event.target)) return;
    // React Flow has steps of its own.
    event.stopPropagation();
    const { selection } = useStore.getState();
    const { snap } = settings();
    const diagram = present();
    const placed = outermostPlaced(diagram, selection);
    if (placed.length === 0 || !isDrawing(useStore.getState())) return;
    event.preventDefault();
    const length = (snap ? GRID : 1) * (event.shiftKey ? LARGE : 1);
    const moves = placed.map(({ id, inside, rect }) => {
      const origin = toCanvas(diagram, inside, { x: 0, y: 0 });
      const position = { x: rect.x - origin.x + step.x * length, y: rect.y - origin.y + step.y * length };
      return { id, position };
    });
    finishMove(moves, `nudge ${moves.map(({ id }) => id).join(' ')}`);
  }, []);
}
