import { type KeyboardEvent, useCallback } from 'react';
import { GRID } from '../../shared/diagram/geometry.ts';
import { flowsById } from '../../shared/diagram/graph.ts';
import type { Position } from '../../shared/diagram/schema.ts';
import { nudgeBend } from '../state/flowEdits.ts';
import { present, useStore } from '../state/store.ts';
import { openFlow } from './openFlow.ts';

const STEPS: Readonly<Record<string, Position>> = {
  ArrowLeft: { x: -GRID, y: 0 },
  ArrowRight: { x: GRID, y: 0 },
  ArrowUp: { x: 0, y: -GRID },
  ArrowDown: { x: 0, y: GRID },
};

/** The flow that has the focus, else the one that is selected by itself. */
function flowOf(target: EventTarget): string | null {
  const focused =
    target instanceof Element && target.matches('.react-flow__edge') ? target.getAttribute('data-id') : null;
  const { selection } = useStore.getState();
  const id = focused ?? (selection.length === 1 ? selection[0] : undefined);
  return id !== undefined && id !== null && flowsById(present().flows).has(id) ? id : null;
}

/** Keys of a flow that has the focus: Enter opens what it lacks, Alt+Shift+arrows bend it. */
export function useFlowKeys(): (event: KeyboardEvent) => void {
  return useCallback((event) => {
    const step = STEPS[event.key];
    const id = flowOf(event.target);
    if (id === null) return;
    const isOnFlow = event.target instanceof Element && event.target.matches('.react-flow__edge');
    if (event.key === 'Enter' && isOnFlow) openFlow(id);
    else if (step && event.altKey && event.shiftKey) nudgeBend(id, step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, []);
}
