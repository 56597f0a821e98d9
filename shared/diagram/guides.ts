import type { Rect } from './geometry.ts';

/** A line that shows what a moved rectangle lines up with: at `at` on its axis, along the other from `from` to `to`. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A gap between two neighbours that is as wide as another one: along its axis from `from` to `to`, at `at` on the other. */
export interface EqualGap {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How far a rectangle has to move to line up, and what it lines up with then. */
export interface Alignment {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
  readonly gaps: readonly EqualGap[];
}

type Axis = Guide['axis'];

/** A rectangle seen along one axis: where it starts and ends there, and across it. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly crossStart: number;
  readonly crossEnd: number;
}

const spanOf = ({ x, y, width, height }: Readonly<Rect>, axis: Axis): Span =>
  axis === 'x'
    ? { start: x, end: x + width, crossStart: y, crossEnd: y + height }
    : { start: y, end: y + height, crossStart: x, crossEnd: x + width };

const marks = ({ start, end }: Span): readonly number[] => [start, (start + end) / 2, end];

/** Differences below this are the same place: halves of pixels come from centres. */
const SAME = 0.5;

/** The smallest step by which an edge or centre meets one of another rectangle, or null when none is in reach. */
function nearestMark(moving: Span, others: readonly Span[], reach: number): number | null {
  let best: number | null = null;
  for (const own of marks(moving)) {
    for (const other of others) {
      for (const mark of marks(other)) {
        const step = mark - own;
        if (Math.abs(step) <= reach && (best === null || Math.abs(step) < Math.abs(best))) best = step;
      }
    }
  }
  return best;
}

/** The lines at which a rectangle meets others, each long enough to reach all that it meets there. */
function guidesAt(axis: Axis, moving: Span, others: readonly Span[]): readonly Guide[] {
  return [...new Set(marks(moving))].flatMap((at) => {
    const met = others.filter((other) => marks(other).some((mark) => Math.abs(mark - at) < SAME));
    if (met.length === 0) return [];
    const all = [moving, ...met];
    const from = Math.min(...all.map(({ crossStart }) => crossStart));
    const to = Math.max(...all.map(({ crossEnd }) => crossEnd));
    return [{ axis, at, from, to }];
  });
}

const isBeside = (a: Span, b: Span): boolean => a.crossStart < b.crossEnd && b.crossStart < a.crossEnd;

/** Neighbours in one row, nearest first: what lies before the rectangle, and what lies after it. */
function neighbours(moving: Span, others: readonly Span[]) {
  const row = others.filter((other) => isBeside(moving, other));
  const before = row.filter(({ end }) => end <= moving.start + SAME).sort((a, b) => b.end - a.end);
  const after = row.filter(({ start }) => start >= moving.end - SAME).sort((a, b) => a.start - b.start);
  return { before, after };
}

const gapBetween = (a: Span, b: Span): number => b.start - a.end;

/** Steps that make a gap beside the rectangle as wide as another gap of its row. */
function equalSteps(moving: Span, others: readonly Span[]): readonly number[] {
  const { before, after } = neighbours(moving, others);
  const [left, further] = before;
  const [right, beyond] = after;
  const steps: number[] = [];
  if (left && right) steps.push((gapBetween(moving, right) - gapBetween(left, moving)) / 2);
  if (left && further) steps.push(gapBetween(further, left) - gapBetween(left, moving));
  if (right && beyond) steps.push(gapBetween(moving, right) - gapBetween(right, beyond));
  return steps;
}

/** The gaps around a rectangle that are equally wide: two or more, else none. */
function equalGaps(axis: Axis, moving: Span, others: readonly Span[]): readonly EqualGap[] {
  const { before, after } = neighbours(moving, others);
  const row = [...before.slice(0, 2).reverse(), moving, ...after.slice(0, 2)];
  const gaps = row.slice(1).map((span, i) => ({ a: row[i] ?? span, b: span }));
  const width = ({ a, b }: { a: Span; b: Span }) => gapBetween(a, b);
  const own = gaps.filter(({ a, b }) => a === moving || b === moving);
  const equal = own.map((gap) =>
    gaps.filter((each) => width(each) > SAME && Math.abs(width(each) - width(gap)) < SAME),
  );
  const most = equal.reduce((longest, each) => (each.length > longest.length ? each : longest), []);
  if (most.length < 2) return [];
  return most.map(({ a, b }) => {
    const at = (Math.max(a.crossStart, b.crossStart) + Math.min(a.crossEnd, b.crossEnd)) / 2;
    return { axis, at, from: a.end, to: b.start };
  });
}

function stepOn(moving: Span, others: readonly Span[], reach: number): number {
  const mark = nearestMark(moving, others, reach);
  if (mark !== null) return mark;
  const [equal = 0] = equalSteps(moving, others)
    .filter((step) => Math.abs(step) <= reach)
    .sort((a, b) => Math.abs(a) - Math.abs(b));
  return equal;
}

/**
 * What a moved rectangle lines up with: edges and centres of others first, else equal gaps in its row or column, each
 * axis by itself. Nothing further away than `reach` pixels counts.
 */
export function alignTo(moving: Readonly<Rect>, others: readonly Readonly<Rect>[], reach: number): Alignment {
  const spans = { x: others.map((rect) => spanOf(rect, 'x')), y: others.map((rect) => spanOf(rect, 'y')) };
  const dx = stepOn(spanOf(moving, 'x'), spans.x, reach);
  const dy = stepOn(spanOf(moving, 'y'), spans.y, reach);
  const there = { ...moving, x: moving.x + dx, y: moving.y + dy };
  const on = (axis: Axis) => spanOf(there, axis);
  return {
    dx,
    dy,
    guides: [...guidesAt('x', on('x'), spans.x), ...guidesAt('y', on('y'), spans.y)],
    gaps: [...equalGaps('x', on('x'), spans.x), ...equalGaps('y', on('y'), spans.y)],
  };
}
