import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { flowCurve, type Side } from '../../shared/diagram/geometry.ts';
import type { Position } from '../../shared/diagram/schema.ts';
import { useElementReport } from '../state/derived.ts';
import classes from './FlowEdge.module.css';
import { flowPill } from './flowPill.ts';
import type { FlowEdge as Shown } from './types.ts';

/** What lies free for a pill on a level flow; a curved one has room beside its ends. */
function roomBetween(start: Position, end: Position): number {
  return Math.abs(start.y - end.y) < 24 ? Math.abs(start.x - end.x) - 20 : Infinity;
}

/** A point moved along the side that it lies on. */
const along = ({ x, y }: Position, side: Side, offset: number): Position =>
  side === 'left' || side === 'right' ? { x, y: y + offset } : { x: x + offset, y };

function FlowLine(props: EdgeProps<Shown>) {
  const report = useElementReport(props.id);
  const offset = props.data?.offset ?? 0;
  const start = along({ x: props.sourceX, y: props.sourceY }, props.sourcePosition, offset);
  const end = along({ x: props.targetX, y: props.targetY }, props.targetPosition, offset);
  const { path, middle } = flowCurve(start, props.sourcePosition, end, props.targetPosition);
  const pill = flowPill(report, props.data?.label ?? '', roomBetween(start, end));
  return (
    <g className={classes.flow} data-tone={pill.tone} data-selected={props.selected}>
      <path className={classes.line} d={path} markerEnd={`url(#arrow-${pill.tone})`} />
      {pill.text !== '' && (
        <g className={classes.pill} transform={`translate(${middle.x} ${middle.y})`}>
          <title>{pill.title}</title>
          <rect x={-pill.width / 2} y={-10} width={pill.width} height={20} rx={10} />
          <text textAnchor="middle" dy="4">
            {pill.text}
          </text>
          <text className={classes.mark} textAnchor="middle" dy="10">
            {pill.mark}
          </text>
        </g>
      )}
    </g>
  );
}

/** A flow on the canvas: its curve, its arrow, and a pill with what it lacks. */
export const FlowEdge = memo(FlowLine);
