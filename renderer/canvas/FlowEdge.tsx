import type { EdgeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { FlowShape } from '../../shared/diagram/flowShape.ts';
import { overlaps } from '../../shared/diagram/geometry.ts';
import { PILL_HEIGHT, pillPlace } from '../../shared/diagram/pillPlace.ts';
import { useElementReport } from '../state/derived.ts';
import { useFlowShape } from '../state/routes.ts';
import classes from './FlowEdge.module.css';
import { FlowHandles } from './FlowHandles.tsx';
import { flowPill, type Pill } from './flowPill.ts';
import { isLong, runsIn } from './runsIn.ts';
import type { FlowEdge as Shown } from './types.ts';
import { useAreaInView } from './useArea.ts';

/** What lies free for a pill on a level flow; a curved one has room beside its ends. */
function roomOn({ start, end, points }: FlowShape): number {
  const isLevel = points.length === 4 && Math.abs(start.y - end.y) < 24;
  return isLevel ? Math.abs(start.x - end.x) - 20 : Infinity;
}

interface Drawn {
  readonly shape: FlowShape;
  readonly pill: Pill;
}

function FlowPill({ pill, shape }: Drawn) {
  const { x, y } = pillPlace(shape, pill.width);
  const [width, height] = [pill.width, PILL_HEIGHT];
  // Without a transform of its own: each would be paid for in every step of a pan.
  return (
    <g className={classes.pill} data-pill>
      <title>{pill.title}</title>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={height / 2} />
      <text textAnchor="middle" x={x} y={y} dy="4">
        {pill.text}
      </text>
      <text className={classes.mark} textAnchor="middle" x={x} y={y} dy="10">
        {pill.mark}
      </text>
    </g>
  );
}

const arrow = ({ tone }: Pill): string => `url(#arrow-${tone})`;

function Whole({ shape, pill }: Drawn) {
  return (
    <>
      <path className={classes.line} d={shape.path} markerEnd={arrow(pill)} />
      {pill.text !== '' && <FlowPill pill={pill} shape={shape} />}
    </>
  );
}

/** A flow far longer than the view is wide: dashes are paid for along all of a path, in view or not. */
function InView({ shape, pill }: Drawn) {
  const area = useAreaInView();
  const runs = useMemo(() => runsIn(shape, area), [shape, area]);
  const at = pillPlace(shape, pill.width);
  const isPillIn = overlaps(area, { ...at, width: pill.width, height: PILL_HEIGHT });
  return (
    <>
      {runs.map(({ from, path, isLast }) => (
        <path
          key={from}
          className={classes.line}
          d={path}
          strokeDashoffset={from}
          markerEnd={isLast ? arrow(pill) : undefined}
        />
      ))}
      {pill.text !== '' && isPillIn && <FlowPill pill={pill} shape={shape} />}
    </>
  );
}

function FlowLine({ id, data, selected }: EdgeProps<Shown>) {
  const report = useElementReport(id);
  const shape = useFlowShape(id);
  if (!shape) return null;
  const pill = flowPill(report, data?.label ?? '', roomOn(shape));
  return (
    <g className={classes.flow} data-tone={pill.tone} data-selected={selected}>
      {isLong(shape) ? <InView shape={shape} pill={pill} /> : <Whole shape={shape} pill={pill} />}
      {selected && <FlowHandles id={id} shape={shape} pillWidth={pill.text === '' ? 0 : pill.width} />}
    </g>
  );
}

/**
 * A flow on the canvas: its curve, its arrow, and a pill with what it lacks. Where it runs says the router, not React
 * Flow: it re-renders when that changes.
 */
export const FlowEdge = memo(FlowLine, (a, b) => a.id === b.id && a.data === b.data && a.selected === b.selected);
