import { useComputedColorScheme } from '@mantine/core';
import { useStore as useFlowStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { flowShape } from '../../shared/diagram/flowShape.ts';
import { overlaps, type Rect } from '../../shared/diagram/geometry.ts';
import { resourceRect } from '../../shared/diagram/graph.ts';
import type { Diagram, Size } from '../../shared/diagram/schema.ts';
import type { Report } from '../../shared/validate/report.ts';
import { useReport } from '../state/derived.ts';
import { shown } from '../state/history.ts';
import { useStore } from '../state/store.ts';
import { badgeOf, isPaintedGap } from './badge.ts';
import classes from './Overview.module.css';

type Colours = (tone: string) => string;
type View = readonly [x: number, y: number, zoom: number];

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const cache = new Map<string, string>();
  return (tone) => {
    const name = isPaintedGap(tone) ? tone : tone === 'satisfied' ? 'ok' : tone === 'panel' ? 'panel' : 'flow';
    const known = cache.get(name) ?? style.getPropertyValue(`--painted-${name}`);
    cache.set(name, known);
    return known;
  };
}

function paintFlows(context: CanvasRenderingContext2D, diagram: Diagram, report: Report, colours: Colours): void {
  for (const flow of diagram.flows) {
    const shape = flowShape(diagram, flow);
    if (!shape) continue;
    context.strokeStyle = colours(badgeOf(report.elements.get(flow.id)?.tally).tone);
    context.stroke(new Path2D(shape.curve.path));
  }
}

function paintResources(
  context: CanvasRenderingContext2D,
  diagram: Diagram,
  report: Report,
  colours: Colours,
  seen: Rect,
) {
  for (const resource of diagram.resources) {
    const rect = resourceRect(diagram, resource);
    if (!overlaps(rect, seen)) continue;
    const { tone, glyph } = badgeOf(report.elements.get(resource.id)?.tally);
    context.fillStyle = colours(tone);
    context.fillRect(rect.x, rect.y, rect.width, rect.height);
    context.fillStyle = colours('panel');
    const words = `${glyph} ${resource.name}`.slice(0, 13);
    context.fillText(words, rect.x + rect.width / 2, rect.y + rect.height / 2, rect.width - 8);
  }
}

function paint(canvas: HTMLCanvasElement, size: Size, diagram: Diagram, report: Report, [x, y, zoom]: View): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio;
  const { width, height } = size;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
  context.lineWidth = 2 / zoom;
  context.font = '700 24px sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const colours = coloursOf(canvas);
  paintFlows(context, diagram, report, colours);
  paintResources(context, diagram, report, colours, {
    x: -x / zoom,
    y: -y / zoom,
    width: width / zoom,
    height: height / zoom,
  });
}

/** A large diagram seen from far out: painted, since thousands of mounted elements make every step of a pan slow. */
export function Overview() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useFlowStore((state) => state.transform);
  const width = useFlowStore((state) => state.width);
  const height = useFlowStore((state) => state.height);
  const diagram = useStore((state) => shown(state.history));
  const report = useReport();
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    if (canvas.current) paint(canvas.current, { width, height }, diagram, report, view);
  }, [view, width, height, diagram, report]);
  // A new scheme is a new picture: its colours are read when it is painted.
  return (
    <div aria-hidden="true">
      <canvas key={scheme} ref={canvas} className={classes.overview} data-testid="overview" />
    </div>
  );
}
