import type { Catalog } from '../catalog/catalog.ts';
import { boundaryAt } from '../diagram/container.ts';
import { addBoundary, addFlow, addResource } from '../diagram/edit/add.ts';
import { setAnswer } from '../diagram/edit/answer.ts';
import { growAround } from '../diagram/edit/grow.ts';
import { placeInside } from '../diagram/edit/placeInside.ts';
import { freePlace, freePlaceInside, placeAfter, placeBelow } from '../diagram/freePlace.ts';
import {
  BOUNDARY_HEADER,
  BOUNDARY_MIN,
  BOUNDARY_PADDING,
  RESOURCE_SIZE,
  rectAt,
  snapPosition,
  snapUp,
} from '../diagram/geometry.ts';
import { boundariesById, resourceRect, resourcesById, toCanvas } from '../diagram/graph.ts';
import type { Diagram, Position, Resource, Size } from '../diagram/schema.ts';
import { kebab, uniqueName } from '../diagram/uniqueName.ts';
import { holderOf } from './holder.ts';
import type { Step } from './step.ts';

/** What steps need besides the diagram; `newId` gives another id at each call. */
interface Means {
  readonly catalog: Catalog;
  readonly newId: () => string;
  /** Resources that steps before this one have drawn, by service: further steps use the same. */
  readonly drawn: Map<string, string>;
}

/** Draws a resource to the right of another one, and remembers it. */
function draw(diagram: Diagram, beside: Resource, service: string, { catalog, newId, drawn }: Means): Diagram {
  if (drawn.has(service)) return diagram;
  const id = newId();
  drawn.set(service, id);
  const middle = placeAfter(diagram, resourceRect(diagram, beside));
  const inside = boundaryAt(diagram, middle)?.id ?? null;
  const origin = toCanvas(diagram, inside, { x: 0, y: 0 });
  const position = snapPosition({
    x: middle.x - origin.x - RESOURCE_SIZE.width / 2,
    y: middle.y - origin.y - RESOURCE_SIZE.height / 2,
  });
  const shortName = catalog.services.get(service)?.service.shortName ?? service;
  const name = uniqueName(
    kebab(shortName),
    diagram.resources.map((each) => each.name),
    '-',
  );
  const roomy = growAround(diagram, inside, rectAt(position, RESOURCE_SIZE));
  return addResource(roomy, { id, service, name, inside, position });
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
  const name = uniqueName(catalog.boundaries.get(kind)?.kind.name ?? kind, taken, ' ');
  const added = addBoundary(diagram, { id, kind, name, inside: container, position, size: AROUND_ONE });
  return placeInside(growAround(added, container, rectAt(position, AROUND_ONE)), resource.id, id);
}

function connect(diagram: Diagram, step: Step & { kind: 'connect' }, resource: Resource, means: Means): Diagram {
  const { other, direction } = step;
  const drawn = 'id' in other ? diagram : draw(diagram, resource, other.service, means);
  const end = 'id' in other ? other.id : (means.drawn.get(other.service) ?? '');
  const [from, to] = direction === 'to' ? [resource.id, end] : [end, resource.id];
  const isThere = drawn.flows.some((flow) => flow.from === from && flow.to === to);
  return isThere ? drawn : addFlow(drawn, means.newId(), from, to);
}

function applyStep(diagram: Diagram, step: Step, means: Means): Diagram {
  if (step.kind === 'answer') return setAnswer(diagram, step.element, step.property, step.value);
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
