import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addBoundary, addResource } from '../../../shared/diagram/edit/add.ts';
import { fitBoundary } from '../../../shared/diagram/edit/fitBoundary.ts';
import { growAround, reshape } from '../../../shared/diagram/edit/grow.ts';
import { overlaps, type Rect } from '../../../shared/diagram/geometry.ts';
import { boundaryRect, resourceRect } from '../../../shared/diagram/graph.ts';
import { itemsIn } from '../../../shared/diagram/itemsIn.ts';
import { type Boundary, type Diagram, emptyDiagram, type Resource } from '../../../shared/diagram/schema.ts';

const boundary = (diagram: Diagram, id: string, inside: string | null, { x, y, width, height }: Rect): Diagram =>
  addBoundary(diagram, { id, kind: 'vpc', name: id, inside, position: { x, y }, size: { width, height } });
const resource = (diagram: Diagram, id: string, inside: string | null, x: number, y: number): Diagram =>
  addResource(diagram, { id, service: 's3', name: id, inside, position: { x, y } });
const rectIn = (diagram: Diagram, container: string | null, id: string) =>
  itemsIn(diagram, container).find((item) => item.id === id);

/** A region with a subnet in its upper left, two resources to its right in line, one below; beside it an account. */
function sample(): Diagram {
  let diagram = boundary(emptyDiagram(''), 'region', null, { x: 0, y: 0, width: 760, height: 480 });
  diagram = boundary(diagram, 'account', null, { x: 800, y: 0, width: 200, height: 400 });
  diagram = boundary(diagram, 'subnet', 'region', { x: 24, y: 56, width: 240, height: 160 });
  diagram = resource(diagram, 'inner', 'subnet', 160, 56); // sticks out to the right
  diagram = resource(diagram, 'first', 'region', 288, 80);
  diagram = resource(diagram, 'second', 'region', 520, 80);
  return resource(diagram, 'below', 'region', 24, 320);
}

it('a boundary that grows to fit has its neighbours make way in line, and what is around it grow', () => {
  const fitted = fitBoundary(sample(), 'subnet');
  const at = (id: string) => rectIn(fitted, 'region', id);
  const by = (at('first')?.x ?? 0) - 288;
  expect(overlaps(at('subnet') as Rect, at('first') as Rect)).toBe(false);
  expect(by).toBeGreaterThan(0);
  expect(at('second')).toMatchObject({ x: 520 + by, y: 80 });
  expect(at('below')).toMatchObject({ x: 24, y: 320 });
  const [region, account] = [rectIn(fitted, null, 'region'), rectIn(fitted, null, 'account')];
  expect(region?.width).toBeGreaterThanOrEqual(520 + by + 176 + 24);
  expect(overlaps(region as Rect, account as Rect)).toBe(false);
});

it('a boundary that shrinks to fit moves nothing', () => {
  const roomy = boundary(emptyDiagram(''), 'b', null, { x: 0, y: 0, width: 900, height: 700 });
  const fitted = fitBoundary(resource(resource(roomy, 'r', 'b', 40, 80), 'beside', null, 920, 0), 'b');
  expect(rectIn(fitted, null, 'b')?.width).toBeLessThan(300);
  expect(rectIn(fitted, null, 'beside')).toMatchObject({ x: 920, y: 0 });
});

it('grows to where something sticks out to the left and above, with its content where it was on the canvas', () => {
  const grown = growAround(sample(), 'subnet', { x: -40, y: -8, width: 176, height: 64 });
  expect(resourceRect(grown, grown.resources[0] as Resource)).toMatchObject({ x: 184, y: 112 });
  expect(boundaryRect(grown, grown.boundaries[2] as Boundary)).toMatchObject({ x: -40, y: -8, width: 304 });
});

it('whatever a boundary grows to, it covers nothing that it did not cover, and nothing comes to lie on something else', () => {
  const cell = fc.record({ x: fc.nat(5), y: fc.nat(5) });
  const growth = fc.record({ left: fc.nat(300), top: fc.nat(300), right: fc.nat(300), bottom: fc.nat(300) });
  fc.assert(
    fc.property(
      fc.uniqueArray(cell, { selector: ({ x, y }) => `${x} ${y}`, minLength: 2, maxLength: 12 }),
      growth,
      (cells, more) => {
        const [first = { x: 0, y: 0 }, ...others] = cells;
        const rect = { x: first.x * 240, y: first.y * 140, width: 224, height: 128 };
        const diagram = others.reduce(
          (placed, { x, y }) => resource(placed, `${x} ${y}`, null, x * 240, y * 140),
          boundary(emptyDiagram(''), 'b', null, rect),
        );
        const grown = reshape(diagram, 'b', {
          x: rect.x - more.left,
          y: rect.y - more.top,
          width: rect.width + more.left + more.right,
          height: rect.height + more.top + more.bottom,
        });
        const items = itemsIn(grown, null);
        for (const [i, item] of items.entries()) {
          expect(items.slice(i + 1).filter((other) => overlaps(item, other))).toEqual([]);
        }
      },
    ),
  );
});
