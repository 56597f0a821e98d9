import { type Connection, type OnConnectEnd, useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { connect } from '../state/flowEdits.ts';
import { present } from '../state/store.ts';
import { elementAt } from './hitTest.ts';

const pointOf = (event: MouseEvent | TouchEvent): { x: number; y: number } => {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
};

/** Connecting by dragging from a handle: onto a handle, or anywhere on the other resource. */
export function useConnect() {
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const onConnect = (connection: Connection) => connect(connection.source, connection.target);
    const onConnectEnd: OnConnectEnd = (event, state) => {
      if (!state.fromNode || state.toHandle) return; // onConnect has seen to it
      const point = screenToFlowPosition(pointOf(event));
      const target = elementAt(present(), point);
      if (target !== null) connect(state.fromNode.id, target);
    };
    return { onConnect, onConnectEnd };
  }, [screenToFlowPosition]);
}
