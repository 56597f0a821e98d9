import { MiniMap } from '@xyflow/react';
import { useCallback } from 'react';
import { reportOf } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { badgeOf } from './badge.ts';
import classes from './OverviewMap.module.css';
import type { CanvasNode } from './types.ts';

/** Beyond this many resources the map costs more than it tells; the far-out view takes its place. */
const LIMIT = 200;

const GAPS = new Set(['critical', 'high', 'medium', 'low']);

/** A small map of the diagram with its gaps in colour. Decoration for the eye: all it shows is on the canvas too. */
export function OverviewMap() {
  const wanted = useStore(
    ({ history }) => history.present.resources.length > 0 && history.present.resources.length <= LIMIT,
  );
  const color = useCallback((node: CanvasNode) => {
    if (node.type === 'boundary') return 'transparent';
    const { tone } = badgeOf(reportOf(useStore.getState()).elements.get(node.id)?.tally);
    return GAPS.has(tone) ? `var(--parapet-${tone})` : 'var(--parapet-flow)';
  }, []);
  // Remounted with the report, since React Flow asks for colours only when a node changes.
  const report = useStore((state) => reportOf(state).tally);
  if (!wanted) return null;
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
