import { expect, it } from 'vitest';
import { commonPlacements } from '../../../renderer/inspector/header/placements.ts';
import { addBoundary, addResource } from '../../../shared/diagram/edit/add.ts';
import { placeAllInside } from '../../../shared/diagram/edit/placeInside.ts';
import { addText } from '../../../shared/diagram/edit/text.ts';
import { overlaps } from '../../../shared/diagram/geometry.ts';
import { itemsIn } from '../../../shared/diagram/itemsIn.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';

const boundary = { kind: 'vpc', inside: null, size: { width: 300, height: 160 } };
const size = { width: 200, height: 80 };

const DIAGRAM = (() => {
  let diagram = addBoundary(emptyDiagram(''), { ...boundary, id: 'vpc', name: 'net', position: { x: 0, y: 0 } });
  diagram = addBoundary(diagram, { ...boundary, id: 'beside', name: 'next', position: { x: 0, y: 200 } });
  diagram = addResource(diagram, { id: 'r', service: 's3', name: 'r', inside: null, position: { x: 600, y: 0 } });
  return addText(diagram, { id: 't', text: 'why', style: 'note', inside: null, position: { x: 600, y: 200 }, size });
})();

it('texts move into a boundary with resources, each to a place of its own, and the boundary next to it makes way', () => {
  expect(commonPlacements(DIAGRAM, ['r', 't']).map(({ value }) => value)).toEqual(['vpc', 'beside']);
  const moved = placeAllInside(DIAGRAM, ['r', 't'], 'vpc');
  const [one, other] = itemsIn(moved, 'vpc');
  expect([one?.id, other?.id]).toEqual(['r', 't']);
  expect(one && other && overlaps(one, other)).toBe(false);
  const [vpc, beside] = itemsIn(moved, null);
  expect(vpc && other && other.y + other.height <= vpc.height).toBe(true);
  expect(vpc && beside && overlaps(vpc, beside)).toBe(false);
});
