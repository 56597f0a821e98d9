import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, useCallback } from 'react';
import type { ContextName } from '../../shared/commands.ts';
import { elementOf } from '../../shared/diagram/graph.ts';
import type { Position } from '../../shared/diagram/schema.ts';
import { present, select, showContextMenu, useStore } from '../state/store.ts';
import { flowAt, REACH, resourceAt } from './hitTest.ts';
import { useLongPress } from './useLongPress.ts';

const MOUNTED = '.react-flow__node[data-id], .react-flow__edge[data-id]';

/** What a right click means: what is mounted there, but a flow before the boundary below it; or what is drawn far out. */
function hitOf(target: Element, point: Position, reach: number): string | null {
  const mounted = target.closest(MOUNTED)?.getAttribute('data-id') ?? null;
  const kind = mounted === null ? undefined : elementOf(present(), mounted)?.kind;
  if (kind !== undefined && kind !== 'boundary') return mounted;
  return resourceAt(present(), point) ?? flowAt(point, reach) ?? mounted;
}

/** Selects what was hit, unless it is selected already, and says which menu that calls for. */
function contextOf(hit: string | null): ContextName {
  if (hit === null) return 'canvas';
  const { selection } = useStore.getState();
  if (!selection.includes(hit)) select([hit]);
  else if (selection.length > 1) return 'several';
  return elementOf(present(), hit)?.kind ?? 'canvas';
}

/** Opens the menu of what the pointer, or the focus, is on, or a finger rests on. */
export function useContextMenu() {
  const { getZoom, screenToFlowPosition } = useReactFlow();
  const open = useCallback(
    (target: Element, x: number, y: number) => {
      const point = screenToFlowPosition({ x, y }, { snapToGrid: false });
      showContextMenu({ context: contextOf(hitOf(target, point, REACH / getZoom())), x, y, finding: null });
    },
    [getZoom, screenToFlowPosition],
  );
  const onContextMenu = (event: MouseEvent) => {
    const { target, clientX: x, clientY: y } = event;
    if (!(target instanceof Element) || target.closest('input, textarea')) return;
    event.preventDefault();
    // The main button holds something: its gesture goes on. (On a Mac it opens the menu itself, with Control.)
    if (event.button === 2 && event.buttons % 2 === 1 && !event.ctrlKey) return;
    open(target, x, y);
  };
  return { onContextMenu, ...useLongPress(open) };
}
