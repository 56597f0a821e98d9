import { useComputedColorScheme } from '@mantine/core';
import { useStore as useFlowStore } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { type Classification, reaching } from '../../shared/classify/propagate.ts';
import { dataMark } from '../../shared/dataClasses.ts';
import type { FlowShape } from '../../shared/diagram/flowShape.ts';
import { boundsOf, grownBy, overlaps, type Rect, type Side } from '../../shared/diagram/geometry.ts';
import { resourceRect } from '../../shared/diagram/graph.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { Routes } from '../../shared/diagram/router.ts';
import type { Diagram, Size } from '../../shared/diagram/schema.ts';
import type { Report } from '../../shared/validate/report.ts';
import { classificationOf, useReport } from '../state/derived.ts';
import { routesNow } from '../state/routes.ts';
import { useShown, useStore } from '../state/store.ts';
import { badgeOf, isPaintedGap } from './badge.ts';
import classes from './Overview.module.css';
import { type View, viewShift } from './viewShift.ts';

type Colours = (tone: string) => string;
/** What is painted. */
interface Subject {
  readonly diagram: Diagram;
  readonly report: Report;
  readonly routes: Routes;
  readonly data: Classification;
  /** What is selected of what is painted. */
  readonly chosen: ReadonlySet<string>;
}

const isPlain = (tone: string): boolean => tone === 'panel' || tone === 'accent';

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const cache = new Map<string, string>();
  return (tone) => {
    const name = isPaintedGap(tone) || isPlain(tone) ? tone : tone === 'satisfied' ? 'ok' : 'flow';
    const known = cache.get(name) ?? style.getPropertyValue(`--painted-${name}`);
    cache.set(name, known);
    return known;
  };
}

/** A flow ready to be painted. */
interface Drawn {
  readonly line: Path2D;
  readonly head: Path2D;
  readonly bounds: Rect;
}

const drawn = new WeakMap<FlowShape, Drawn>();

/** Size of a painted arrowhead, in pixels at 100 % zoom: so large that it shows from far. */
const HEAD = 22;

const HEADS: Readonly<Record<Side, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  top: [0, -1],
  bottom: [0, 1],
};

function headOf({ end: { x, y }, to }: FlowShape): Path2D {
  const [outX, outY] = HEADS[to];
  const [backX, backY] = [x + outX * HEAD, y + outY * HEAD];
  const [asideX, asideY] = [outY * HEAD * 0.5, outX * HEAD * 0.5];
  return new Path2D(`M${x} ${y}L${backX + asideX} ${backY + asideY}L${backX - asideX} ${backY - asideY}z`);
}

function drawnOf(shape: FlowShape): Drawn {
  const known = drawn.get(shape);
  if (known) return known;
  const bounds = boundsOf(shape.points.map((point) => ({ ...point, width: 1, height: 1 })));
  const made = {
    line: new Path2D(shape.path),
    head: headOf(shape),
    bounds: bounds ?? { ...shape.start, width: 1, height: 1 },
  };
  drawn.set(shape, made);
  return made;
}

/** Width of the line around what is selected, in pixels on the screen. */
const RING = 2;

const NAME_FONT = '700 24px sans-serif';
const TAG_FONT = '700 18px sans-serif';

/** Milliseconds of a frame in which flows may look for their way. */
const BUDGET = 8;

/** Paints the flows that are in view; false when some of them have to find their way first, in another frame. */
function paintFlows(
  context: CanvasRenderingContext2D,
  { diagram, report, routes, chosen }: Subject,
  colours: Colours,
  seen: Rect,
) {
  const deadline = performance.now() + BUDGET;
  const thin = context.lineWidth;
  const thick = 2 * thin;
  let isWhole = true;
  for (const flow of diagram.flows) {
    const shape = routes.known(flow.id) ?? (performance.now() < deadline ? routes.shape(flow.id) : undefined);
    if (shape === undefined) isWhole = false;
    if (!shape) continue;
    const { line, head, bounds } = drawnOf(shape);
    if (!overlaps(bounds, seen)) continue;
    const colour = colours(badgeOf(report.elements.get(flow.id)?.tally).tone);
    context.strokeStyle = colour;
    context.lineWidth = chosen.has(flow.id) ? thick : thin;
    context.stroke(line);
    context.fillStyle = colour;
    context.fill(head);
  }
  return isWhole;
}

/** Paints the strongest class of data that reaches a resource, as a tag in the lower left of its card. */
function paintData(context: CanvasRenderingContext2D, { x, y, height }: Rect, text: string, colour: string): void {
  context.font = TAG_FONT;
  const width = context.measureText(text).width + 10;
  const top = y + height - 10;
  context.fillRect(x, top, width, 22);
  context.fillStyle = colour;
  context.fillText(text, x + width / 2, top + 11);
  context.font = NAME_FONT;
}

/** Paints the line around a selected resource, as it has it when it is mounted. */
function paintRing(context: CanvasRenderingContext2D, rect: Rect, colour: string): void {
  const { x, y, width, height } = grownBy(rect, context.lineWidth);
  context.strokeStyle = colour;
  context.strokeRect(x, y, width, height);
}

function paintResources(
  context: CanvasRenderingContext2D,
  { diagram, report, data, chosen }: Subject,
  colours: Colours,
  seen: Rect,
): void {
  for (const resource of diagram.resources) {
    const rect = resourceRect(diagram, resource);
    if (!overlaps(rect, seen)) continue;
    const { tone, glyph } = badgeOf(report.elements.get(resource.id)?.tally);
    context.fillStyle = colours(tone);
    context.fillRect(rect.x, rect.y, rect.width, rect.height);
    context.fillStyle = colours('panel');
    const words = `${glyph} ${oneLine(resource.name)}`.slice(0, 13);
    context.fillText(words, rect.x + rect.width / 2, rect.y + rect.height / 2, rect.width - 8);
    const mark = dataMark(reaching(data, resource.id));
    if (mark) paintData(context, rect, mark.text, colours(tone));
    if (chosen.has(resource.id)) paintRing(context, rect, colours('accent'));
  }
}

/** Paints what is in view; false when it has to be painted once more. */
function paint(canvas: HTMLCanvasElement, size: Size, subject: Subject, [x, y, zoom]: View): boolean {
  const context = canvas.getContext('2d');
  if (!context) return true;
  const ratio = window.devicePixelRatio;
  const { width, height } = size;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
  context.lineWidth = 2 / zoom;
  context.font = NAME_FONT;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const colours = coloursOf(canvas);
  const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  const isWhole = paintFlows(context, subject, colours, seen);
  context.lineWidth = RING / zoom;
  paintResources(context, subject, colours, seen);
  return isWhole;
}

/** Milliseconds after the last step of a pan or zoom, until which the picture is only moved. */
const REST = 120;
/** How far the picture reaches beyond each side of the view, as a part of it. */
const BEYOND = 0.25;
const reachOf = ({ width, height }: Size): Size => ({ width: width * BEYOND, height: height * BEYOND });
/** The view of the canvas itself, which is larger than what it is seen through. */
function beyond([x, y, zoom]: View, size: Size): View {
  const { width, height } = reachOf(size);
  return [x + width, y + height, zoom];
}

/** Moves a picture that was painted for one view to where another has it; false where that leaves gaps. */
function follow(canvas: HTMLCanvasElement, size: Size, painted: View, view: View): boolean {
  const reach = reachOf(size);
  const shift = viewShift(size, reach, painted, view);
  if (!shift) return false;
  canvas.style.transformOrigin = `${reach.width}px ${reach.height}px`;
  canvas.style.transform = `translate(${shift.x}px, ${shift.y}px) scale(${shift.scale})`;
  return true;
}

/**
 * A large diagram seen from far out: painted, since thousands of mounted elements make every step of a pan slow. While
 * the view moves so does the picture; it is painted again when the view rests.
 */
export function Overview({ chosen }: Pick<Subject, 'chosen'>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<{ readonly view: View; readonly of: object } | null>(null);
  const view = useFlowStore((state) => state.transform);
  const width = useFlowStore((state) => state.width);
  const height = useFlowStore((state) => state.height);
  const diagram = useShown((state) => state.diagram);
  const routes = useShown(routesNow);
  const report = useReport();
  const data = useStore(classificationOf);
  const scheme = useComputedColorScheme('light');
  // A new scheme is a new picture: its colours are read when it is painted.
  const subject = useMemo(
    () => ({ diagram, report, routes, data, chosen, width, height, scheme }),
    [diagram, report, routes, data, chosen, width, height, scheme],
  );
  useEffect(() => {
    let frame = 0;
    const size = { width, height };
    const step = (): void => {
      if (!canvas.current) return;
      const all = { width: width * (1 + 2 * BEYOND), height: height * (1 + 2 * BEYOND) };
      canvas.current.style.transform = '';
      painted.current = { view, of: subject };
      const isWhole = paint(canvas.current, all, subject, beyond(view, size));
      if (!isWhole) frame = requestAnimationFrame(step);
    };
    const before = painted.current;
    const isNew = before?.of !== subject || !canvas.current || !follow(canvas.current, size, before.view, view);
    const timer = isNew ? 0 : window.setTimeout(step, REST);
    if (isNew) step();
    return () => {
      window.clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [view, width, height, subject]);
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={classes.overview} data-testid="overview" />
    </div>
  );
}
