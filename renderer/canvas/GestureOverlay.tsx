import { useStore as useFlowStore, ViewportPortal } from '@xyflow/react';
import type { EqualGap, Guide } from '../../shared/diagram/guides.ts';
import classes from './GestureOverlay.module.css';
import { useOverlay } from './overlay.ts';

/** Pixels by which a guide reaches beyond what it joins, and half the height of the ends of a gap. */
const BEYOND = 12;
const TICK = 5;

const point = (axis: Guide['axis'], along: number, across: number): string =>
  axis === 'x' ? `${along} ${across}` : `${across} ${along}`;

const guidePath = ({ axis, at, from, to }: Guide): string =>
  `M${point(axis, at, from - BEYOND)}L${point(axis, at, to + BEYOND)}`;

const gapPath = ({ axis, at, from, to }: EqualGap): string =>
  [from, to].map((end) => `M${point(axis, end, at - TICK)}L${point(axis, end, at + TICK)}`).join('') +
  `M${point(axis, from, at)}L${point(axis, to, at)}`;

/** Lines that a moved element meets, equal gaps around it, and the box that selects. Only for the eye. */
export function GestureOverlay() {
  const { guides, gaps, band } = useOverlay();
  const zoom = useFlowStore((state) => state.transform[2]);
  if (guides.length === 0 && gaps.length === 0 && band === null) return null;
  return (
    <ViewportPortal>
      <svg className={classes.overlay} aria-hidden="true" strokeWidth={1 / zoom} data-testid="gesture-overlay">
        {guides.map((guide) => (
          <path
            key={`${guide.axis}${guide.at}`}
            className={classes.guide}
            d={guidePath(guide)}
            data-guide={guide.axis}
          />
        ))}
        {gaps.map((gap) => (
          <path key={`${gap.axis}${gap.from}`} className={classes.gap} d={gapPath(gap)} data-gap={gap.axis} />
        ))}
        {band && <rect className={classes.band} {...band} />}
      </svg>
    </ViewportPortal>
  );
}
