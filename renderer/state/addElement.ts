import type { BoundaryKind, Service } from '../../shared/catalog/schema.ts';
import { boundaryAt } from '../../shared/diagram/container.ts';
import { addBoundary, addFlow, addResource } from '../../shared/diagram/edit/add.ts';
import { growAround } from '../../shared/diagram/edit/grow.ts';
import {
  FOR_FLOWS,
  FOR_FLOWS_INSIDE,
  fitInside,
  freePlace,
  freePlaceInside,
  placeAfter,
  placeBelow,
} from '../../shared/diagram/freePlace.ts';
import { BOUNDARY_SIZE, overlaps, RESOURCE_SIZE, type Rect, snapPosition } from '../../shared/diagram/geometry.ts';
import { boundariesById, resourceRect, resourcesById, toCanvas } from '../../shared/diagram/graph.ts';
import type { Boundary, Position } from '../../shared/diagram/schema.ts';
import { kebab, uniqueName } from '../../shared/diagram/uniqueName.ts';
import { refuseBoundary, takeIn } from './containment.ts';
import { followTo } from './goTo.ts';
import { nameOf } from './names.ts';
import { announce, commit, flyTo, present, select, setSession, useStore } from './store.ts';
import { tell } from './tell.ts';
import { visibleRect } from './viewport.ts';

/** Where something new stands, and in what. */
interface Place {
  readonly inside: Boundary | null;
  /** Relative to what it is inside. */
  readonly position: Position;
}

/** The boundary that is selected by itself, if that is what is selected. */
function selectedBoundary(): Boundary | null {
  const [only, ...others] = useStore.getState().selection;
  if (only === undefined || others.length > 0) return null;
  return boundariesById(present().boundaries).get(only) ?? null;
}

/** Selects what was added, says so, brings it into view when it stands outside of it, and lets the keyboard go on there. */
function show(id: string, what: string, rect: Rect): void {
  setSession({ view: 'editor' });
  select([id]);
  if (!overlaps(rect, visibleRect())) flyTo([id]);
  followTo(id);
  announce(`Added ${nameOf(present(), id)}, ${what}`);
}

/** Adds a resource, and with `after` a flow to it from that resource, as one step. */
function putResource(service: Service, { inside, position: wanted }: Place, after: string | null = null): void {
  const position = snapPosition(wanted);
  const [id, flow] = [crypto.randomUUID(), crypto.randomUUID()];
  const taken = present().resources.map((each) => each.name);
  const name = uniqueName(kebab(service.shortName), taken, '-');
  const label = `Add ${service.shortName}${after === null ? '' : ` after ${nameOf(present(), after)}`}`;
  commit(label, (diagram) => {
    const roomy = growAround(diagram, inside?.id ?? null, { ...position, ...RESOURCE_SIZE });
    const added = addResource(roomy, { id, service: service.id, name, inside: inside?.id ?? null, position });
    return after === null ? added : addFlow(added, flow, after, id);
  });
  const diagram = present();
  show(id, service.name, { ...toCanvas(diagram, inside?.id ?? null, position), ...RESOURCE_SIZE });
}

/** Adds a resource: inside the selected boundary, else at a free place near the middle of what is visible. */
export function addService(service: Service): void {
  const inside = selectedBoundary();
  const diagram = present();
  const position =
    inside === null
      ? freePlace(diagram, RESOURCE_SIZE, visibleRect(), FOR_FLOWS)
      : (freePlaceInside(diagram, inside, RESOURCE_SIZE, FOR_FLOWS_INSIDE) ??
        placeBelow(diagram, inside, FOR_FLOWS_INSIDE));
  putResource(service, { inside, position });
}

/** A rectangle of this size around a point of the canvas, in the coordinates of what it is inside. */
function around(point: Position, size: { readonly width: number; readonly height: number }, inside: Boundary | null) {
  const origin = toCanvas(present(), inside?.id ?? null, { x: 0, y: 0 });
  const rect = { x: point.x - size.width / 2 - origin.x, y: point.y - size.height / 2 - origin.y, ...size };
  return inside === null ? rect : fitInside(inside.size, rect, size === RESOURCE_SIZE ? RESOURCE_SIZE : undefined);
}

/** Adds a resource where it was dropped, inside the innermost boundary there. */
export function addServiceAt(service: Service, point: Position, after: string | null = null): void {
  const inside = boundaryAt(present(), point);
  const { x, y } = around(point, RESOURCE_SIZE, inside);
  putResource(service, { inside, position: { x, y } }, after);
}

/** Adds a resource with a flow from another one: at a point of the canvas, else at a free place beside that one. */
export function addServiceAfter(service: Service, after: string, point: Position | null): void {
  const diagram = present();
  const source = resourcesById(diagram.resources).get(after);
  if (source) addServiceAt(service, point ?? placeAfter(diagram, resourceRect(diagram, source)), after);
}

function putBoundary(kind: BoundaryKind, inside: Boundary | null, rect: Rect): void {
  const id = crypto.randomUUID();
  const taken = present().boundaries.map((each) => each.name);
  const { width, height } = rect;
  const { x, y } = snapPosition(rect);
  const added = {
    id,
    kind: kind.id,
    name: uniqueName(kind.name, taken, ' '),
    inside: inside?.id ?? null,
    position: { x, y },
    size: { width, height },
  };
  commit(`Add ${kind.name}`, (diagram) => {
    const roomy = growAround(diagram, inside?.id ?? null, rect);
    return takeIn(addBoundary(roomy, added), id);
  });
  show(id, 'boundary', { ...toCanvas(present(), inside?.id ?? null, { x, y }), width, height });
}

/** A free rectangle for a boundary, in the coordinates of what it is inside. */
function roomFor(inside: Boundary | null): Rect {
  const diagram = present();
  if (inside === null) return { ...freePlace(diagram, BOUNDARY_SIZE, visibleRect()), ...BOUNDARY_SIZE };
  const size = fitInside(inside.size, { x: 0, y: 0, ...BOUNDARY_SIZE });
  return { ...size, ...(freePlaceInside(diagram, inside, size) ?? placeBelow(diagram, inside)) };
}

/** Adds a boundary: inside the selected one where it may stand there, else on the canvas; else says why not. */
export function addBoundaryOf(kind: BoundaryKind): void {
  const selected = selectedBoundary();
  const inside = selected !== null && refuseBoundary(kind, selected) === null ? selected : null;
  const refused = inside === null ? refuseBoundary(kind, null) : null;
  if (refused !== null) tell(refused, 'warning');
  else putBoundary(kind, inside, roomFor(inside));
}

/** Adds a boundary where it was dropped, or says why it cannot stand there. */
export function addBoundaryAt(kind: BoundaryKind, point: Position): void {
  const inside = boundaryAt(present(), point);
  const refused = refuseBoundary(kind, inside);
  if (refused !== null) tell(refused, 'warning');
  else putBoundary(kind, inside, around(point, BOUNDARY_SIZE, inside));
}
