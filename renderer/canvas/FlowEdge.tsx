import type { EdgeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { FlowShape } from '../../shared/diagram/flowShape.ts';
import { overlaps, type Rect } from '../../shared/diagram/geometry.ts';
import { type PillPlace, pillRect } from '../../shared/diagram/pills.ts';
import { useElementReport } from '../state/derived.ts';
import { useFlowShape } from '../state/routes.ts';
import { badgeOf } from './badge.ts';
import classes from './FlowEdge.module.css';
import { FlowHandles } from './FlowHandles.tsx';
import { flowPill, type Pill } from './flowPill.ts';
import { isLong, runsIn } from './runsIn.ts';
import type { FlowEdge as Shown } from './types.ts';
import { useAreaInView } from './useArea.ts';
import { useLabel } from './useLabel.ts';
import { usePillPlace } from './usePill.ts';

/** The pill that is shown: where it stands, and what it says there. */
interface Placed extends Rect {
  readonly place: PillPlace;
  readonly text: string;
}

interface Drawn {
  readonly shape: FlowShape;
  readonly pill: Pill;
  readonly placed: Placed | null;
}

function placedPill({ wordings }: Pill, place: PillPlace | null): Placed | null {
  const wording = wordings[place?.wording ?? 0] ?? wordings.at(-1);
  return place && wording ? { ...pillRect(place, wording.width), place, text: wording.text } : null;
}

function FlowPill({ pill, placed }: { readonly pill: Pill; readonly placed: Placed }) {
  const { place, text, height, ...corner } = placed;
  // Without a transform of its own: each would be paid for in every step of a pan.
  return (
    <g className={classes.pill} data-pill>
      <title>{pill.title}</title>
      <rect {...corner} height={height} rx={height / 2} />
      <text textAnchor="middle" x={place.x} y={place.y} dy="4">
        {text}
      </text>
      <text className={classes.mark} textAnchor="middle" x={place.x} y={place.y} dy="10">
        {pill.mark}
      </text>
    </g>
  );
}

const arrow = ({ tone }: Pill): string => `url(#arrow-${tone})`;

function Whole({ shape, pill, placed }: Drawn) {
  return (
    <>
      <path className={classes.line} d={shape.path} markerEnd={arrow(pill)} />
      {placed && <FlowPill pill={pill} placed={placed} />}
    </>
  );
}

/** A flow far longer than the view is wide: dashes are paid for along all of a path, in view or not. */
function InView({ shape, pill, placed }: Drawn) {
  const area = useAreaInView();
  const runs = useMemo(() => runsIn(shape, area), [shape, area]);
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
      {placed && overlaps(area, placed) && <FlowPill pill={pill} placed={placed} />}
    </>
  );
}

function FlowLine({ id, data, selected }: EdgeProps<Shown>) {
  const report = useElementReport(id);
  const shape = useFlowShape(id);
  const place = usePillPlace(id, shape);
  const label = useLabel(`${data?.name}: ${badgeOf(report?.tally).text}`);
  if (!shape) return null;
  const Line = isLong(shape) ? InView : Whole;
  const pill = flowPill(report, data?.label ?? '');
  const placed = placedPill(pill, place);
  return (
    <g ref={label} className={classes.flow} data-tone={pill.tone} data-selected={selected}>
      <Line shape={shape} pill={pill} placed={placed} />
      {selected && <FlowHandles id={id} shape={shape} pill={placed} part={place?.part ?? 0.5} />}
    </g>
  );
}

/**
 * A flow on the canvas: its curve, its arrow, and a pill with what it lacks. Where it runs says the router, not React
 * Flow: it re-renders when that changes.
 */
export const FlowEdge = memo(FlowLine, (a, b) => a.id === b.id && a.data === b.data && a.selected === b.selected);
