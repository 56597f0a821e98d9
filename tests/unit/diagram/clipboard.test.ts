import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicate } from '../../../shared/diagram/edit/duplicate.ts';
import { excerpt } from '../../../shared/diagram/edit/excerpt.ts';
import { insert } from '../../../shared/diagram/edit/insert.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { idsWithin, toCanvas } from '../../../shared/diagram/graph.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { anyDiagram } from '../../support/arbitraries.ts';
import { idMaker } from '../../support/edits.ts';

const ORIGIN = { offset: { x: 0, y: 0 }, insideOf: () => null };
const placed = (diagram: Diagram) => [...diagram.boundaries, ...diagram.resources, ...diagram.texts];
const all = (diagram: Diagram) => [...placed(diagram), ...diagram.flows];
const idsOf = (diagram: Diagram) => all(diagram).map(({ id }) => id);

/** Some elements of a diagram. */
const someOf = (diagram: Diagram) => fc.subarray(idsOf(diagram)).map((ids) => ({ diagram, ids }));
const diagramAndSome = anyDiagram.chain(someOf);

/** What there is, with ids replaced by places in the lists: equal for two diagrams that differ in ids and places only. */
function shapeOf({ boundaries, resources, flows, texts }: Diagram) {
  const place = new Map([...boundaries, ...resources].map(({ id }, index) => [id, index]));
  const shape = <T extends { id: string; inside: string | null; position: object }>(item: T) => {
    const { id: _id, position: _position, inside, ...rest } = item;
    return { ...rest, inside: inside === null ? null : place.get(inside) };
  };
  return {
    boundaries: boundaries.map(shape),
    resources: resources.map(shape),
    texts: texts.map(shape),
    flows: flows.map(({ id: _id, from, to, ...rest }) => ({ ...rest, from: place.get(from), to: place.get(to) })),
  };
}

describe('what is copied and pasted', () => {
  it('is the same but for ids and places in a diagram where its names are free', () => {
    fc.assert(
      fc.property(anyDiagram, (diagram) => {
        const copied = excerpt(diagram, idsOf(diagram));
        const pasted = insert(emptyDiagram(''), copied, ORIGIN, idMaker());
        expect(shapeOf(pasted.diagram)).toEqual(shapeOf(diagram));
        expect(new Set(idsOf(pasted.diagram)).size).toBe(idsOf(diagram).length);
      }),
    );
  });

  it('is a file that opens and says the same', () => {
    fc.assert(
      fc.property(diagramAndSome, ({ diagram, ids }) => {
        const copied = excerpt(diagram, ids);
        expect(parseDiagram(formatDiagram(copied))).toEqual({ ok: true, diagram: copied });
      }),
    );
  });

  it('takes along what is inside, flows among it and no decision, and nothing else', () => {
    fc.assert(
      fc.property(diagramAndSome, ({ diagram, ids }) => {
        const copied = excerpt(diagram, ids);
        const wanted = new Set([...ids, ...idsWithin(diagram, ids)]);
        expect(placed(copied).map(({ id }) => id)).toEqual(
          placed(diagram).flatMap(({ id }) => (wanted.has(id) ? id : [])),
        );
        expect(copied.flows).toEqual(diagram.flows.filter(({ from, to }) => wanted.has(from) && wanted.has(to)));
        expect(copied.suppressions).toEqual([]);
      }),
    );
  });

  it('leaves all that was there the same object, and gives every copy an id of its own', () => {
    fc.assert(
      fc.property(diagramAndSome, anyDiagram, ({ diagram, ids }, into) => {
        const pasted = insert(into, excerpt(diagram, ids), ORIGIN, idMaker());
        for (const list of ['boundaries', 'resources', 'flows', 'texts', 'suppressions'] as const) {
          expect(pasted.diagram[list].slice(0, into[list].length)).toEqual(into[list]);
          into[list].forEach((item, index) => {
            expect(pasted.diagram[list][index]).toBe(item);
          });
        }
        const allIds = idsOf(pasted.diagram);
        expect(new Set(allIds).size).toBe(allIds.length);
        expect(parseDiagram(formatDiagram(pasted.diagram)).ok).toBe(true);
      }),
    );
  });

  const net: Diagram = {
    ...emptyDiagram('net'),
    boundaries: [
      {
        id: 'vpc',
        kind: 'vpc',
        name: 'vpc',
        inside: null,
        position: { x: 80, y: 40 },
        size: { width: 640, height: 480 },
        answers: {},
        note: '',
      },
    ],
    resources: [
      { id: 'a', service: 's3', name: 'raw', inside: 'vpc', position: { x: 24, y: 32 }, answers: {}, note: '' },
      { id: 'b', service: 'lambda', name: 'clean', inside: 'vpc', position: { x: 320, y: 32 }, answers: {}, note: '' },
      { id: 'c', service: 's3', name: 'out', inside: null, position: { x: 800, y: 0 }, answers: {}, note: '' },
    ],
    flows: [
      { id: 'ab', from: 'a', to: 'b', label: 'in', answers: { tls: true }, note: '', bend: { x: 8, y: 16 } },
      { id: 'bc', from: 'b', to: 'c', label: '', answers: {}, note: '' },
    ],
    suppressions: [
      {
        control: 's3.versioning',
        element: 'a',
        kind: 'riskAccepted',
        justification: 'x',
        owner: '',
        decidedOn: '2026-01-01',
        expiresOn: null,
        facts: null,
      },
    ],
  };

  it('stands where it was on the canvas, moved by the offset, in the boundary that is given', () => {
    const copied = excerpt(net, ['a', 'b']);
    expect(copied.resources.map(({ inside, position }) => [inside, position])).toEqual([
      [null, { x: 104, y: 72 }],
      [null, { x: 400, y: 72 }],
    ]);
    const { diagram, copies } = insert(
      net,
      copied,
      { offset: { x: 8, y: 64 }, insideOf: (id) => (id === 'a' ? 'vpc' : null) },
      idMaker(),
    );
    const at = (id: string) => {
      const resource = diagram.resources.find((each) => each.id === copies.get(id));
      return resource && [resource.inside, toCanvas(diagram, resource.inside, resource.position)];
    };
    expect(at('a')).toEqual(['vpc', { x: 112, y: 136 }]);
    expect(at('b')).toEqual([null, { x: 408, y: 136 }]);
  });

  it('of a duplicate is in the boundary of its original, with flows among copies and a name of its own', () => {
    const once = duplicate(net, ['a', 'b', 'bc'], idMaker());
    const [a, b] = once.diagram.resources.slice(3);
    expect([a, b]).toMatchObject([
      { name: 'raw copy', inside: 'vpc', position: { x: 56, y: 64 } },
      { name: 'clean copy', inside: 'vpc', position: { x: 352, y: 64 } },
    ]);
    expect(once.diagram.flows.slice(2)).toMatchObject([{ from: a?.id, to: b?.id, label: 'in', bend: { x: 8, y: 16 } }]);
    expect(once.diagram.suppressions).toBe(net.suppressions);
    const twice = duplicate(once.diagram, ['a'], () => 'fresh');
    expect(twice.diagram.resources.at(-1)?.name).toBe('raw copy 2');
  });

  it('into a boundary that is not there goes onto the bare canvas', () => {
    const { diagram } = insert(net, excerpt(net, ['c']), { ...ORIGIN, insideOf: () => 'gone' }, idMaker());
    expect(diagram.resources.at(-1)).toMatchObject({ inside: null, position: { x: 800, y: 0 } });
  });

  it('is refused as a whole where a file could not hold it', () => {
    const many: Diagram = { ...net, resources: Array.from({ length: 50_000 }, () => net.resources[0] as never) };
    const { diagram, copies } = insert(many, excerpt(net, ['c']), ORIGIN, idMaker());
    expect(diagram).toBe(many);
    expect(copies.size).toBe(0);
  });
});
