import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addBoundary, addResource } from '../../../shared/diagram/edit/add.ts';
import { FOR_FLOWS_INSIDE, freePlaceInside } from '../../../shared/diagram/freePlace.ts';
import { BOUNDARY_HEADER, BOUNDARY_PADDING, overlaps, RESOURCE_SIZE } from '../../../shared/diagram/geometry.ts';
import { itemsIn } from '../../../shared/diagram/itemsIn.ts';
import {
  type Boundary,
  type Diagram,
  emptyDiagram,
  LIMITS,
  type Position,
  type Size,
} from '../../../shared/diagram/schema.ts';

function boundaryWith(size: Size, resources: readonly Position[], inner: readonly (Position & Size)[] = []): Diagram {
  const position = { x: 0, y: 0 };
  let diagram = addBoundary(emptyDiagram(''), {
    id: 'outer',
    kind: 'vpc',
    name: 'outer',
    inside: null,
    position,
    size,
  });
  for (const [index, { x, y, width, height }] of inner.entries()) {
    const id = `inner-${index}`;
    diagram = addBoundary(diagram, {
      id,
      kind: 'vpc',
      name: id,
      inside: 'outer',
      position: { x, y },
      size: { width, height },
    });
  }
  for (const [index, at] of resources.entries()) {
    const id = `resource-${index}`;
    diagram = addResource(diagram, { id, service: 's3', name: id, inside: 'outer', position: at });
  }
  return diagram;
}
const outer = (diagram: Diagram): Boundary => diagram.boundaries[0] as Boundary;

/** The same, place by place. */
function scanned(diagram: Diagram, { x: besides, y: above }: Position): Position | null {
  const taken = itemsIn(diagram, 'outer');
  const { width, height } = outer(diagram).size;
  for (let y = BOUNDARY_HEADER + BOUNDARY_PADDING / 2; y <= height - BOUNDARY_PADDING - RESOURCE_SIZE.height; y += 16) {
    for (let x = BOUNDARY_PADDING; x <= width - BOUNDARY_PADDING - RESOURCE_SIZE.width; x += 16) {
      const room = {
        x: x - besides,
        y: y - above,
        width: RESOURCE_SIZE.width + 2 * besides,
        height: RESOURCE_SIZE.height + 2 * above,
      };
      if (!taken.some((rect) => overlaps(rect, room))) return { x, y };
    }
  }
  return null;
}

it('the first free place in a boundary is the one that is found place by place', () => {
  const at = fc.record({ x: fc.integer({ min: -200, max: 1400 }), y: fc.integer({ min: -100, max: 900 }) });
  const rect = fc.record({
    x: fc.double({ min: 0, max: 1200, noNaN: true }),
    y: fc.double({ min: 0, max: 700, noNaN: true }),
    width: fc.double({ min: 1, max: 900, noNaN: true }),
    height: fc.double({ min: 1, max: 500, noNaN: true }),
  });
  const size = fc.record({ width: fc.integer({ min: 40, max: 1400 }), height: fc.integer({ min: 40, max: 900 }) });
  const clearance = fc.constantFrom({ x: 16, y: 16 }, FOR_FLOWS_INSIDE);
  fc.assert(
    fc.property(size, fc.array(at, { maxLength: 12 }), fc.array(rect, { maxLength: 4 }), clearance, (...drawn) => {
      const [space, resources, inner, room] = drawn;
      const diagram = boundaryWith(space, resources, inner);
      expect(freePlaceInside(diagram, outer(diagram), RESOURCE_SIZE, room)).toEqual(scanned(diagram, room));
    }),
    { numRuns: 500 },
  );
});

it('a boundary as large as a file may have it, and full, is looked through as soon as a small one', () => {
  const size = { width: LIMITS.coordinate, height: LIMITS.coordinate };
  const full = boundaryWith(size, [], [{ x: 0, y: 0, ...size }]);
  expect(freePlaceInside(full, outer(full), RESOURCE_SIZE)).toBeNull();
});
