import { RESOURCE_SIZE, type Rect, rectAt } from './geometry.ts';
import type { Boundary, Diagram, Flow, Position, Resource, TextBox } from './schema.ts';

/** What has a place on the canvas: an element, or a text, which nothing is asked of. */
export type Element =
  | { readonly kind: 'resource'; readonly resource: Resource }
  | { readonly kind: 'flow'; readonly flow: Flow }
  | { readonly kind: 'boundary'; readonly boundary: Boundary }
  | { readonly kind: 'text'; readonly text: TextBox };

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Remembers a result for as long as the array it came from lives: unchanged lists of a diagram keep their index. */
function indexed<T extends object, R>(compute: (items: readonly T[]) => R): (items: readonly T[]) => R {
  const cache = new WeakMap<readonly T[], R>();
  return (items) => {
    const known = cache.get(items);
    if (known !== undefined) return known;
    const fresh = compute(items);
    cache.set(items, fresh);
    return fresh;
  };
}

/** Resources by id. */
export const resourcesById = indexed<Resource, ReadonlyMap<string, Resource>>(byId);
/** Boundaries by id. */
export const boundariesById = indexed<Boundary, ReadonlyMap<string, Boundary>>(byId);
/** Texts by id. */
export const textsById = indexed<TextBox, ReadonlyMap<string, TextBox>>(byId);
/** Flows by id. */
export const flowsById = indexed<Flow, ReadonlyMap<string, Flow>>(byId);

export interface FlowEnds {
  readonly out: ReadonlyMap<string, readonly Flow[]>;
  readonly in: ReadonlyMap<string, readonly Flow[]>;
}

/** Flows by the resource they leave and by the one they enter. */
export const flowEnds = indexed<Flow, FlowEnds>((flows) => {
  const ends = { out: new Map<string, Flow[]>(), in: new Map<string, Flow[]>() };
  const add = (map: Map<string, Flow[]>, id: string, flow: Flow) => {
    const list = map.get(id);
    if (list) list.push(flow);
    else map.set(id, [flow]);
  };
  for (const flow of flows) {
    add(ends.out, flow.from, flow);
    add(ends.in, flow.to, flow);
  }
  return ends;
});

/** The flows that leave or enter a resource. */
export function flowsAt({ flows }: Diagram, id: string): readonly Flow[] {
  const ends = flowEnds(flows);
  return [...(ends.out.get(id) ?? []), ...(ends.in.get(id) ?? [])];
}

/** The element or text with this id, or undefined. */
export function elementOf(diagram: Diagram, id: string): Element | undefined {
  const resource = resourcesById(diagram.resources).get(id);
  if (resource) return { kind: 'resource', resource };
  const flow = flowsById(diagram.flows).get(id);
  if (flow) return { kind: 'flow', flow };
  const boundary = boundariesById(diagram.boundaries).get(id);
  if (boundary) return { kind: 'boundary', boundary };
  const text = textsById(diagram.texts).get(id);
  return text && { kind: 'text', text };
}

/** The boundaries around something, innermost first. Ends even if a hand-made diagram runs in a circle. */
export function boundariesAround(diagram: Diagram, inside: string | null): readonly Boundary[] {
  const known = boundariesById(diagram.boundaries);
  const chain: Boundary[] = [];
  for (
    let at = inside === null ? undefined : known.get(inside);
    at;
    at = at.inside ? known.get(at.inside) : undefined
  ) {
    if (chain.includes(at)) break;
    chain.push(at);
  }
  return chain;
}

/**
 * The boundaries that an element counts in, innermost first: those around it; of a boundary also itself; of a flow those
 * around both its ends.
 */
export function boundariesOf(diagram: Diagram, id: string): readonly Boundary[] {
  const flow = flowsById(diagram.flows).get(id);
  if (!flow) {
    const resource = resourcesById(diagram.resources).get(id);
    return boundariesAround(diagram, resource ? resource.inside : id);
  }
  const around = (end: string) => boundariesAround(diagram, resourcesById(diagram.resources).get(end)?.inside ?? null);
  const target = new Set(around(flow.to));
  return around(flow.from).filter((boundary) => target.has(boundary));
}

/** Where a position inside a boundary lies on the canvas. */
export function toCanvas(diagram: Diagram, inside: string | null, position: Readonly<Position>): Position {
  return boundariesAround(diagram, inside).reduce(
    (sum, boundary) => ({ x: sum.x + boundary.position.x, y: sum.y + boundary.position.y }),
    { x: position.x, y: position.y },
  );
}

/** The rectangle of a resource on the canvas. */
export const resourceRect = (diagram: Diagram, resource: Resource): Rect =>
  rectAt(toCanvas(diagram, resource.inside, resource.position), RESOURCE_SIZE);

/** The rectangle of a boundary on the canvas. */
export const boundaryRect = (diagram: Diagram, boundary: Boundary): Rect =>
  rectAt(toCanvas(diagram, boundary.inside, boundary.position), boundary.size);

/** The rectangle of a text on the canvas. */
export const textRect = (diagram: Diagram, text: TextBox): Rect =>
  rectAt(toCanvas(diagram, text.inside, text.position), text.size);

function byContainer<T extends Resource | Boundary | TextBox>(
  items: readonly T[],
): ReadonlyMap<string | null, readonly T[]> {
  const contents = new Map<string | null, T[]>();
  for (const item of items) {
    const list = contents.get(item.inside);
    if (list) list.push(item);
    else contents.set(item.inside, [item]);
  }
  return contents;
}

/** Resources by the boundary that they stand in directly; null is the bare canvas. */
export const resourcesIn = indexed<Resource, ReadonlyMap<string | null, readonly Resource[]>>(byContainer);
/** Texts by the boundary that they stand in directly. */
export const textsIn = indexed<TextBox, ReadonlyMap<string | null, readonly TextBox[]>>(byContainer);
/** Boundaries by the one that they stand in directly. */
export const boundariesIn = indexed<Boundary, ReadonlyMap<string | null, readonly Boundary[]>>(byContainer);

/** Services that resources have, sorted, each once. */
export const servicesOf = indexed<Resource, readonly string[]>((resources) =>
  [...new Set(resources.map((resource) => resource.service))].sort(),
);

/** Where elements stand on the canvas; a flow where its ends do. */
export function rectsOf(diagram: Diagram, ids: readonly string[]): readonly Rect[] {
  return ids.flatMap((id): readonly Rect[] => {
    const found = elementOf(diagram, id);
    switch (found?.kind) {
      case 'resource':
        return [resourceRect(diagram, found.resource)];
      case 'boundary':
        return [boundaryRect(diagram, found.boundary)];
      case 'text':
        return [textRect(diagram, found.text)];
      case 'flow':
        return rectsOf(diagram, [found.flow.from, found.flow.to]);
      default:
        return [];
    }
  });
}

/** The rectangles of all that has a place on the canvas: boundaries, resources and texts. */
export const allRects = (diagram: Diagram): readonly Rect[] => [
  ...diagram.boundaries.map((boundary) => boundaryRect(diagram, boundary)),
  ...diagram.resources.map((resource) => resourceRect(diagram, resource)),
  ...diagram.texts.map((text) => textRect(diagram, text)),
];

/** Ids of the boundaries, resources and texts inside the given boundaries, at any depth, those boundaries excluded. */
export function idsWithin(diagram: Diagram, boundaryIds: Iterable<string>): ReadonlySet<string> {
  const given = new Set(boundaryIds);
  const within = new Set<string>();
  const open = [...given];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const resource of resourcesIn(diagram.resources).get(id) ?? []) within.add(resource.id);
    for (const text of textsIn(diagram.texts).get(id) ?? []) within.add(text.id);
    for (const boundary of boundariesIn(diagram.boundaries).get(id) ?? []) {
      if (given.has(boundary.id) || within.has(boundary.id)) continue;
      within.add(boundary.id);
      open.push(boundary.id);
    }
  }
  return within;
}

/** Boundaries with parents before children, as drawing needs them; otherwise in the diagram's order. */
export const outermostFirst = indexed<Boundary, readonly Boundary[]>((boundaries) => {
  const known = byId(boundaries);
  const done = new Set<string>();
  const ordered: Boundary[] = [];
  const visit = (boundary: Boundary): void => {
    if (done.has(boundary.id)) return;
    done.add(boundary.id);
    const parent = boundary.inside === null ? undefined : known.get(boundary.inside);
    if (parent) visit(parent);
    ordered.push(boundary);
  };
  for (const boundary of boundaries) visit(boundary);
  return ordered;
});

/** What an element is called where a name is needed: its name, else what it is. */
export function flowName(diagram: Diagram, flow: Flow): string {
  const names = resourcesById(diagram.resources);
  const name = (id: string) => names.get(id)?.name || names.get(id)?.service || id;
  return `${name(flow.from)} → ${name(flow.to)}`;
}
