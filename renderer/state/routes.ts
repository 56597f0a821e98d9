import type { FlowShape } from '../../shared/diagram/flowShape.ts';
import { createRouter, type Routes } from '../../shared/diagram/router.ts';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { useShown } from './store.ts';

const route = createRouter();

let last: { readonly diagram: Diagram; readonly isRunning: boolean; readonly routes: Routes } | null = null;

/** How the flows of what is shown run. While a gesture runs, only those of what moves follow it. */
export function routesNow(): Routes {
  const { diagram, isRunning } = useShown.getState();
  if (last?.diagram !== diagram || last.isRunning !== isRunning) {
    last = { diagram, isRunning, routes: route(diagram, isRunning) };
  }
  return last.routes;
}

/** The shape of one flow; re-renders only when that changes. */
export const useFlowShape = (id: string): FlowShape | null => useShown(() => routesNow().shape(id));
