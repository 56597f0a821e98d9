import { useStore as useFlowStore, ViewportPortal } from '@xyflow/react';
import { grownBy } from '../../shared/diagram/geometry.ts';
import { boundaryRect, elementOf, resourceRect } from '../../shared/diagram/graph.ts';
import { routesNow } from '../state/routes.ts';
import { useShown } from '../state/store.ts';
import { useTraced } from '../state/traced.ts';
import classes from './TraceOverlay.module.css';

/** Pixels between an element and the line around it. */
const AIR = 7;

function Traced({ id }: { readonly id: string }) {
  const diagram = useShown((state) => state.diagram);
  const found = elementOf(diagram, id);
  if (found?.kind === 'flow') {
    const path = routesNow().shape(id)?.path;
    return path ? <path className={classes.flow} d={path} data-traced={id} /> : null;
  }
  if (found?.kind !== 'resource' && found?.kind !== 'boundary') return null;
  const rect =
    found.kind === 'resource' ? resourceRect(diagram, found.resource) : boundaryRect(diagram, found.boundary);
  return <rect className={classes.box} rx={10} {...grownBy(rect, AIR)} data-traced={id} />;
}

/** A double line around what is pointed out. Only for the eye: its names are announced. */
export function TraceOverlay() {
  const ids = useTraced((state) => state.ids);
  const zoom = useFlowStore((state) => (ids.length === 0 ? 1 : state.transform[2]));
  if (ids.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className={classes.overlay} aria-hidden="true" strokeWidth={3 / Math.min(1, zoom)}>
        {ids.map((id) => (
          <Traced key={id} id={id} />
        ))}
      </svg>
    </ViewportPortal>
  );
}
