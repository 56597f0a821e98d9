import { useReactFlow } from '@xyflow/react';
import { type DragEvent, type MouseEvent, useCallback } from 'react';
import { boundaryAt } from '../../shared/diagram/container.ts';
import type { Position } from '../../shared/diagram/schema.ts';
import { DRAG_TYPES } from '../palette/add.ts';
import { noteUse } from '../palette/liked.ts';
import { addBoundaryAt, addServiceAt } from '../state/addElement.ts';
import { addTextAt } from '../state/addText.ts';
import { catalog } from '../state/catalog.ts';
import { isDrawing, present, select, setSession, useStore } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';
import { flowAt, REACH, resourceAt } from './hitTest.ts';

/** Where on the canvas a pointer is. */
function usePoint(): (event: { readonly clientX: number; readonly clientY: number }) => Position {
  const { screenToFlowPosition } = useReactFlow();
  return useCallback(
    ({ clientX, clientY }) => screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false }),
    [screenToFlowPosition],
  );
}

/** What is clicked with Shift or Ctrl comes to the selection, or leaves it if it was in it. */
const toggled = (before: readonly string[], clicked: readonly string[]): readonly string[] => [
  ...before.filter((id) => !clicked.includes(id)),
  ...clicked.filter((id) => !before.includes(id)),
];

/** What a click that hit no mounted element means: a flow nearby, a resource drawn far out, a boundary, or nothing. */
export function useClicks() {
  const { getZoom } = useReactFlow();
  const at = usePoint();
  return useCallback(
    (event: MouseEvent) => {
      const point = at(event);
      const hit = resourceAt(present(), point) ?? flowAt(point, REACH / getZoom());
      const adding = event.shiftKey || event.metaKey || event.ctrlKey;
      const before = useStore.getState().selection;
      const chosen = hit === null ? [] : [hit];
      const next = adding ? toggled(before, chosen) : chosen;
      // React Flow empties its own selection after this handler.
      queueMicrotask(() => select(next));
      // Keys that follow are meant for it.
      if (hit !== null && !adding) canvasPort()?.focusElement(hit);
    },
    [at, getZoom],
  );
}

/** A double click on what is empty writes a note there. */
export function useDoubleClick() {
  const { getZoom } = useReactFlow();
  const at = usePoint();
  return useCallback(
    (event: MouseEvent) => {
      if (!isDrawing(useStore.getState())) return;
      if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
      const point = at(event);
      const hit = resourceAt(present(), point) ?? flowAt(point, REACH / getZoom());
      if (hit === null) addTextAt('note', point);
    },
    [at, getZoom],
  );
}

/** Dropping a tile of the palette. */
export function useDrops() {
  const at = usePoint();
  const onDragOver = useCallback(
    (event: DragEvent) => {
      if (!event.dataTransfer.types.some((type) => type === DRAG_TYPES.service || type === DRAG_TYPES.boundary)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setSession({ dropTarget: boundaryAt(present(), at(event))?.id ?? null });
    },
    [at],
  );
  const onDrop = useCallback(
    (event: DragEvent) => {
      setSession({ dropTarget: null });
      const service = event.dataTransfer.getData(DRAG_TYPES.service);
      const boundary = event.dataTransfer.getData(DRAG_TYPES.boundary);
      if (service === '' && boundary === '') return;
      event.preventDefault();
      const kind = catalog.services.get(service)?.service;
      const frame = catalog.boundaries.get(boundary)?.kind;
      if (kind) addServiceAt(kind, at(event));
      else if (frame) addBoundaryAt(frame, at(event));
      if (kind) noteUse({ kind: 'service', id: service });
      else if (frame) noteUse({ kind: 'boundary', id: boundary });
    },
    [at],
  );
  const onDragLeave = useCallback(() => setSession({ dropTarget: null }), []);
  return { onDragOver, onDrop, onDragLeave };
}
