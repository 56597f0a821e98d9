import { MiniMap, useStore as useFlowStore } from '@xyflow/react';
import { useCallback } from 'react';
import { boundsOf, holds, overlaps, type Rect } from '../../shared/diagram/geometry.ts';
import { allRects } from '../../shared/diagram/graph.ts';
import { reportOf } from '../state/derived.ts';
import { useSettings } from '../state/settings.ts';
import { present, useStore } from '../state/store.ts';
import { badgeOf, isPaintedGap } from './badge.ts';
import classes from './OverviewMap.module.css';
import type { CanvasNode } from './types.ts';

/** Beyond this many resources the map costs more than it tells; the far-out view takes its place. */
const LIMIT = 200;

/** Size on the screen, with its margin, in pixels. */
const MAP = { width: 170, height: 116 };

/** True when the map would cover something while all of the diagram is in view: it would hide more than it shows. */
function hidesOnly(seen: Rect, zoom: number): boolean {
  const rects = allRects(present());
  const all = boundsOf(rects);
  if (!all || !holds(seen, all) || !holds(seen, { x: all.x + all.width, y: all.y + all.height })) return false;
  const width = MAP.width / zoom;
  const height = MAP.height / zoom;
  const corner = { x: seen.x + seen.width - width, y: seen.y + seen.height - height, width, height };
  return rects.some((rect) => overlaps(rect, corner));
}

/** A small map of the diagram with its gaps in colour. Decoration for the eye: all it shows is on the canvas too. */
export function OverviewMap() {
  const asked = useSettings((each) => each.minimap);
  const small = useStore(
    ({ history }) => history.present.resources.length > 0 && history.present.resources.length <= LIMIT,
  );
  const wanted = asked && small;
  const color = useCallback((node: CanvasNode) => {
    if (node.type === 'boundary') return 'transparent';
    if (node.type === 'text') return 'var(--parapet-border)';
    const { tone } = badgeOf(reportOf(useStore.getState()).elements.get(node.id)?.tally);
    return isPaintedGap(tone) ? `var(--parapet-${tone})` : 'var(--parapet-flow)';
  }, []);
  // Remounted with the report, since React Flow asks for colours only when a node changes.
  const report = useStore((state) => reportOf(state).tally);
  // Asked on every step of a pan: a diagram that has no map anyway must not pay for it.
  const hidden = useFlowStore(
    ({ transform: [x, y, zoom], width, height }) =>
      wanted && hidesOnly({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }, zoom),
  );
  if (!wanted || hidden) return null;
  return (
    <MiniMap
      key={JSON.stringify(report.bySeverity)}
      className={classes.map ?? ''}
      nodeColor={color}
      nodeStrokeColor="var(--parapet-border)"
      nodeBorderRadius={8}
      ariaLabel="Map of the diagram"
      pannable
      zoomable
    />
  );
}
