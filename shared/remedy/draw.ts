import type { Catalog } from '../catalog/catalog.ts';
import { kindName } from '../catalog/words.ts';
import { boundaryAt } from '../diagram/container.ts';
import { addResource } from '../diagram/edit/add.ts';
import { growAround } from '../diagram/edit/grow.ts';
import { freePlace, freePlaceInside, placeBelow, placeBetween, placeNextTo } from '../diagram/freePlace.ts';
import { RESOURCE_SIZE, rectAt, snapPosition } from '../diagram/geometry.ts';
import { boundariesAround, boundariesById, resourceRect, toCanvas } from '../diagram/graph.ts';
import type { Boundary, Diagram, Position, Resource } from '../diagram/schema.ts';
import { kebab, uniqueName } from '../diagram/uniqueName.ts';

/** One resource that a new one belongs to, or two that it goes between. */
export type Near = readonly [Resource] | readonly [Resource, Resource];

/** Whether a service can stand in a boundary: none of AWS on premises, regional ones in no VPC, others in nothing else. */
function suits(diagram: Diagram, catalog: Catalog, service: string, { id }: Boundary): boolean {
  const kinds = boundariesAround(diagram, id).map(({ kind }) => kind);
  const isInVpc = kinds.some((kind) => kind === 'vpc' || catalog.boundaries.get(kind)?.kind.implies.includes('vpc'));
  switch (catalog.services.get(service)?.service.placement) {
    case 'external':
    case 'vpc-or-external':
      return true;
    case 'regional':
      return !isInVpc && !kinds.includes('on-premises');
    case 'vpc':
      return isInVpc;
    default:
      return !kinds.includes('on-premises');
  }
}

/** Where a new resource may stand, best first: in what is around both, else around either; null is the bare canvas. */
function homesOf(diagram: Diagram, catalog: Catalog, service: string, near: Near): readonly (string | null)[] {
  const around = near.map(({ inside }) => boundariesAround(diagram, inside));
  const all = [...new Set(around.flat())].filter((boundary) => suits(diagram, catalog, service, boundary));
  const shared = all.filter((boundary) => around.every((chain) => chain.includes(boundary)));
  const homes = (shared.length > 0 ? shared : all).map(({ id }) => id);
  return homes.length > 0 ? homes : [null];
}

/** Where the middle of a new resource goes, on the canvas: between the two or beside the one, else where there is room. */
function middleFor(diagram: Diagram, near: Near, homes: readonly (string | null)[]): Position {
  const isHome = (point: Position) => homes.includes(boundaryAt(diagram, point)?.id ?? null);
  const [one, other] = near.map((resource) => resourceRect(diagram, resource));
  const found =
    (one && other && placeBetween(diagram, one, other, isHome)) || (one && placeNextTo(diagram, one, isHome));
  if (found) return found;
  const home = boundariesById(diagram.boundaries).get(homes[0] ?? '');
  const corner = home
    ? (freePlaceInside(diagram, home, RESOURCE_SIZE) ?? placeBelow(diagram, home))
    : freePlace(diagram, RESOURCE_SIZE, one ?? rectAt({ x: 0, y: 0 }, RESOURCE_SIZE));
  const { x, y } = home ? toCanvas(diagram, home.id, corner) : corner;
  return { x: x + RESOURCE_SIZE.width / 2, y: y + RESOURCE_SIZE.height / 2 };
}

/** Draws a resource of a service near others, in a boundary that can hold it. */
export function drawNear(diagram: Diagram, catalog: Catalog, near: Near, service: string, id: string): Diagram {
  const homes = homesOf(diagram, catalog, service, near);
  const middle = middleFor(diagram, near, homes);
  const inside = boundaryAt(diagram, middle)?.id ?? null;
  const origin = toCanvas(diagram, inside, { x: 0, y: 0 });
  const position = snapPosition({
    x: middle.x - origin.x - RESOURCE_SIZE.width / 2,
    y: middle.y - origin.y - RESOURCE_SIZE.height / 2,
  });
  const name = uniqueName(
    kebab(kindName(catalog, service)),
    diagram.resources.map((each) => each.name),
    '-',
  );
  const roomy = growAround(diagram, inside, rectAt(position, RESOURCE_SIZE));
  return addResource(roomy, { id, service, name, inside, position });
}
