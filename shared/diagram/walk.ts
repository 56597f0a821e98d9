import { RESOURCE_SIZE } from './geometry.ts';
import { boundariesById, flowsById, resourceRect, resourcesById, textsById } from './graph.ts';
import { contentsOf, flowsFrom, flowsTo, readingOrder } from './reading.ts';
import type { Boundary, Diagram, Flow, Resource } from './schema.ts';

/** Where a step leads: along the flows, among what stands beside, or through everything in the order of reading. */
export type Direction = 'forward' | 'back' | 'up' | 'down' | 'next' | 'previous';

const STEP = { up: -1, down: 1, next: 1, previous: -1 } as const;

/** The neighbour of an id in a list, or null at its end and where the list does not have it. */
function neighbour(ids: readonly string[], id: string, step: number): string | null {
  const at = ids.indexOf(id);
  return at < 0 ? null : (ids[at + step] ?? null);
}

/** Resources that share a source or a target with one, itself among them, but not what it is connected to. */
function siblingsOf(diagram: Diagram, id: string): ReadonlySet<string> {
  const sources = flowsTo(diagram, id).map(({ from }) => from);
  const targets = flowsFrom(diagram, id).map(({ to }) => to);
  const beside = [
    ...sources.flatMap((source) => flowsFrom(diagram, source).map(({ to }) => to)),
    ...targets.flatMap((target) => flowsTo(diagram, target).map(({ from }) => from)),
  ];
  const connected = new Set([...sources, ...targets]);
  return new Set([id, ...beside.filter((each) => !connected.has(each))]);
}

function inColumn(diagram: Diagram, resource: Resource): readonly Resource[] {
  const { x } = resourceRect(diagram, resource);
  return diagram.resources.filter((each) => Math.abs(resourceRect(diagram, each).x - x) < RESOURCE_SIZE.width);
}

/** From a resource up or down: among those with the same source or target, else through its column. */
function besideResource(diagram: Diagram, resource: Resource, step: number): string | null {
  const siblings = siblingsOf(diagram, resource.id);
  const list = siblings.size > 1 ? diagram.resources.filter(({ id }) => siblings.has(id)) : inColumn(diagram, resource);
  const placed = list.map((each) => ({ id: each.id, at: resourceRect(diagram, each) }));
  placed.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x || (a.id < b.id ? -1 : 1));
  return neighbour(
    placed.map(({ id }) => id),
    resource.id,
    step,
  );
}

function fromResource(diagram: Diagram, resource: Resource, direction: 'forward' | 'back' | 'up' | 'down') {
  if (direction === 'forward') return flowsFrom(diagram, resource.id)[0]?.to ?? null;
  if (direction === 'back') return flowsTo(diagram, resource.id)[0]?.from ?? null;
  return besideResource(diagram, resource, STEP[direction]);
}

/** From a flow: to its ends; up or down among the flows that leave the same resource, else those that enter the same. */
function fromFlow(diagram: Diagram, flow: Flow, direction: 'forward' | 'back' | 'up' | 'down'): string | null {
  if (direction === 'forward') return flow.to;
  if (direction === 'back') return flow.from;
  const out = flowsFrom(diagram, flow.from);
  const list = out.length > 1 ? out : flowsTo(diagram, flow.to);
  return neighbour(
    list.map(({ id }) => id),
    flow.id,
    STEP[direction],
  );
}

/** From a boundary: into it, out to the one around it, or among what stands beside it. */
function fromBoundary(diagram: Diagram, boundary: Boundary, direction: 'forward' | 'back' | 'up' | 'down') {
  if (direction === 'forward') return contentsOf(diagram, boundary.id)[0]?.item.id ?? null;
  if (direction === 'back') return boundary.inside;
  const beside = contentsOf(diagram, boundary.inside).map(({ item }) => item.id);
  return neighbour(beside, boundary.id, STEP[direction]);
}

/** Where a step of the keyboard leads from an element (null: from nowhere, to the first); null when it leads nowhere. */
export function walk(diagram: Diagram, from: string | null, direction: Direction): string | null {
  const resource = resourcesById(diagram.resources).get(from ?? '');
  const flow = flowsById(diagram.flows).get(from ?? '');
  const boundary = boundariesById(diagram.boundaries).get(from ?? '');
  const text = textsById(diagram.texts).get(from ?? '');
  if (!resource && !flow && !boundary && !text) return readingOrder(diagram)[0] ?? null;
  if (direction === 'next' || direction === 'previous')
    return neighbour(readingOrder(diagram), from ?? '', STEP[direction]);
  if (resource) return fromResource(diagram, resource, direction);
  if (flow) return fromFlow(diagram, flow, direction);
  if (boundary) return fromBoundary(diagram, boundary, direction);
  if (direction === 'forward' || direction === 'back') return null;
  const beside = contentsOf(diagram, text?.inside ?? null).map(({ item }) => item.id);
  return neighbour(beside, from ?? '', STEP[direction]);
}
