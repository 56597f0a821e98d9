import { expect, it } from 'vitest';
import { changeBrings, setBrings, setTransformation } from '../../../shared/diagram/edit/data.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';

const resource = (id: string) => ({
  ...{ id, service: 's3', name: id, inside: null, position: { x: 0, y: 0 }, answers: {}, note: '' },
});
const plain: Diagram = { ...emptyDiagram('Data'), resources: [resource('a'), resource('b'), resource('c')] };
const masked = setTransformation(plain, 'b', { how: 'masks', takes: ['health'], leaves: [], why: 'Cut.' });
const start = setBrings(masked, ['a'], ['health', 'internal']);
const brings = ({ resources }: Diagram) => resources.map(({ data }) => data?.brings ?? null);

it('classes are added to what enters at each of several resources, and taken from it, one by one', () => {
  const added = changeBrings(start, ['a', 'b'], { added: ['personal', 'public'], removed: ['health'] });
  expect(brings(added)).toEqual([['public', 'internal', 'personal'], ['public', 'personal'], null]);
  expect(added.resources[1]?.data?.transforms).toBe(start.resources[1]?.data?.transforms);
  expect(added.resources[2]).toBe(start.resources[2]);
  const again = changeBrings(added, ['a', 'b'], { added: [], removed: ['public', 'personal'] });
  expect(brings(again)).toEqual([['internal'], [], null]);
});

it('a change that says nothing new changes nothing', () => {
  expect(changeBrings(start, ['a'], { added: ['internal'], removed: ['public'] })).toBe(start);
  expect(changeBrings(start, ['gone'], { added: ['internal'], removed: [] })).toBe(start);
});
