import type { Catalog } from '../catalog/catalog.ts';
import { kindName } from '../catalog/words.ts';
import { addBoundary, addFlow } from '../diagram/edit/add.ts';
import { setAnswer } from '../diagram/edit/answer.ts';
import { growAround } from '../diagram/edit/grow.ts';
import { placeInside } from '../diagram/edit/placeInside.ts';
import { freePlace, freePlaceInside, placeBelow } from '../diagram/freePlace.ts';
import {
  BOUNDARY_HEADER,
  BOUNDARY_MIN,
  BOUNDARY_PADDING,
  RESOURCE_SIZE,
  rectAt,
  snapPosition,
  snapUp,
} from '../diagram/geometry.ts';
import { boundariesById, flowsById, resourceRect, resourcesById } from '../diagram/graph.ts';
import type { Diagram, Position, Resource, Size } from '../diagram/schema.ts';
import { uniqueName } from '../diagram/uniqueName.ts';
import { drawNear } from './draw.ts';
import { holderOf } from './holder.ts';
import { routeThrough } from './route.ts';
import type { Step } from './step.ts';

/** What steps need besides the diagram; `newId` gives another id at each call. */
interface Means {
  readonly catalog: Catalog;
  readonly newId: () => string;
  /** Resources that steps before this one have drawn, by service: further steps use the same. */
  readonly drawn: Map<string, string>;
}

/** Draws a resource beside another one, and remembers it. */
function draw(diagram: Diagram, beside: Resource, service: string, { catalog, newId, drawn }: Means): Diagram {
  if (drawn.has(service)) return diagram;
  const id = newId();
  drawn.set(service, id);
  return drawNear(diagram, catalog, [beside], service, id);
}

/** Leads a flow through a resource. A new one is drawn for each flow: what one carries does not get to where others go. */
function route(diagram: Diagram, step: Step & { kind: 'route' }, { catalog, newId }: Means): Diagram {
  const { element, other } = step;
  if (other.id !== undefined) return routeThrough(diagram, catalog, element, other.id, newId());
  const flow = flowsById(diagram.flows).get(element);
  const resources = resourcesById(diagram.resources);
  const [from, to] = [resources.get(flow?.from ?? ''), resources.get(flow?.to ?? '')];
  if (!from || !to) return diagram;
  const id = newId();
  return routeThrough(drawNear(diagram, catalog, [from, to], other.service, id), catalog, element, id, newId());
}

/** Room for one resource and the name of what is drawn around it. */
const AROUND_ONE: Size = {
  width: snapUp(Math.max(BOUNDARY_MIN.width, RESOURCE_SIZE.width + 2 * BOUNDARY_PADDING)),
  height: snapUp(Math.max(BOUNDARY_MIN.height, RESOURCE_SIZE.height + BOUNDARY_HEADER + 2 * BOUNDARY_PADDING)),
};

/** Where a boundary around a resource stands: around it as it is, or at a free place of what is further out. */
function placeFor(diagram: Diagram, resource: Resource, container: string | null): Position {
  if (container === resource.inside) {
    return { x: resource.position.x - BOUNDARY_PADDING, y: resource.position.y - BOUNDARY_HEADER - BOUNDARY_PADDING };
  }
  const outer = container === null ? undefined : boundariesById(diagram.boundaries).get(container);
  if (!outer) return snapPosition(freePlace(diagram, AROUND_ONE, resourceRect(diagram, resource)));
  return freePlaceInside(diagram, outer, AROUND_ONE) ?? placeBelow(diagram, outer);
}

/** Draws a boundary around one resource: where it stands, or in the nearest place further out that may hold such a one. */
function enclose(diagram: Diagram, resource: Resource, kind: string, { catalog, newId }: Means): Diagram {
  const container = holderOf(diagram, catalog, resource.inside, kind);
  if (container === undefined) return diagram;
  const id = newId();
  const position = placeFor(diagram, resource, container);
  const taken = diagram.boundaries.map((each) => each.name);
  const name = uniqueName(kindName(catalog, kind), taken, ' ');
  const added = addBoundary(diagram, { id, kind, name, inside: container, position, size: AROUND_ONE });
  return placeInside(growAround(added, container, rectAt(position, AROUND_ONE)), resource.id, id);
}

function connect(diagram: Diagram, step: Step & { kind: 'connect' }, resource: Resource, means: Means): Diagram {
  const { other, direction } = step;
  const drawn = other.id !== undefined ? diagram : draw(diagram, resource, other.service, means);
  const end = other.id ?? means.drawn.get(other.service) ?? '';
  const [from, to] = direction === 'to' ? [resource.id, end] : [end, resource.id];
  const isThere = drawn.flows.some((flow) => flow.from === from && flow.to === to);
  return isThere ? drawn : addFlow(drawn, means.newId(), from, to);
}

function applyStep(diagram: Diagram, step: Step, means: Means): Diagram {
  if (step.kind === 'answer') return setAnswer(diagram, step.element, step.property, step.value);
  if (step.kind === 'route') return route(diagram, step, means);
  const resource = resourcesById(diagram.resources).get(step.element);
  if (!resource) return diagram;
  switch (step.kind) {
    case 'place':
      return placeInside(diagram, resource.id, step.into);
    case 'enclose':
      return enclose(diagram, resource, step.boundary, means);
    case 'connect':
      return connect(diagram, step, resource, means);
    case 'add':
      return draw(diagram, resource, step.service, means);
  }
}

/**
 * The diagram after these steps. A step that names what is not there changes nothing; a new resource of a service is
 * drawn once, however many steps ask for one.
 */
export function applySteps(diagram: Diagram, catalog: Catalog, steps: readonly Step[], newId: () => string): Diagram {
  const means: Means = { catalog, newId, drawn: new Map() };
  return steps.reduce((result, step) => applyStep(result, step, means), diagram);
}
