import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffDiagrams } from '../../../shared/diagram/diff.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { anyDiagram } from '../../support/arbitraries.ts';

const NOTHING = {
  name: null,
  added: [],
  removed: [],
  changed: [],
  decisions: { made: [], withdrawn: [], changed: [] },
  signOffs: { made: [], withdrawn: [] },
};
const parsed = (diagram: Diagram): Diagram => {
  const result = parseDiagram(formatDiagram(diagram));
  if (!result.ok) throw new Error(result.message);
  return result.diagram;
};

describe('the difference of two diagrams', () => {
  it('is nothing for a diagram and itself, saved and opened again', () => {
    fc.assert(
      fc.property(anyDiagram, (diagram) => {
        expect(diffDiagrams(diagram, diagram)).toEqual(NOTHING);
        expect(diffDiagrams(diagram, parsed(diagram))).toEqual(NOTHING);
      }),
      { numRuns: 50 },
    );
  });

  it('is, the other way round, its inverse', () => {
    fc.assert(
      fc.property(anyDiagram, anyDiagram, fc.nat(), (one, two, cut) => {
        // Half of the elements are on both sides.
        const mixed = { ...two, resources: [...two.resources, ...one.resources.slice(cut % 4)], flows: [] };
        const [there, back] = [diffDiagrams(one, mixed), diffDiagrams(mixed, one)];
        expect(back.added).toEqual(there.removed);
        expect(back.removed).toEqual(there.added);
        expect(back.decisions.made).toEqual(there.decisions.withdrawn);
        const inverse = (changed: typeof there.changed) =>
          changed
            .map(({ id, changes }) => [
              id,
              changes.map(({ field, before, after }) => `${field} ${JSON.stringify([after, before])}`).sort(),
            ])
            .sort();
        const same = (changed: typeof there.changed) =>
          changed
            .map(({ id, changes }) => [
              id,
              changes.map(({ field, before, after }) => `${field} ${JSON.stringify([before, after])}`).sort(),
            ])
            .sort();
        expect(inverse(back.changed)).toEqual(same(there.changed));
      }),
      { numRuns: 50 },
    );
  });

  it('names what changed of an element: name, answers, container, place', () => {
    const base = parsed({
      name: 'a',
      boundaries: [],
      resources: [
        {
          id: 'r',
          service: 's3',
          name: 'raw',
          inside: null,
          position: { x: 0, y: 0 },
          answers: { tls: true },
          note: '',
        },
      ],
      flows: [],
      suppressions: [],
      texts: [],
    });
    const [resource] = base.resources;
    if (!resource) throw new Error('no resource');
    const after = {
      ...base,
      resources: [{ ...resource, name: 'clean', position: { x: 5, y: 0 }, answers: { key: ['a'] } }],
    };
    expect(diffDiagrams(base, after).changed).toEqual([
      {
        id: 'r',
        changes: [
          { field: 'name', before: 'raw', after: 'clean' },
          { field: 'position', before: '0, 0', after: '5, 0' },
          { field: 'answers.tls', before: true, after: null },
          { field: 'answers.key', before: null, after: ['a'] },
        ],
      },
    ]);
  });
});
