import { type RefCallback, useCallback } from 'react';

/**
 * Names an element of the canvas for the screen reader; the ref is for anything inside it. What has the focus is around
 * it and React Flow's, which would go over all its elements again for another name of one.
 */
export const useLabel = (label: string): RefCallback<Element> =>
  useCallback(
    (inner) => inner?.closest('.react-flow__node, .react-flow__edge')?.setAttribute('aria-label', label),
    [label],
  );
