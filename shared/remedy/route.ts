import type { Catalog } from '../catalog/catalog.ts';
import { flowsById, resourcesById } from '../diagram/graph.ts';
import type { Diagram, Flow } from '../diagram/schema.ts';
import { type Around, isKindOf } from '../validate/facts.ts';
import { reconnected } from './reconnected.ts';
import type { Step } from './step.ts';

/** Resources that are there and offered, of each service: those on the way already, then others. */
const MOST_THERE = 3;

const hasFlow = ({ flows }: Diagram, from: string, to: string): boolean =>
  flows.some((flow) => flow.from === from && flow.to === to);

/** Whether the catalog has a rule of its own for either half; a variant of a service may have another one than that. */
const isKnownWay = (catalog: Catalog, services: readonly [string, string, string]): boolean =>
  catalog.flow(services[0], services[1]).specific && catalog.flow(services[1], services[2]).specific;

/** The ways to lead a flow through one of these services: through what is there, or through a new resource. */
export function routeSteps({ diagram, catalog }: Around, flow: Flow, services: readonly string[]): readonly Step[] {
  const resources = resourcesById(diagram.resources);
  const [from, to] = [resources.get(flow.from), resources.get(flow.to)];
  if (!from || !to) return [];
  const halves = (id: string) => Number(hasFlow(diagram, from.id, id)) + Number(hasFlow(diagram, id, to.id));
  const fits = (service: string) => isKnownWay(catalog, [from.service, service, to.service]);
  return services.flatMap((service) => {
    const there = diagram.resources
      .filter((each) => each !== from && each !== to && isKindOf(catalog, each, service) && fits(each.service))
      .sort((a, b) => halves(b.id) - halves(a.id))
      .slice(0, MOST_THERE);
    const others = [...there.map(({ id }) => ({ id })), ...(fits(service) ? [{ service }] : [])];
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
