import { useStore as useFlowStore } from '@xyflow/react';
import { type RefObject, useMemo, useState } from 'react';
import { routesNow } from '../state/routes.ts';
import { useStore } from '../state/store.ts';
import { FAR, LARGE, NEAR, useWheeling } from '../state/viewport.ts';
import { useTidying } from '../tidy/tidy.ts';
import { createAdapter } from './toReactFlow.ts';
import { useArea } from './useArea.ts';
import { useDrawn } from './useCarry.ts';
import { usePaintedSelection } from './usePaintedSelection.ts';
import { createWindow } from './windowed.ts';

/**
 * Whether the view is so far out that names cannot be read. While the wheel zooms in it stays so for longer: what would
 * be mounted on the way is out of view when it rests.
 */
function useFar(): boolean {
  const band = useFlowStore(({ transform: [, , zoom] }) => (zoom < FAR ? 'far' : zoom < NEAR ? 'between' : 'near'));
  const wheeling = useWheeling((state) => state.wheeling);
  const [was, setWas] = useState(band === 'far');
  const is = band === 'far' || (band === 'between' && wheeling && was);
  if (is !== was) setWas(is);
  return is;
}

/** How a flow of what is shown runs. */
const shapeOf = (flow: string) => routesNow().shape(flow);

/**
 * React Flow's nodes and edges for what the document shows now: of a large diagram, only what is in view and about it.
 * `overview` is true when the view is so far out that resources and flows of a large diagram are painted, except for the
 * selection; of a large selection most are painted too, and those are in `chosen`.
 */
export function useCanvasElements(frame: RefObject<HTMLElement | null>) {
  const [adapt] = useState(createAdapter);
  const [windowed] = useState(createWindow);
  const diagram = useDrawn((state) => state.diagram);
  const isRunning = useDrawn((state) => state.isRunning);
  const selection = useStore((state) => state.selection);
  const area = useArea();
  const far = useFar();
  const large = diagram.resources.length >= LARGE;
  const revealing = useTidying((state) => state.revealing);
  const overview = (far || revealing) && large;
  const chosen = usePaintedSelection(frame, overview);
  const part = useMemo(
    () =>
      large
        ? windowed(diagram, {
            area,
            always: new Set(selection),
            hidden: chosen,
            shapeOf,
            painted: overview,
            isRunning,
          })
        : diagram,
    [windowed, diagram, area, selection, chosen, large, overview, isRunning],
  );
  const elements = useMemo(
    () => adapt(part, diagram.flows, selection, chosen),
    [adapt, part, diagram.flows, selection, chosen],
  );
  return { ...elements, area, overview, chosen };
}
