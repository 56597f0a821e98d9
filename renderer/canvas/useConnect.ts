import { type Connection, type OnConnectEnd, useReactFlow, type XYPosition } from '@xyflow/react';
import { useMemo } from 'react';
import { holds } from '../../shared/diagram/geometry.ts';
import { connect } from '../state/flowEdits.ts';
import { present, showDialog } from '../state/store.ts';
import { visibleRect } from '../state/viewport.ts';
import { resourceAt } from './hitTest.ts';

const pointOf = (event: MouseEvent | TouchEvent): { x: number; y: number } => {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
};

/** Pixels that a flow must have been pulled before something new is offered where it was let go. */
const PULLED = 24;

const isPulled = (from: XYPosition | null, to: XYPosition): boolean =>
  from !== null && Math.hypot(to.x - from.x, to.y - from.y) >= PULLED;

/** Connecting by dragging from a handle: onto a handle, or anywhere on the other resource; what is empty offers what follows. */
export function useConnect() {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const onConnect = (connection: Connection) => connect(connection.source, connection.target);
    const onConnectEnd: OnConnectEnd = (event, state) => {
      if (!state.fromNode || state.toHandle) return; // onConnect has seen to it
      const screen = pointOf(event);
      const point = screenToFlowPosition(screen, { snapToGrid: false });
      // What stands under a panel is no target, and there is no room for something new.
      if (!holds(visibleRect(), point)) return;
      const from = state.fromNode.id;
      const target = resourceAt(present(), point);
      if (target !== null) connect(from, target);
      else if (isPulled(state.from, point)) showDialog({ kind: 'connect', from, at: { point, screen } });
    };
    return { onConnect, onConnectEnd };
  }, [screenToFlowPosition]);
}
