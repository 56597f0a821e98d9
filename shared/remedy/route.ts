import type { Catalog, CompiledControl } from '../catalog/catalog.ts';
import { flowEnds, flowsById, resourcesById } from '../diagram/graph.ts';
import type { Diagram, Flow } from '../diagram/schema.ts';
import { type Around, isKindOf } from '../validate/facts.ts';
import { reconnected } from './reconnected.ts';
import type { Step } from './step.ts';

/** Resources that are there and offered, of each service: those on the way already, then others. */
const MOST_THERE = 3;

const hasFlow = ({ flows }: Diagram, from: string, to: string): boolean =>
  flows.some((flow) => flow.from === from && flow.to === to);

/** Whether the catalog knows a way between two services: a rule of its own that does not ask for the same control. */
function isKnownWay(catalog: Catalog, control: string, from: string, to: string): boolean {
  const { specific, controls } = catalog.flow(from, to);
  return specific && !controls.some((each) => each.control.id === control);
}

/** The ways to lead a flow through a service that its control names: through what is there, or through a new resource. */
export function routeSteps(
  { diagram, catalog }: Around,
  flow: Flow,
  { control, through }: CompiledControl,
): readonly Step[] {
  const resources = resourcesById(diagram.resources);
  const [from, to] = [resources.get(flow.from), resources.get(flow.to)];
  if (!from || !to) return [];
  const ends = flowEnds(diagram.flows);
  const [after, before] = [
    new Set((ends.out.get(from.id) ?? []).map((each) => each.to)),
    new Set((ends.in.get(to.id) ?? []).map((each) => each.from)),
  ];
  const halves = (id: string) => Number(after.has(id)) + Number(before.has(id));
  const fits = (service: string) =>
    isKnownWay(catalog, control.id, from.service, service) && isKnownWay(catalog, control.id, service, to.service);
  return through.flatMap((service) => {
    const there = diagram.resources
      .filter((each) => each !== from && each !== to && isKindOf(catalog, each, service) && fits(each.service))
      .sort((a, b) => halves(b.id) - halves(a.id))
      .slice(0, MOST_THERE);
    const others = [
      ...there.map(({ id, service: own }) => ({ id, service: own })),
      ...(fits(service) ? [{ service }] : []),
    ];
    return others.map((other) => ({ kind: 'route', element: flow.id, other }) as const);
  });
}

/**
 * Leads a flow through a resource: it goes to there, and another one goes on to where it led. It keeps its id, note and
 * decisions; both have its label and the data that it carries. A half that is there already is not drawn again.
 */
export function routeThrough(diagram: Diagram, catalog: Catalog, id: string, through: string, newId: string): Diagram {
  const flow = flowsById(diagram.flows).get(id);
  if (!flow || through === flow.from || through === flow.to) return diagram;
  const goesOn = hasFlow(diagram, through, flow.to);
  if (!goesOn && hasFlow(diagram, flow.from, through)) return reconnected(diagram, catalog, id, 'from', through);
  const led = reconnected(diagram, catalog, id, 'to', through);
  if (goesOn) return led;
  const { to, label, carries } = flow;
  const onward: Flow = { id: newId, from: through, to, label, answers: {}, note: '', ...(carries && { carries }) };
  return { ...led, flows: [...led.flows, onward] };
}
