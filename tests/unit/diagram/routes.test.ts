import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTo, pointAlong, runsThrough } from '../../../shared/diagram/curve.ts';
import { addFlow, addResource } from '../../../shared/diagram/edit/add.ts';
import { bendFlow } from '../../../shared/diagram/edit/bend.ts';
import { move } from '../../../shared/diagram/edit/move.ts';
import { addText, resizeText } from '../../../shared/diagram/edit/text.ts';
import type { FlowShape } from '../../../shared/diagram/flowShape.ts';
import { holds, overlaps, RESOURCE_SIZE, type Rect, type Side } from '../../../shared/diagram/geometry.ts';
import { boundaryRect, resourceRect } from '../../../shared/diagram/graph.ts';
import { headingOf, rollupOf, signsOf } from '../../../shared/diagram/labels.ts';
import { createPills, type PillPlace, pillRect } from '../../../shared/diagram/pills.ts';
import { findRoute } from '../../../shared/diagram/route.ts';
import { createRouter, type Routes, routesOf } from '../../../shared/diagram/router.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { applyStep, idMaker, steps } from '../../support/edits.ts';

/** Resources `a`, `b`, … at these points, and flows such as `a>b`. */
function drawn(points: readonly (readonly [number, number])[], flows: readonly string[]): Diagram {
  const names = 'abcdefghijklmnopqrstuvwxyz';
  const placed = points.reduce(
    (diagram, [x, y], i) =>
      addResource(diagram, { id: names[i] ?? '', service: 's3', name: '', inside: null, position: { x, y } }),
    emptyDiagram(''),
  );
  return flows.reduce((diagram, flow, i) => {
    const [from = '', to = ''] = flow.split('>');
    return addFlow(diagram, `${i} ${flow}`, from, to);
  }, placed);
}

function shapeIn(diagram: Diagram, id = diagram.flows[0]?.id ?? ''): FlowShape {
  const shape = routesOf(diagram).shape(id);
  if (!shape) throw new Error(`no flow ${id}`);
  return shape;
}

/** The places of the pills of a diagram that all have these wordings. */
function pillsIn(diagram: Diagram, widths: readonly number[]): (id: string) => PillPlace {
  const { shape, reach, standing } = routesOf(diagram);
  const placeOf = createPills({
    flows: diagram.flows,
    shapeOf: shape,
    reachOf: reach,
    widthsOf: () => widths,
    standing,
  });
  return (id) => {
    const place = placeOf(id);
    if (!place) throw new Error(`no pill on ${id}`);
    return place;
  };
}

/** How many resources a flow of the diagram runs through, but its own ends. */
const crossed = (diagram: Diagram, id: string): number => {
  const flow = diagram.flows.find((each) => each.id === id);
  const others = diagram.resources.filter((each) => each.id !== flow?.from && each.id !== flow?.to);
  return others.filter((each) => runsThrough(shapeIn(diagram, id).line, resourceRect(diagram, each), 0)).length;
};

const onSide = ({ x, y, width, height }: Rect, side: Side, point: { x: number; y: number }): boolean =>
  ({
    left: point.x === x && point.y > y && point.y < y + height,
    right: point.x === x + width && point.y > y && point.y < y + height,
    top: point.y === y && point.x > x && point.x < x + width,
    bottom: point.y === y + height && point.x > x && point.x < x + width,
  })[side];

const pathOf = (routes: Routes, id: string) => routes.shape(id)?.path;

const drawnTexts = (diagram: Diagram) =>
  Object.fromEntries(diagram.flows.map(({ id }) => [id, pathOf(routesOf(diagram), id)]));

/** Diagrams of a few resources, so far apart, and flows among them. */
const spaced = (across: number, along: number) =>
  fc
    .record({
      cells: fc.uniqueArray(fc.nat(24), { minLength: 2, maxLength: 9 }),
      flows: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { minLength: 1, maxLength: 6 }),
    })
    .map(({ cells, flows }) => {
      const points = cells.map((cell) => [(cell % 5) * across, Math.floor(cell / 5) * along] as const);
      const pairs = flows.map(([from, to]) => [from % cells.length, to % cells.length] as const);
      const names = pairs.flatMap(([from, to]) => {
        const name = (index: number) => 'abcdefghijklmnopqrstuvwxyz'[index] ?? '';
        return from === to ? [] : [`${name(from)}>${name(to)}`];
      });
      return drawn(points, [...new Set(names)]);
    });

/** With room for flows between them. */
const loose = spaced(296, 136);
/** With room for all labels, too. */
const airy = spaced(440, 280);

const cards = fc
  .record({ x: fc.integer({ min: -1500, max: 1500 }), y: fc.integer({ min: -1500, max: 1500 }) })
  .map((at): Rect => ({ ...at, ...RESOURCE_SIZE }));
const texts = fc.record({
  x: fc.integer({ min: -1500, max: 1500 }),
  y: fc.integer({ min: -1500, max: 1500 }),
  width: fc.integer({ min: 48, max: 400 }),
  height: fc.integer({ min: 32, max: 200 }),
});

/** Two ends among others that stand anywhere, on no grid, and the same others in another order. */
const crowds = fc
  .record({
    ends: fc.tuple(cards, cards),
    others: fc.array(fc.oneof(cards, texts), { minLength: 8, maxLength: 40 }),
    breadth: fc.constantFrom(0, 12, 24, 48),
  })
  .chain((crowd) =>
    fc.shuffledSubarray(crowd.others, { minLength: crowd.others.length }).map((shuffled) => ({ ...crowd, shuffled })),
  );

describe('the way of a flow', () => {
  it.each<[string, readonly [number, number], Side, Side]>([
    ['to the right', [400, 0], 'right', 'left'],
    ['to the left', [-400, 40], 'left', 'right'],
    ['below', [40, 400], 'bottom', 'top'],
    ['above', [0, -400], 'top', 'bottom'],
  ])('leads between the sides that face each other: %s', (_where, at, from, to) => {
    expect(shapeIn(drawn([[0, 0], at], ['a>b']))).toMatchObject({ from, to, points: { length: 4 } });
  });

  it.each<[string, readonly (readonly [number, number])[]]>([
    [
      'in a row',
      [
        [0, 0],
        [600, 0],
        [300, 0],
      ],
    ],
    [
      'in a column',
      [
        [0, 0],
        [0, 400],
        [0, 200],
      ],
    ],
    [
      'among others on all sides',
      [
        [0, 0],
        [600, 0],
        [300, 0],
        [300, -120],
        [300, 120],
        [0, 120],
        [0, -120],
      ],
    ],
    [
      'past several in a row',
      [
        [0, 0],
        [1200, 0],
        [300, 0],
        [600, 0],
        [900, 0],
      ],
    ],
    [
      'aslant',
      [
        [0, 0],
        [600, 240],
        [300, 120],
      ],
    ],
  ])('leads around what stands between its ends: %s', (_where, points) => {
    const diagram = drawn(points, ['a>b']);
    expect(crossed(diagram, '0 a>b')).toBe(0);
  });

  it('crosses nothing where there is room to pass, and ends on the sides that it says', () => {
    fc.assert(
      fc.property(loose, (diagram) => {
        for (const flow of diagram.flows) {
          const shape = shapeIn(diagram, flow.id);
          expect(crossed(diagram, flow.id)).toBe(0);
          for (const [id, side, point] of [
            [flow.from, shape.from, shape.start],
            [flow.to, shape.to, shape.end],
          ] as const) {
            const resource = diagram.resources.find((each) => each.id === id);
            expect(resource && onSide(resourceRect(diagram, resource), side, point)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of resources and flows', () => {
    fc.assert(
      fc.property(loose, (diagram) => {
        const other = {
          ...diagram,
          resources: [...diagram.resources].reverse(),
          flows: [...diagram.flows].reverse(),
        };
        expect(drawnTexts(other)).toEqual(drawnTexts(diagram));
      }),
      { numRuns: 30 },
    );
  });

  it('is the same in whatever order its surroundings are given, and the same way back', () => {
    fc.assert(
      fc.property(crowds, ({ ends: [a, b], others, shuffled, breadth }) => {
        fc.pre(a.x !== b.x || a.y !== b.y);
        const route = findRoute(a, b, others, breadth);
        expect(findRoute(a, b, shuffled, breadth)).toEqual(route);
        const back = findRoute(b, a, others, breadth);
        expect([back.to, back.from]).toEqual([route.from, route.to]);
        const met = back.via.map(({ x, y, dx, dy }) => ({ x, y, dx: 0 - dx, dy: 0 - dy })).reverse();
        expect(met).toEqual(route.via.map(({ x, y, dx, dy }) => ({ x, y, dx: 0 + dx, dy: 0 + dy })));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same, moved, when all of the diagram is moved', () => {
    fc.assert(
      fc.property(loose, (diagram) => {
        const moves = diagram.resources.map(({ id, position: { x, y } }) => ({
          id,
          position: { x: x + 80, y: y - 160 },
        }));
        const there = move(diagram, moves);
        for (const { id } of diagram.flows) {
          const [before, after] = [shapeIn(diagram, id), shapeIn(there, id)];
          after.points.forEach(({ x, y }, i) => {
            expect(x - 80).toBeCloseTo(before.points[i]?.x ?? Infinity, 6);
            expect(y + 160).toBeCloseTo(before.points[i]?.y ?? Infinity, 6);
          });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is the same way back', () => {
    const points = [
      [0, 0],
      [600, 40],
      [300, 16],
    ] as const;
    const [there, back] = [shapeIn(drawn(points, ['a>b'])), shapeIn(drawn(points, ['b>a']))];
    expect(back.points).toEqual([...there.points].reverse());
  });

  it('leads around a note that stands between its ends, and through where that is made small', () => {
    const note = { id: 't', text: 'why', style: 'note', inside: null } as const;
    const bare = drawn(
      [
        [0, 0],
        [600, 0],
      ],
      ['a>b'],
    );
    const rect = { x: 300, y: -20, width: 160, height: 100 };
    const noted = addText(bare, { ...note, position: rect, size: rect });
    expect(runsThrough(shapeIn(noted).line, rect, 0)).toBe(false);
    const route = createRouter();
    expect(pathOf(route(noted), '0 a>b')).toBe(shapeIn(noted).path);
    const small = resizeText(noted, 't', rect, { width: 80, height: 24 });
    expect(pathOf(route(small), '0 a>b')).toBe(shapeIn(bare).path);
  });

  it('leads past a resource that moves into it, and back when that leaves', () => {
    const far = drawn(
      [
        [0, 0],
        [600, 0],
        [300, 600],
      ],
      ['a>b'],
    );
    const near = move(far, [{ id: 'c', position: { x: 300, y: 0 } }]);
    const route = createRouter();
    const before = route(far).shape('0 a>b');
    const after = route(near).shape('0 a>b');
    expect(after?.path).not.toBe(before?.path);
    expect(route(far).shape('0 a>b')?.path).toBe(before?.path);
  });
});

describe('a router', () => {
  it('finds after any edits what one without a memory finds', () => {
    const choices = { services: ['s3', 'lambda'], kinds: ['vpc', 'region'], controls: ['x'], properties: ['tls'] };
    const start = drawn(
      [
        [0, 0],
        [300, 0],
        [600, 0],
        [300, 120],
        [0, 240],
      ],
      ['a>c', 'c>a', 'b>e', 'd>a'],
    );
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 12 }), fc.infiniteStream(fc.boolean()), (list, asks) => {
        const route = createRouter();
        const newId = idMaker();
        let diagram: Diagram = start;
        for (const step of list) {
          diagram = applyStep(diagram, step, choices, newId);
          const isRunning = asks.next().value === true;
          const routes = route(diagram, isRunning);
          if (asks.next().value === true) for (const { id } of diagram.flows) routes.shape(id);
        }
        const routes = route(diagram);
        const fresh = createRouter()(diagram);
        for (const { id } of diagram.flows) expect(pathOf(routes, id)).toEqual(pathOf(fresh, id));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves flows alone that a change does not concern, and while a gesture runs those that it only passes', () => {
    const diagram = drawn(
      [
        [0, 0],
        [600, 0],
        [0, 1200],
        [600, 1200],
        [300, 300],
      ],
      ['a>b', 'c>d', 'a>e'],
    );
    const route = createRouter();
    const first = route(diagram);
    const [near, far, own] = diagram.flows.map(({ id }) => first.shape(id));
    const moved = move(diagram, [{ id: 'e', position: { x: 296, y: 0 } }]);
    const running = route(moved, true);
    const [nearRunning, farRunning, ownRunning] = diagram.flows.map(({ id }) => running.shape(id));
    expect(nearRunning).toBe(near);
    expect(farRunning).toBe(far);
    expect(ownRunning).not.toBe(own);
    const settled = route(moved);
    expect(settled.shape('0 a>b')).not.toBe(near);
    expect(settled.shape('1 c>d')).toBe(far);
    expect(pathOf(settled, '2 a>e')).toBe(ownRunning?.path);
    expect(route(diagram).shape('1 c>d')).toBe(far);
  });

  it('moves flows with what is dragged, and keeps all that a gesture only passed or took back', () => {
    const diagram = drawn(
      [
        [0, 0],
        [600, 0],
        [300, 0],
        [300, 800],
      ],
      ['a>b'],
    );
    const route = createRouter();
    const before = route(diagram).shape('0 a>b');
    const both = move(
      diagram,
      ['a', 'b'].map((id, i) => ({ id, position: { x: 600 * i, y: 240 } })),
    );
    expect(route(both, true).shape('0 a>b')?.start).toEqual({ x: before?.start.x, y: (before?.start.y ?? 0) + 240 });
    // There is nothing in the way down there.
    expect(route(both).shape('0 a>b')?.points).toHaveLength(4);
    const still = route(diagram).shape('0 a>b');
    for (const y of [600, 200, 0, 200]) route(move(diagram, [{ id: 'd', position: { x: 300, y } }]), true);
    expect(route(diagram).shape('0 a>b')).toBe(still);
  });

  it('finds the flow that runs near a point, wherever it leads', () => {
    const diagram = drawn(
      [
        [0, 0],
        [600, 0],
        [300, 0],
      ],
      ['a>b'],
    );
    const { line } = shapeIn(diagram);
    const point = pointAlong(line, 0.4);
    expect(routesOf(diagram).at({ x: point.x, y: point.y - 5 }, 8)).toBe('0 a>b');
    expect(routesOf(diagram).at({ x: point.x, y: point.y - 60 }, 8)).toBeNull();
  });
});

describe('flows between the same two resources', () => {
  it.each([
    [
      'in one direction',
      [
        [0, 0],
        [400, 0],
      ],
      ['a>b', 'a>b', 'a>b'],
    ],
    [
      'in both',
      [
        [0, 0],
        [400, 40],
      ],
      ['a>b', 'b>a', 'b>a'],
    ],
    [
      'one above the other',
      [
        [0, 0],
        [0, 300],
      ],
      ['a>b', 'b>a', 'a>b'],
    ],
    [
      'around something',
      [
        [0, 0],
        [600, 0],
        [300, 0],
      ],
      ['a>b', 'a>b', 'b>a'],
    ],
  ] as const)('lie apart all along, with their pills apart: %s', (_how, points, flows) => {
    const diagram = drawn(points, flows);
    const shapes = diagram.flows.map(({ id }) => shapeIn(diagram, id));
    const placeOf = pillsIn(diagram, [60]);
    const pills = diagram.flows.map(({ id }) => pillRect(placeOf(id), 60));
    shapes.forEach((shape, i) => {
      shapes.slice(i + 1).forEach((other, j) => {
        for (const part of [0, 0.25, 0.5, 0.75, 1]) {
          expect(distanceTo(other.line, pointAlong(shape.line, part))).toBeGreaterThan(10);
        }
        const [pill, next] = [pills[i], pills[i + 1 + j]];
        expect(pill && next && overlaps(pill, next)).toBe(false);
      });
    });
  });

  it('attach to their side, however many there are', () => {
    const diagram = drawn(
      [
        [0, 0],
        [400, 0],
      ],
      Array.from({ length: 9 }, () => 'a>b'),
    );
    for (const { id } of diagram.flows) {
      const { start } = shapeIn(diagram, id);
      expect(holds({ x: 0, y: 0, ...RESOURCE_SIZE }, start)).toBe(true);
    }
  });
});

describe('a flow that was led by hand', () => {
  it('runs through the point, whatever stands there, and moves with its ends', () => {
    const diagram = bendFlow(
      drawn(
        [
          [0, 0],
          [600, 0],
          [300, -200],
        ],
        ['a>b'],
      ),
      '0 a>b',
      { x: 40, y: -160 },
    );
    const point = { x: 388 + 40, y: 32 - 160 };
    const shape = shapeIn(diagram);
    expect(distanceTo(shape.line, point)).toBeLessThan(1);
    expect(shape.middle).toEqual(point);
    const all = diagram.resources.map(({ id, position: { x, y } }) => ({ id, position: { x: x + 80, y } }));
    expect(shapeIn(move(diagram, all)).middle).toEqual({ x: point.x + 80, y: point.y });
  });
});

const apart = (rects: readonly Rect[]): boolean =>
  rects.every((rect, i) => rects.slice(i + 1).every((other) => !overlaps(rect, other)));

describe('a pill', () => {
  it('stands on no resource, heading, sign or other pill where there is room, whoever is asked for first', () => {
    fc.assert(
      fc.property(airy, (diagram) => {
        const [placeOf, backwards] = [pillsIn(diagram, [96, 30]), pillsIn(diagram, [96, 30])];
        for (const { id } of [...diagram.flows].reverse()) backwards(id);
        const pills = diagram.flows.map(({ id }) => {
          const place = placeOf(id);
          expect(backwards(id)).toEqual(place);
          return pillRect(place, [96, 30][place.wording] ?? 0);
        });
        const cards = diagram.resources.map((each) => resourceRect(diagram, each));
        for (const pill of pills)
          expect([...cards, ...cards.map(signsOf)].some((each) => overlaps(each, pill))).toBe(false);
        expect(apart(pills)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('stays where it is when something changes further away', () => {
    const far = [
      [0, 0],
      [400, 0],
      [0, 1600],
      [400, 1600],
    ] as const;
    const bare = drawn(far, ['a>b']);
    const more = drawn(far, ['a>b', 'c>d']);
    expect(pillsIn(more, [60])('0 a>b')).toEqual(pillsIn(bare, [60])('0 a>b'));
  });

  it('gives way to the heading of a boundary, and says less where there is little room', () => {
    const flow = drawn(
      [
        [0, 0],
        [600, 0],
      ],
      ['a>b'],
    );
    const { middle } = shapeIn(flow);
    const boundary = { id: 'v', kind: 'vpc', name: 'net', inside: null, answers: {}, note: '' };
    const size = { width: 224, height: 160 };
    const inside = { ...flow, boundaries: [{ ...boundary, size, position: { x: middle.x - 40, y: middle.y - 8 } }] };
    const pill = pillRect(pillsIn(inside, [60])('0 a>b'), 60);
    for (const each of inside.boundaries) {
      const rect = boundaryRect(inside, each);
      expect([headingOf(each, rect), rollupOf(rect)].some((part) => overlaps(part, pill))).toBe(false);
    }
    const close = drawn(
      [
        [0, 0],
        [280, 0],
      ],
      ['a>b'],
    );
    expect(pillsIn(close, [200, 60])('0 a>b')).toMatchObject({ wording: 1, y: 32 });
  });

  it('gives way in a chain as long as a diagram may have', () => {
    const points = Array.from({ length: 26 }, (_, i) => [(i % 2) * 280, Math.floor(i / 2) * 14] as const);
    const diagram = drawn(
      points,
      points.slice(1).map((_, i) => `${'abcdefghijklmnopqrstuvwxyz'[i]}>${'abcdefghijklmnopqrstuvwxyz'[i + 1]}`),
    );
    expect(pillsIn(diagram, [60])(diagram.flows.at(-1)?.id ?? '')).not.toBeNull();
  });
});
