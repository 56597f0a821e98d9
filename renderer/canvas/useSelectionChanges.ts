import { type EdgeChange, type NodeChange, useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';
import { select, useStore } from '../state/store.ts';
import { selectionAfter } from './fromReactFlow.ts';
import type { CanvasNode, FlowEdge } from './types.ts';

/** A function that selects elements and lets go of them as React Flow proposes, which of a large diagram is not given all. */
export function useSelectionChanges() {
  const { getState } = useStoreApi();
  return useCallback(
    (changes: readonly (NodeChange<CanvasNode> | EdgeChange<FlowEdge>)[]): void => {
      const isKnown = (id: string): boolean => getState().nodeLookup.has(id) || getState().edgeLookup.has(id);
      select(selectionAfter(useStore.getState().selection, changes, isKnown));
    },
    [getState],
  );
}
