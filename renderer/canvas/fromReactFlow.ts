import type { EdgeChange, NodeChange } from '@xyflow/react';
import type { Position, Size } from '../../shared/diagram/schema.ts';
import type { CanvasNode, FlowEdge } from './types.ts';

export interface Proposal {
  readonly moves: readonly { readonly id: string; readonly position: Position }[];
  readonly resizes: readonly { readonly id: string; readonly size: Size }[];
  /** True while a pointer drags. */
  readonly dragging: boolean;
}

/** What React Flow proposes, in terms of the diagram. Selection is apart, since it is no part of the document. */
export function fromNodeChanges(changes: readonly NodeChange<CanvasNode>[]): Proposal {
  const moves = changes.flatMap((change) =>
    change.type === 'position' && change.position ? [{ id: change.id, position: change.position }] : [],
  );
  const resizes = changes.flatMap((change) =>
    change.type === 'dimensions' && change.dimensions && change.setAttributes
      ? [{ id: change.id, size: change.dimensions }]
      : [],
  );
  return { moves, resizes, dragging: changes.some((change) => change.type === 'position' && change.dragging === true) };
}

/**
 * The selection after React Flow's proposals, or the same array when they change nothing. It lets go of one element or of
 * all; of all it lets go of those that it knows, and the others follow.
 */
export function selectionAfter(
  selection: readonly string[],
  changes: readonly (NodeChange<CanvasNode> | EdgeChange<FlowEdge>)[],
  isKnown: (id: string) => boolean,
): readonly string[] {
  const letGo = changes.filter((change) => change.type === 'select' && !change.selected);
  const next = new Set(letGo.length > 1 ? selection.filter(isKnown) : selection);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  const same = next.size === selection.length && selection.every((id) => next.has(id));
  return same ? selection : [...next];
}
