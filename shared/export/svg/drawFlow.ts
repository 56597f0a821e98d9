import type { FlowShape } from '../../diagram/flowShape.ts';
import type { Side } from '../../diagram/geometry.ts';
import { routesOf } from '../../diagram/router.ts';
import type { Flow } from '../../diagram/schema.ts';
import { anchorOf } from './anchors.ts';
import type { Drawing } from './drawing.ts';
import { markLine, markOf } from './drawMark.ts';
import { frameColour } from './drawResource.ts';
import { tag } from './xml.ts';

/** A flow where it lies on the canvas. */
export interface PlacedFlow extends FlowShape {
  readonly flow: Flow;
}

/** All flows of the picture with both ends, placed. */
export function placeFlows({ diagram, shown }: Drawing): readonly PlacedFlow[] {
  const routes = routesOf(diagram);
  return shown.flows.flatMap((flow) => {
    const shape = routes.shape(flow.id);
    return shape ? [{ ...shape, flow }] : [];
  });
}

const HEADS: Readonly<Record<Side, string>> = {
  left: 'M0 0l-9 -5v10z',
  right: 'M0 0l9 -5v10z',
  top: 'M0 0l-5 -9h10z',
  bottom: 'M0 0l-5 9h10z',
};

/** The colour of a flow: that of its worst gap. */
export function flowColour(drawing: Drawing, id: string): string {
  const worst = drawing.groupOf.get(id)?.gaps[0]?.finding.severity;
  return worst ? frameColour(drawing, worst) : drawing.palette.flow;
}

function flowLine(drawing: Drawing, id: string) {
  const gaps = drawing.groupOf.has(id);
  const dash = gaps ? '6 4' : undefined;
  return { fill: 'none', stroke: flowColour(drawing, id), 'stroke-width': gaps ? 2 : 1.5, 'stroke-dasharray': dash };
}

/** The curve of a flow with its head: dashed and in the colour of its worst gap when it has gaps; a marked one as its mark. */
export function drawFlow(drawing: Drawing, { flow, path, end, to }: PlacedFlow): string {
  const mark = markOf(drawing, flow.id);
  const line = mark ? markLine(drawing, mark) : flowLine(drawing, flow.id);
  return tag(
    'g',
    { id: anchorOf(flow.id), class: 'flow' },
    tag('path', { d: path, ...line }),
    tag('path', { d: HEADS[to], transform: `translate(${end.x} ${end.y})`, fill: line.stroke }),
  );
}
