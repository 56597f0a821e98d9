import { notifications } from '@mantine/notifications';
import { type Connection, type OnConnectEnd, useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { boundaryAt } from '../../shared/diagram/container.ts';
import { addFlow, refuseFlow } from '../../shared/diagram/edit/add.ts';
import { nameOf } from '../state/names.ts';
import { announce, commit, present, select } from '../state/store.ts';
import { resourceAt } from './hitTest.ts';

const refuse = (message: string): void => {
  notifications.show({ color: 'orange', title: 'Not connected', message });
};

/** Connects two resources in one step, or says why not. */
function connect(from: string, to: string): void {
  const diagram = present();
  const why = refuseFlow(diagram, from, to);
  if (why !== null) {
    refuse(why);
    return;
  }
  const id = crypto.randomUUID();
  const name = (end: string) => nameOf(diagram, end);
  commit(`Connect ${name(from)} to ${name(to)}`, (before) => addFlow(before, id, from, to));
  select([id]);
  announce(`Connected ${name(from)} to ${name(to)}`);
}

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
      const target = resourceAt(present(), point) ?? boundaryAt(present(), point)?.id;
      if (target !== undefined) connect(state.fromNode.id, target);
    };
    return { onConnect, onConnectEnd };
  }, [screenToFlowPosition]);
}
