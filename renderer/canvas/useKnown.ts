import { useStoreApi } from '@xyflow/react';
import { useCallback } from 'react';

/** A function to whether React Flow was given an element: of a large diagram it is not given all. */
export function useKnown(): (id: string) => boolean {
  const { getState } = useStoreApi();
  return useCallback((id) => getState().nodeLookup.has(id) || getState().edgeLookup.has(id), [getState]);
}
