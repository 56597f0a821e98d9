import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withConnected } from '../../../shared/diagram/connected.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';
import { anyDiagram } from '../../support/arbitraries.ts';

const position = { x: 0, y: 0 };
const resource = (id: string, inside: string | null = null) => ({
  id,
  service: 's3',
  name: id,
  inside,
  position,
  answers: {},
  note: '',
});
const flow = (from: string, to: string) => ({ id: `${from}${to}`, from, to, label: '', answers: {}, note: '' });
const chain = {
  ...emptyDiagram(''),
  boundaries: [
    {
      id: 'v',
      kind: 'vpc',
      name: '',
      inside: null,
      position,
      size: { width: 300, height: 200 },
      answers: {},
      note: '',
    },
  ],
  resources: [resource('a', 'v'), resource('b'), resource('c'), resource('d'), resource('lonely')],
  flows: [flow('a', 'b'), flow('b', 'c'), flow('c', 'd')],
};

it('one step takes the flows and what is at their other ends, the next one goes further', () => {
  const once = withConnected(chain, ['b']);
  expect(new Set(once)).toEqual(new Set(['b', 'ab', 'a', 'bc', 'c']));
  expect(new Set(withConnected(chain, once))).toEqual(new Set(['b', 'ab', 'a', 'bc', 'c', 'cd', 'd']));
});

it('a flow leads to its ends, and a boundary to what its content is connected with', () => {
  expect(new Set(withConnected(chain, ['bc']))).toEqual(new Set(['b', 'bc', 'c']));
  expect(new Set(withConnected(chain, ['v']))).toEqual(new Set(['v', 'a', 'ab', 'b']));
});

it('what is selected stays so, and at some step nothing more comes', () => {
  fc.assert(
    fc.property(anyDiagram, fc.nat(), (diagram, index) => {
      const ids = [...diagram.resources, ...diagram.flows].map(({ id }) => id);
      const begin = ids.length === 0 ? [] : [ids[index % ids.length] ?? ''];
      let before: readonly string[] = begin;
      for (let step = 0; step <= ids.length; step++) {
        const after = withConnected(diagram, before);
        expect(after.slice(0, before.length)).toEqual(before);
        before = after;
      }
      expect(withConnected(diagram, before).length).toBe(before.length);
    }),
  );
});
