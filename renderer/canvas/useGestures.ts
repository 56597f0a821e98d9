import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { type RefObject, useMemo, useRef } from 'react';
import { move, resizeBoundary } from '../../shared/diagram/edit/move.ts';
import { resizeText } from '../../shared/diagram/edit/text.ts';
import { snap, snapPosition } from '../../shared/diagram/geometry.ts';
import { elementOf } from '../../shared/diagram/graph.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { containerAt, letGo, takeIn } from '../state/containment.ts';
import { nameOf } from '../state/names.ts';
import { settings } from '../state/settings.ts';
import { cancelPreview, commit, isGestureRunning, present, preview, setSession } from '../state/store.ts';
import { finishMove } from './finishMove.ts';
import { fromNodeChanges, type Proposal } from './fromReactFlow.ts';
import type { CanvasNode } from './types.ts';
import { useAlignment } from './useAlignment.ts';
import { useCarry } from './useCarry.ts';
import { useSelectionChanges } from './useSelectionChanges.ts';

const nothing = () => {};

function applyResize(proposal: Proposal, finished: boolean): void {
  const resize = proposal.resizes[0];
  if (!resize) return;
  const edit = (diagram: Diagram): Diagram => {
    const old = elementOf(diagram, resize.id);
    if (old?.kind !== 'text' && old?.kind !== 'boundary') return diagram;
    const moved = proposal.moves.find((each) => each.id === resize.id)?.position;
    const position = moved ?? (old.kind === 'text' ? old.text.position : old.boundary.position);
    const { width, height } = resize.size;
    const resized = old.kind === 'text' ? resizeText : resizeBoundary;
    return settings().snap
      ? resized(diagram, resize.id, snapPosition(position), { width: snap(width), height: snap(height) })
      : resized(diagram, resize.id, position, resize.size);
  };
  const settled = (diagram: Diagram) => takeIn(letGo(edit(diagram), resize.id), resize.id);
  if (finished) commit(`Resize ${nameOf(present(), resize.id)}`, settled);
  else preview(edit);
}

/**
 * What pointer and keys on the canvas do to the document. While a gesture runs only the preview changes; at its end
 * there is one commit, and one step to undo. While `free` says so, nothing is pulled to a line.
 */
export function useGestures(frame: RefObject<HTMLElement | null>, free: RefObject<boolean>) {
  const dragging = useRef<'no' | 'yes' | 'cancelled'>('no');
  const resizing = useRef<Proposal | 'no' | 'cancelled'>('no');
  const dragged = useRef<Proposal['moves']>([]);
  const alignment = useAlignment();
  const carry = useCarry(frame);
  const changeSelection = useSelectionChanges();
  return useMemo(() => {
    const endEscape = { current: nothing };
    const cancelResize = (): void => {
      resizing.current = 'cancelled';
      cancelPreview();
    };
    const beginDrag = (moving: readonly string[]): void => {
      dragging.current = 'yes';
      dragged.current = [];
      alignment.begin(moving);
      carry.begin(moving);
      endEscape.current = onEscape(() => {
        dragging.current = 'cancelled';
        alignment.end();
        carry.end();
        setSession({ dropTarget: null });
        cancelPreview();
      });
    };
    /** Puts back what was dragged; false when nothing has moved. */
    const endDrag = (): boolean => {
      const moved = dragging.current === 'yes' && isGestureRunning(); // else a click
      dragging.current = 'no';
      endEscape.current();
      setSession({ dropTarget: null });
      alignment.end();
      carry.end();
      cancelPreview();
      return moved;
    };
    /** React Flow gives a drag up when a second finger comes: it tells nobody that it has stopped, nor when the next begins. */
    const giveUp = (): void => {
      if (dragging.current !== 'no') endDrag();
    };
    const onNodesChange = (changes: NodeChange<CanvasNode>[]): void => {
      const proposal = fromNodeChanges(changes);
      changeSelection(changes);
      if (proposal.resizes.length > 0) {
        if (resizing.current === 'cancelled') return;
        if (resizing.current === 'no') endEscape.current = onEscape(cancelResize);
        resizing.current = proposal;
        applyResize(proposal, false);
        return;
      }
      const resizeEnded = changes.some((change) => change.type === 'dimensions' && change.resizing === false);
      if (resizeEnded && resizing.current !== 'no') {
        endEscape.current();
        if (resizing.current !== 'cancelled') applyResize(resizing.current, true);
        resizing.current = 'no';
        return;
      }
      if (proposal.moves.length === 0 || resizing.current !== 'no') return;
      if (!proposal.dragging) queueMicrotask(giveUp);
      if (proposal.dragging && dragging.current === 'no') beginDrag(proposal.moves.map(({ id }) => id));
      if (dragging.current !== 'yes' || !proposal.dragging) return;
      dragged.current = free.current ? proposal.moves : alignment.pull(proposal.moves, settings().snap);
      const { current } = dragged;
      const [first] = current;
      if (first) carry.step(first.position, (diagram) => move(diagram, current));
    };
    const onNodeDragStart: OnNodeDrag<CanvasNode> = (_event, _node, nodes) => beginDrag(nodes.map(({ id }) => id));
    const onNodeDrag: OnNodeDrag<CanvasNode> = (_event, node, nodes) => {
      if (dragging.current !== 'yes') return;
      const moving = nodes.map((each) => each.id);
      const target = containerAt(present(), node.id, node.position, moving);
      setSession({ dropTarget: target === (node.parentId ?? null) ? null : target });
    };
    const onNodeDragStop: OnNodeDrag<CanvasNode> = () => {
      if (endDrag()) finishMove(dragged.current);
    };
    return { onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop };
  }, [alignment, carry, free, changeSelection]);
}

/** Calls back when Escape is pressed, until the function that comes back is called. */
function onEscape(cancel: () => void): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // React Flow would take the element that has the focus out of the selection.
    event.stopPropagation();
    cancel();
  };
  window.addEventListener('keydown', listener, { capture: true });
  return () => window.removeEventListener('keydown', listener, { capture: true });
}
