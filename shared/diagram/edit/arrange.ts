import { BOUNDARY_HEADER, BOUNDARY_PADDING, type Rect } from '../geometry.ts';
import { boundariesById, boundaryRect, toCanvas } from '../graph.ts';
import { outermostPlaced, type Placed } from '../placed.ts';
import type { Diagram } from '../schema.ts';
import { type Move, move } from './move.ts';

/*
 * Aligning and distributing go by where things stand on the canvas, whatever boundaries they are in. Nothing leaves its
 * boundary by it: what an element is inside of has a meaning, and where it stands has none. What stands inside a boundary
 * that is arranged goes with it. The grid does not matter here: centres of unlike sizes meet beside it.
 */

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];
export type Axis = 'x' | 'y';

/** How many elements it takes. */
export const LEAST = { align: 2, distribute: 3 } as const;

/** Positions are whole pixels: less than one comes from rounding. */
const PIXEL = 1;

/** One thing seen along one axis. */
interface Span {
  readonly id: string;
  readonly start: number;
  readonly length: number;
  /** Where its start may lie without leaving its boundary. */
  readonly least: number;
  readonly most: number;
}

const along = (rect: Readonly<Rect>, axis: Axis): { readonly start: number; readonly length: number } =>
  axis === 'x' ? { start: rect.x, length: rect.width } : { start: rect.y, length: rect.height };

function spanOf(diagram: Diagram, { id, inside, rect }: Placed, axis: Axis): Span {
  const { start, length } = along(rect, axis);
  const boundary = inside === null ? undefined : boundariesById(diagram.boundaries).get(inside);
  if (!boundary) return { id, start, length, least: -Infinity, most: Infinity };
  const room = along(boundaryRect(diagram, boundary), axis);
  const least = room.start + (axis === 'y' ? BOUNDARY_HEADER : BOUNDARY_PADDING / 2);
  const most = room.start + room.length - BOUNDARY_PADDING / 2 - length;
  return { id, start, length, least, most: Math.max(least, most) };
}

const spansOf = (diagram: Diagram, ids: readonly string[], axis: Axis): readonly Span[] =>
  outermostPlaced(diagram, ids).map((each) => spanOf(diagram, each, axis));

/** The moves that bring spans to new starts; none when they all stand there already. */
function movesTo(
  diagram: Diagram,
  ids: readonly string[],
  axis: Axis,
  starts: ReadonlyMap<string, number>,
): readonly Move[] {
  const placed = outermostPlaced(diagram, ids).map((each) => ({ ...each, to: starts.get(each.id) ?? each.rect[axis] }));
  if (placed.every(({ rect, to }) => Math.abs(to - rect[axis]) < PIXEL)) return [];
  return placed.flatMap(({ id, inside, rect, to }) => {
    const origin = toCanvas(diagram, inside, { x: 0, y: 0 });
    const position = { x: rect.x - origin.x, y: rect.y - origin.y, [axis]: to - origin[axis] };
    return to === rect[axis] ? [] : [{ id, position }];
  });
}

/** What of a span lies on the common line, as a part of its length. */
const SHARE: Readonly<Record<Alignment, number>> = { left: 0, centre: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 };

const axisOf = (alignment: Alignment): Axis =>
  alignment === 'left' || alignment === 'centre' || alignment === 'right' ? 'x' : 'y';

/** The line nearest to the wanted one that all can reach, or null. */
function commonLine(spans: readonly Span[], share: number): number | null {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.start + span.length));
  const wanted = start + (end - start) * share;
  const least = Math.max(...spans.map((span) => span.least + span.length * share));
  const most = Math.min(...spans.map((span) => span.most + span.length * share));
  return least > most ? null : Math.min(Math.max(wanted, least), most);
}

/**
 * The moves that put elements onto one line, the one nearest to where the outermost of them stands that all can reach
 * inside their boundaries; null when there is none.
 */
export function alignMoves(diagram: Diagram, ids: readonly string[], alignment: Alignment): readonly Move[] | null {
  const axis = axisOf(alignment);
  const spans = spansOf(diagram, ids, axis);
  if (spans.length < LEAST.align) return [];
  const line = commonLine(spans, SHARE[alignment]);
  if (line === null) return null;
  return movesTo(diagram, ids, axis, new Map(spans.map(({ id, length }) => [id, line - length * SHARE[alignment]])));
}

const middle = ({ start, length }: Span): number => start + length / 2;

/** New starts with equal gaps between the first and the last, which stay; with equal steps where there is no room for gaps. */
function evenStarts(sorted: readonly Span[]): ReadonlyMap<string, number> {
  const [first, last] = [sorted[0], sorted.at(-1)];
  const between = sorted.slice(1, -1);
  const starts = new Map<string, number>();
  if (!first || !last) return starts;
  const taken = between.reduce((sum, { length }) => sum + length, 0);
  const gap = (last.start - first.start - first.length - taken) / (between.length + 1);
  const step = (middle(last) - middle(first)) / (between.length + 1);
  let end = first.start + first.length;
  between.forEach((span, i) => {
    starts.set(span.id, gap >= 0 ? end + gap : middle(first) + step * (i + 1) - span.length / 2);
    end += gap + span.length;
  });
  return starts;
}

/**
 * The moves that make the gaps between elements equal, from left to right or from top to bottom, in the order in which
 * they stand; the first and the last stay. Null when an element would leave its boundary.
 */
export function distributeMoves(diagram: Diagram, ids: readonly string[], axis: Axis): readonly Move[] | null {
  const spans = [...spansOf(diagram, ids, axis)].sort(
    (a, b) => middle(a) - middle(b) || a.start - b.start || (a.id < b.id ? -1 : 1),
  );
  if (spans.length < LEAST.distribute) return [];
  const starts = evenStarts(spans);
  const leaves = ({ id, start, least, most }: Span): boolean => {
    const to = starts.get(id) ?? start;
    return to < Math.min(least, start) - PIXEL || to > Math.max(most, start) + PIXEL;
  };
  return spans.some(leaves) ? null : movesTo(diagram, ids, axis, starts);
}

/** Puts elements onto one line; without a line that all can reach, nothing changes. */
export const align = (diagram: Diagram, ids: readonly string[], alignment: Alignment): Diagram =>
  move(diagram, alignMoves(diagram, ids, alignment) ?? []);

/** Makes the gaps between elements equal; when one would leave its boundary, nothing changes. */
export const distribute = (diagram: Diagram, ids: readonly string[], axis: Axis): Diagram =>
  move(diagram, distributeMoves(diagram, ids, axis) ?? []);
