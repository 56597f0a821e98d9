import type { Catalog } from '../catalog/catalog.ts';
import type { DataGoes } from '../catalog/schema.ts';
import { ALL_CLASSES, type ClassSet, setOf } from '../dataClasses.ts';
import { flowsAt, resourcesById } from '../diagram/graph.ts';
import type { Diagram, Flow, Resource } from '../diagram/schema.ts';

/** A diagram, and the catalog that says which way its data goes. */
export interface Drawn {
  readonly diagram: Diagram;
  readonly catalog: Catalog;
}

/** One way that data goes: along a flow, or back. */
export interface Link {
  readonly flow: Flow;
  readonly from: Resource;
  readonly to: Resource;
}

/** Which way data goes on a flow between two resources: nowhere if one holds no data, else as the rule of the pair says. */
export function dataGoes(catalog: Catalog, source: Resource, target: Resource): DataGoes {
  const holdsNone = ({ service }: Resource) => catalog.services.get(service)?.service.holdsNoData !== undefined;
  if (holdsNone(source) || holdsNone(target)) return 'nowhere';
  return catalog.flow(source.service, target.service).rule.dataGoes ?? 'along';
}

/** The ways that data goes on a flow. */
export function linksOf({ diagram, catalog }: Drawn, flow: Flow): readonly Link[] {
  const resources = resourcesById(diagram.resources);
  const [source, target] = [resources.get(flow.from), resources.get(flow.to)];
  if (!source || !target) return [];
  const goes = dataGoes(catalog, source, target);
  return [
    ...(goes === 'along' || goes === 'both' ? [{ flow, from: source, to: target }] : []),
    ...(goes === 'back' || goes === 'both' ? [{ flow, from: target, to: source }] : []),
  ];
}

/** The ways on which data leaves a resource. */
export const leaving = (drawn: Drawn, id: string): readonly Link[] =>
  flowsAt(drawn.diagram, id).flatMap((flow) => linksOf(drawn, flow).filter(({ from }) => from.id === id));

/** The ways on which data enters a resource. */
export const entering = (drawn: Drawn, id: string): readonly Link[] =>
  flowsAt(drawn.diagram, id).flatMap((flow) => linksOf(drawn, flow).filter(({ to }) => to.id === id));

/** The resources that a resource has flows with. */
export const neighbours = (diagram: Diagram, id: string): readonly string[] =>
  flowsAt(diagram, id).map(({ from, to }) => (from === id ? to : from));

/** What of the data of a resource leaves it, once it did to them what it declares. */
function afterwards({ data }: Resource, held: ClassSet): ClassSet {
  if (!data?.transforms) return held;
  const takes = setOf(data.transforms.takes);
  return (held & ~takes) | ((held & takes) === 0 ? 0 : setOf(data.transforms.leaves));
}

/** What arrives over a link when `held` is at its beginning. Grows with `held`: more there is never less here. */
export const carried = ({ flow, from }: Link, held: ClassSet): ClassSet =>
  afterwards(from, held) & (flow.carries ? setOf(flow.carries) : ALL_CLASSES);
