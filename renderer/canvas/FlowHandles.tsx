import { useState } from 'react';
import { curveThrough, lengthOf, pathOf, pointAlong } from '../../shared/diagram/curve.ts';
import { type FlowEnd, refuseReconnect } from '../../shared/diagram/edit/reconnect.ts';
import type { FlowShape } from '../../shared/diagram/flowShape.ts';
import { grownBy, holds, type Rect } from '../../shared/diagram/geometry.ts';
import type { Position } from '../../shared/diagram/schema.ts';
import { reconnected } from '../../shared/remedy/reconnected.ts';
import { catalog } from '../state/catalog.ts';
import { commitBend, previewBend, reconnectTo, straighten } from '../state/flowEdits.ts';
import { cancelPreview, present, preview, useStore } from '../state/store.ts';
import classes from './FlowHandles.module.css';
import { elementAt } from './hitTest.ts';
import { usePull } from './usePull.ts';

/** Pixels along the flow between its end and the handle there, so that the resource's own handle stays free. */
const FROM_END = 14;
const RADIUS = 6;

/** Where the handle for bending is: on the flow, beside its pill where that leaves room, else above it. */
function bendPlace({ shape: { line, middle }, pill, part }: Omit<Props, 'id'>): Position {
  if (!pill) return middle;
  const around = grownBy(pill, RADIUS);
  const aside = (pill.width / 2 + RADIUS + 4) / Math.max(1, lengthOf(line));
  const beside = [part + aside, part - aside].filter((each) => each > 0.15 && each < 0.85);
  const above = { x: pill.x + pill.width / 2, y: pill.y - RADIUS - 4 };
  return beside.map((each) => pointAlong(line, each)).find((point) => !holds(around, point)) ?? above;
}

function BendHandle({ id, shape, pill, part }: Props) {
  // The point that is led is the middle; the handle may stand beside it.
  const led = (point: Position, start: Position, middle: Position): Position => ({
    x: middle.x + point.x - start.x,
    y: middle.y + point.y - start.y,
  });
  const [middle, setMiddle] = useState<Position | null>(null);
  const pull = usePull({
    onMove: (point, start) => {
      const from = middle ?? shape.middle;
      setMiddle(from);
      previewBend(id, led(point, start, from));
    },
    onDrop: (point, start) => {
      cancelPreview();
      commitBend(id, led(point, start, middle ?? shape.middle));
      setMiddle(null);
    },
    onCancel: () => {
      cancelPreview();
      setMiddle(null);
    },
  });
  const { x, y } = bendPlace({ shape, pill, part });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; arrow keys bend by keyboard
    <circle
      className={`${classes.handle} ${classes.bend} nopan nodrag`}
      data-bend
      cx={x}
      cy={y}
      r={RADIUS}
      onPointerDown={pull}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => straighten(id)}
    >
      <title>Pull to bend the flow; double-click to straighten it</title>
    </circle>
  );
}

/** What a pulled end is over. */
interface Loose {
  readonly point: Position;
  readonly onto: string | null;
  readonly refused: boolean;
}

function looseAt(id: string, end: FlowEnd, point: Position): Loose {
  const onto = elementAt(present(), point);
  return { point, onto, refused: onto !== null && refuseReconnect(present(), id, end, onto) !== null };
}

function EndHandle({ id, shape, end }: Pick<Props, 'id' | 'shape'> & { readonly end: FlowEnd }) {
  const [loose, setLoose] = useState<Loose | null>(null);
  const stop = () => {
    cancelPreview();
    setLoose(null);
  };
  const pull = usePull({
    onMove: (point) => {
      const next = looseAt(id, end, point);
      setLoose(next);
      const { onto } = next;
      if (onto !== null && !next.refused) preview((diagram) => reconnected(diagram, catalog, id, end, onto));
      else cancelPreview();
    },
    onDrop: (point) => {
      stop();
      const { onto } = looseAt(id, end, point);
      if (onto !== null) reconnectTo(id, end, onto);
    },
    onCancel: stop,
  });
  const part = Math.min(FROM_END / Math.max(1, lengthOf(shape.line)), 0.25);
  const own = pointAlong(shape.line, end === 'from' ? part : 1 - part);
  const hangs = loose !== null && (loose.onto === null || loose.refused);
  const { x, y } = hangs ? loose.point : own;
  const fixed = end === 'from' ? shape.end : shape.start;
  return (
    <>
      {hangs && <path className={classes.loose} data-refused={loose.refused} d={straightPath(fixed, loose.point)} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; commands change the ends by keyboard */}
      <circle
        className={`${classes.handle} nopan nodrag`}
        data-end={end}
        cx={x}
        cy={y}
        r={RADIUS}
        onPointerDown={pull}
        onClick={(event) => event.stopPropagation()}
      >
        <title>{end === 'from' ? 'Pull to another source' : 'Pull to another target'}</title>
      </circle>
    </>
  );
}

function straightPath(from: Position, to: Position): string {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const direction = { dx: (to.x - from.x) / length, dy: (to.y - from.y) / length };
  return pathOf(
    curveThrough([
      { ...from, ...direction },
      { ...to, ...direction },
    ]),
  );
}

interface Props {
  readonly id: string;
  readonly shape: FlowShape;
  /** The room of its pill, or null without one, and the part of the flow's length that it stands at. */
  readonly pill: Readonly<Rect> | null;
  readonly part: number;
}

/** The handles of a flow that is selected by itself: both ends, to reconnect them, and one to bend it. */
export function FlowHandles({ id, shape, pill, part }: Props) {
  const alone = useStore(({ selection }) => selection.length === 1);
  if (!alone) return null;
  return (
    <g className={classes.handles}>
      <BendHandle id={id} shape={shape} pill={pill} part={part} />
      <EndHandle id={id} shape={shape} end="from" />
      <EndHandle id={id} shape={shape} end="to" />
    </g>
  );
}
