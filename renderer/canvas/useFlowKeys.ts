import { type KeyboardEvent, useCallback } from 'react';
import { flushSync } from 'react-dom';
import { GRID } from '../../shared/diagram/geometry.ts';
import { flowsById } from '../../shared/diagram/graph.ts';
import type { Position } from '../../shared/diagram/schema.ts';
import { nudgeBend } from '../state/flowEdits.ts';
import { isDrawing, present, useStore } from '../state/store.ts';
import { openFlow } from './openFlow.ts';

/** With Shift, a step is this many steps. */
const LARGE = 10;

const STEPS: Readonly<Record<string, Position>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

const isOnCanvas = (target: EventTarget): target is Element =>
  target instanceof Element && target.matches('.react-flow__edge, [data-canvas], .react-flow__pane');

/** Keys of a flow: Enter opens what the one that has the focus lacks, arrows bend the one that is selected by itself. */
export function useFlowKeys(): (event: KeyboardEvent) => void {
  return useCallback((event) => {
    if (!isOnCanvas(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
    const focused = event.target.getAttribute('data-id');
    if (event.key === 'Enter' && focused !== null) {
      // At once: the inspector may be given the focus by the same key.
      flushSync(() => openFlow(focused));
      return;
    }
    const step = STEPS[event.key];
    const state = useStore.getState();
    const [only, ...others] = state.selection;
    if (!step || !isDrawing(state) || only === undefined || others.length > 0 || !flowsById(present().flows).has(only))
      return;
    const length = GRID * (event.shiftKey ? LARGE : 1);
    nudgeBend(only, { x: step.x * length, y: step.y * length });
    event.preventDefault();
  }, []);
}
