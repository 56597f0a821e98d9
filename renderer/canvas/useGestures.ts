import { notifications } from '@mantine/notifications';
import type { NodeChange, OnNodeDrag } from '@xyflow/react';
import { useMemo, useRef } from 'react';
import { boundaryAt } from '../../shared/diagram/container.ts';
import { type Move, move, resizeBoundary } from '../../shared/diagram/edit/move.ts';
import { RESOURCE_SIZE } from '../../shared/diagram/geometry.ts';
import { boundariesById, elementOf, toCanvas } from '../../shared/diagram/graph.ts';
import type { Diagram, Position } from '../../shared/diagram/schema.ts';
import { catalog } from '../state/catalog.ts';
import { cancelPreview, commit, present, preview, select, setSession, useStore } from '../state/store.ts';
import { fromNodeChanges, type Proposal, selectionAfter } from './fromReactFlow.ts';
import type { CanvasNode } from './types.ts';

const nameOf = (diagram: Diagram, id: string): string => {
  const element = elementOf(diagram, id);
  if (element?.kind === 'resource') return element.resource.name || element.resource.service;
  return element?.kind === 'boundary' ? element.boundary.name || element.boundary.kind : 'element';
};

const label = (verb: string, diagram: Diagram, ids: readonly string[]): string =>
  ids.length === 1 ? `${verb} ${nameOf(diagram, ids[0] ?? '')}` : `${verb} ${ids.length} elements`;

/** Where on the canvas the middle of a dragged element is (for a boundary: its header). */
function grip(diagram: Diagram, node: CanvasNode): Position {
  const inside = node.parentId ?? null;
  const at = toCanvas(diagram, inside, node.position);
  if (node.type === 'resource') return { x: at.x + RESOURCE_SIZE.width / 2, y: at.y + RESOURCE_SIZE.height / 2 };
  return { x: at.x + (node.width ?? 0) / 2, y: at.y + 16 };
}

/** Why a boundary of one kind may not stand in another, in words; null when it may. */
function refuseContainer(diagram: Diagram, id: string, container: string | null): string | null {
  const boundary = boundariesById(diagram.boundaries).get(id);
  const kind = boundary && catalog.boundaries.get(boundary.kind)?.kind;
  if (!kind) return null;
  const outer = container === null ? null : (boundariesById(diagram.boundaries).get(container)?.kind ?? null);
  if (kind.inside.includes(outer)) return null;
  const names = kind.inside.map((each) =>
    each === null ? 'the bare canvas' : (catalog.boundaries.get(each)?.kind.name ?? each),
  );
  const where = outer === null ? 'on the bare canvas' : `in ${catalog.boundaries.get(outer)?.kind.name ?? outer}`;
  return `${kind.name} cannot stand ${where}. It may stand in: ${names.join(', ')}.`;
}

/** Where each dragged element ends: its place, and the boundary that it was dropped into. */
function drop(diagram: Diagram, nodes: readonly CanvasNode[], refused: (why: string) => void): readonly Move[] {
  const ids = nodes.map((node) => node.id);
  return nodes.map((node) => {
    const now = node.parentId ?? null;
    const container = boundaryAt(diagram, grip(diagram, node), ids)?.id ?? null;
    const stay: Move = { id: node.id, position: node.position };
    if (container === now || (now !== null && ids.includes(now))) return stay;
    const why = refuseContainer(diagram, node.id, container);
    if (why !== null) {
      refused(why);
      return stay;
    }
    const at = toCanvas(diagram, now, node.position);
    const origin = toCanvas(diagram, container, { x: 0, y: 0 });
    return { id: node.id, inside: container, position: { x: at.x - origin.x, y: at.y - origin.y } };
  });
}

function finishDrag(nodes: readonly CanvasNode[]): void {
  const diagram = present();
  const moves = drop(diagram, nodes, (message) =>
    notifications.show({ color: 'orange', title: 'Not moved there', message }),
  );
  const into = [...new Set(moves.flatMap((each) => (each.inside ? [each.inside] : [])))];
  const text = label(
    'Move',
    diagram,
    moves.map((each) => each.id),
  );
  commit(into.length === 1 ? `${text} into ${nameOf(diagram, into[0] ?? '')}` : text, (before) => move(before, moves));
}

function applyResize(proposal: Proposal, finished: boolean): void {
  const resize = proposal.resizes[0];
  if (!resize) return;
  const edit = (diagram: Diagram): Diagram => {
    const old = boundariesById(diagram.boundaries).get(resize.id);
    const position = proposal.moves.find((each) => each.id === resize.id)?.position ?? old?.position;
    return position ? resizeBoundary(diagram, resize.id, position, resize.size) : diagram;
  };
  if (finished) commit(label('Resize', present(), [resize.id]), edit);
  else preview(edit);
}

/**
 * What pointer and keys on the canvas do to the document. While a gesture runs only the preview changes; at its end
 * there is one commit, and one step to undo.
 */
export function useGestures() {
  const dragging = useRef(false);
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
      if (dragging.current) preview((diagram) => move(diagram, proposal.moves));
      else if (!proposal.dragging) nudge(proposal);
    };
    const onNodeDragStart = () => {
      dragging.current = true;
    };
    const onNodeDrag: OnNodeDrag<CanvasNode> = (_event, node, nodes) => {
      const shown = useStore.getState().history.preview ?? present();
      const target = boundaryAt(
        shown,
        grip(shown, node),
        nodes.map((each) => each.id),
      );
      setSession({ dropTarget: target && target.id !== (node.parentId ?? null) ? target.id : null });
    };
    const onNodeDragStop: OnNodeDrag<CanvasNode> = (_event, _node, nodes) => {
      dragging.current = false;
      setSession({ dropTarget: null });
      if (useStore.getState().history.preview === null) return; // a click, not a drag
      cancelPreview();
      finishDrag(nodes);
    };
    return { onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop };
  }, []);
}

/** Arrow keys: steps of the same selection that follow each other are one. */
function nudge(proposal: Proposal): void {
  const ids = proposal.moves.map((each) => each.id);
  commit(label('Move', present(), ids), (diagram) => move(diagram, proposal.moves), `nudge ${ids.join(' ')}`);
}
