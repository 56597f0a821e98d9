import { notifications } from '@mantine/notifications';
import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { move, resizeBoundary } from '../../shared/diagram/edit/move.ts';
import { resizeText } from '../../shared/diagram/edit/text.ts';
import { boundariesById, elementOf } from '../../shared/diagram/graph.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { containerAt, letGo, takeIn, withContainers } from '../state/containment.ts';
import { nameOf, namesOf } from '../state/names.ts';
import { cancelPreview, commit, present, preview, select, setSession, useStore } from '../state/store.ts';
import { fromNodeChanges, type Proposal, selectionAfter } from './fromReactFlow.ts';
import type { CanvasNode } from './types.ts';

const nothing = () => {};

/** Moves elements into the boundaries that they then look inside of, as one step; boundaries take in what they cover. */
function finishMove(wanted: Proposal['moves'], merge: string | null = null): void {
  const diagram = present();
  const { moves, refused } = withContainers(diagram, wanted);
  for (const message of refused) notifications.show({ color: 'orange', title: 'Not moved there', message });
  if (moves.length === 0) return;
  const [into] = moves.map((each) => each.inside ?? null);
  const together = into != null && moves.every((each) => each.inside === into);
  const what = namesOf(
    diagram,
    moves.map((each) => each.id),
  );
  const text = `Move ${what}`;
  const boundaries = moves.filter(({ id }) => boundariesById(diagram.boundaries).has(id));
  commit(
    together ? `${text} into ${nameOf(diagram, into)}` : text,
    (before) => boundaries.reduce((after, { id }) => takeIn(after, id), move(before, moves)),
    merge,
  );
}

function applyResize(proposal: Proposal, finished: boolean): void {
  const resize = proposal.resizes[0];
  if (!resize) return;
  const edit = (diagram: Diagram): Diagram => {
    const old = elementOf(diagram, resize.id);
    const moved = proposal.moves.find((each) => each.id === resize.id)?.position;
    if (old?.kind === 'text') return resizeText(diagram, resize.id, moved ?? old.text.position, resize.size);
    if (old?.kind !== 'boundary') return diagram;
    return resizeBoundary(diagram, resize.id, moved ?? old.boundary.position, resize.size);
  };
  const settled = (diagram: Diagram) => takeIn(letGo(edit(diagram), resize.id), resize.id);
  if (finished) commit(`Resize ${nameOf(present(), resize.id)}`, settled);
  else preview(edit);
}

/**
 * What pointer and keys on the canvas do to the document. While a gesture runs only the preview changes; at its end
 * there is one commit, and one step to undo.
 */
export function useGestures() {
  const dragging = useRef<'no' | 'yes' | 'cancelled'>('no');
  const resizing = useRef<Proposal | null>(null);
  return useMemo(() => {
    const onNodesChange = (changes: NodeChange<CanvasNode>[]): void => {
      const proposal = fromNodeChanges(changes);
      const { selection } = useStore.getState();
      const selected = selectionAfter(selection, changes);
      if (selected !== selection) select(selected);
      if (proposal.resizes.length > 0) {
        resizing.current = proposal;
        applyResize(proposal, false);
        return;
      }
      const resizeEnded = changes.some((change) => change.type === 'dimensions' && change.resizing === false);
      if (resizeEnded && resizing.current) {
        applyResize(resizing.current, true);
        resizing.current = null;
        return;
      }
      if (proposal.moves.length === 0 || resizing.current) return;
      if (dragging.current === 'yes') preview((diagram) => move(diagram, proposal.moves));
      else if (dragging.current === 'no' && !proposal.dragging) nudge(proposal);
    };
    const endEscape = { current: nothing };
    const onNodeDragStart = () => {
      dragging.current = 'yes';
      endEscape.current = onEscape(() => {
        dragging.current = 'cancelled';
        setSession({ dropTarget: null });
        cancelPreview();
      });
    };
    const onNodeDrag: OnNodeDrag<CanvasNode> = (_event, node, nodes) => {
      if (dragging.current !== 'yes') return;
      const shown = useStore.getState().history.preview ?? present();
      const moving = nodes.map((each) => each.id);
      const target = containerAt(shown, node.id, node.position, moving);
      setSession({ dropTarget: target === (node.parentId ?? null) ? null : target });
    };
    const onNodeDragStop: OnNodeDrag<CanvasNode> = (_event, _node, nodes) => {
      const moved = dragging.current === 'yes' && useStore.getState().history.preview !== null; // else a click
      dragging.current = 'no';
      endEscape.current();
      setSession({ dropTarget: null });
      cancelPreview();
      if (moved) finishMove(nodes.map(({ id, position }) => ({ id, position })));
    };
    return { onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop };
  }, []);
}

/** Arrow keys: steps of the same selection that follow each other are one. */
function nudge({ moves }: Proposal): void {
  finishMove(moves, `nudge ${moves.map((each) => each.id).join(' ')}`);
}

/** Calls back when Escape is pressed, until the function that comes back is called. */
function onEscape(cancel: () => void): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancel();
  };
  window.addEventListener('keydown', listener, { capture: true });
  return () => window.removeEventListener('keydown', listener, { capture: true });
}
