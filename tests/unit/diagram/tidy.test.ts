import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOUNDARY_HEADER, BOUNDARY_PADDING, GRID, overlaps, type Rect } from '../../../shared/diagram/geometry.ts';
import { boundaryRect, resourceRect, textRect } from '../../../shared/diagram/graph.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Boundary, Diagram, Flow, Resource, TextBox } from '../../../shared/diagram/schema.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';
import { sameStructure } from '../../../shared/diagram/tidy/sameStructure.ts';
import { anyDiagram } from '../../support/arbitraries.ts';
import { tidied } from '../../support/elk.ts';

const resource = (id: string, inside: string | null = null, x = 0, y = 0): Resource => ({
  id,
  service: 's3',
  name: id,
  inside,
  position: { x, y },
  answers: {},
  note: '',
});
const boundary = (id: string, inside: string | null = null, rect: Partial<Rect> = {}): Boundary => ({
  id,
  kind: 'vpc',
  name: id,
  inside,
  position: { x: rect.x ?? 0, y: rect.y ?? 0 },
  size: { width: rect.width ?? 480, height: rect.height ?? 320 },
  answers: {},
  note: '',
});
const text = (id: string, rect: Rect, inside: string | null = null, style: TextBox['style'] = 'note'): TextBox => ({
  id,
  text: id,
  style,
  inside,
  position: { x: rect.x, y: rect.y },
  size: { width: rect.width, height: rect.height },
});
const flow = (from: string, to: string): Flow => ({ id: `${from}>${to}`, from, to, label: '', answers: {}, note: '' });
const diagramOf = (parts: Partial<Diagram>): Diagram => ({ ...emptyDiagram('test'), ...parts });

interface Placed {
  readonly id: string;
  readonly inside: string | null;
  readonly rect: Rect;
}

const placedIn = (diagram: Diagram): readonly Placed[] => [
  ...diagram.resources.map((each) => ({ ...each, rect: resourceRect(diagram, each) })),
  ...diagram.boundaries.map((each) => ({ ...each, rect: boundaryRect(diagram, each) })),
  ...diagram.texts.map((each) => ({ ...each, rect: textRect(diagram, each) })),
];

/** Pairs that stand in the same container and cover each other. */
function collisions(diagram: Diagram): readonly string[] {
  const placed = placedIn(diagram);
  return placed.flatMap((a, i) =>
    placed
      .slice(i + 1)
      .filter((b) => a.inside === b.inside && overlaps(a.rect, b.rect))
      .map((b) => `${a.id} ${b.id}`),
  );
}

/** What reaches out of its boundary, or into its padding. */
function leaking(diagram: Diagram): readonly string[] {
  const rects = new Map(diagram.boundaries.map((each) => [each.id, boundaryRect(diagram, each)]));
  return placedIn(diagram).flatMap(({ id, inside, rect }) => {
    const around = inside === null ? undefined : rects.get(inside);
    if (!around) return [];
    const held =
      rect.x >= around.x + BOUNDARY_PADDING - 0.01 &&
      rect.y >= around.y + BOUNDARY_HEADER + BOUNDARY_PADDING - 0.01 &&
      rect.x + rect.width <= around.x + around.width - BOUNDARY_PADDING + 0.01 &&
      rect.y + rect.height <= around.y + around.height - BOUNDARY_PADDING + 0.01;
    return held ? [] : [id];
  });
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
const inOrder = (diagram: Diagram): Diagram => ({
  ...diagram,
  resources: byId(diagram.resources),
  boundaries: byId(diagram.boundaries),
  texts: byId(diagram.texts),
  flows: byId(diagram.flows),
});
const withoutPlaces = (diagram: Diagram): unknown =>
  JSON.parse(JSON.stringify(diagram, (key, value) => (['position', 'size', 'bend'].includes(key) ? undefined : value)));

/** Any diagram, with places and sizes that a person can draw. */
const scenes = anyDiagram.map((diagram): Diagram => {
  const tame = (value: number): number => Math.round(value % 3000);
  const place = <T extends Resource | Boundary | TextBox>(item: T): T => ({
    ...item,
    position: { x: tame(item.position.x), y: tame(item.position.y) },
    ...('size' in item
      ? { size: { width: (tame(item.size.width) || 1) + 0.5, height: tame(item.size.height) || 1 } }
      : {}),
  });
  return {
    ...diagram,
    resources: diagram.resources.map(place),
    boundaries: diagram.boundaries.map(place),
    texts: diagram.texts.map(place),
  };
});

const RUNS = { numRuns: 30 };

describe('tidy layout', () => {
  it('lets nothing overlap, keeps everything inside its boundary and puts resources onto the grid', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async (diagram) => {
        const after = await tidied(diagram);
        expect(collisions(after)).toEqual([]);
        expect(leaking(after)).toEqual([]);
        for (const { rect } of after.resources.map((each) => ({ rect: resourceRect(after, each) }))) {
          expect([rect.x % GRID, rect.y % GRID].map(Math.abs)).toEqual([0, 0]);
        }
      }),
      RUNS,
    );
  });

  it('changes places only', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async (diagram) => {
        const after = await tidied(diagram);
        expect(withoutPlaces(after)).toEqual(withoutPlaces(diagram));
        expect(sameStructure({ ...diagram, boundaries: after.boundaries }, after)).toBe(true);
      }),
      RUNS,
    );
  });

  it('comes out the same the second time', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async (diagram) => {
        const once = await tidied(diagram);
        expect(await tidied(once)).toEqual(once);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of the lists in the file', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async (diagram) => {
        const turned: Diagram = {
          ...diagram,
          resources: diagram.resources.toReversed(),
          boundaries: diagram.boundaries.toReversed(),
          texts: diagram.texts.toReversed(),
          flows: diagram.flows.toReversed(),
        };
        expect(inOrder(await tidied(turned))).toEqual(inOrder(await tidied(diagram)));
      }),
      RUNS,
    );
  });

  it('lets what is there fit a file, whatever its places were', async () => {
    await fc.assert(
      fc.asyncProperty(anyDiagram, async (diagram) => {
        for (const { position } of placedLists(await tidied(diagram))) {
          expect(Math.max(Math.abs(position.x), Math.abs(position.y))).toBeLessThanOrEqual(1_000_000);
        }
      }),
      RUNS,
    );
  });

  it('runs from left to right along the flows, into boundaries and out of them', async () => {
    const diagram = diagramOf({
      boundaries: [boundary('vpc'), boundary('subnet', 'vpc')],
      resources: [resource('a'), resource('b', 'subnet'), resource('c', 'subnet'), resource('d', 'vpc'), resource('e')],
      flows: [flow('a', 'b'), flow('b', 'c'), flow('c', 'd'), flow('d', 'e')],
    });
    const after = await tidied(diagram);
    const rects = after.resources.map((each) => resourceRect(after, each));
    for (const [i, { x }] of rects.entries()) if (i > 0) expect(x).toBeGreaterThan((rects[i - 1]?.x ?? 0) + 176);
    expect(new Set(rects.map(({ y }) => y)).size).toBe(1);
  });

  it('holds for large diagrams too, which are laid out boundary by boundary', async () => {
    const count = 90;
    const ids = Array.from({ length: count }, (_, i) => `r${i}`);
    const diagram = diagramOf({
      boundaries: [boundary('vpc'), boundary('subnet', 'vpc'), boundary('other')],
      resources: ids.map((id, i) => resource(id, [null, 'vpc', 'subnet', 'other'][i % 4] ?? null)),
      flows: ids.flatMap((id, i) => [flow(id, `r${(i * 7 + 1) % count}`), flow(id, `r${(i + 4) % count}`)]),
      texts: [
        text('note', { x: 0, y: 80, width: 200, height: 80 }, 'subnet'),
        text('only', { x: 9, y: 9, width: 90, height: 300 }, 'other', 'title'),
      ],
    });
    const after = await tidied(diagram);
    expect(collisions(after)).toEqual([]);
    expect(leaking(after)).toEqual([]);
    const turned = { ...diagram, resources: diagram.resources.toReversed(), flows: diagram.flows.toReversed() };
    expect(inOrder(await tidied(turned))).toEqual(inOrder(after));
  });

  it('gives a boundary with nothing but texts the room that they need', async () => {
    const texts = [0, 1, 2].map((i) => text(`t${i}`, { x: 10, y: 10 + i * 40, width: 300, height: 200 }, 'vpc'));
    const after = await tidied(diagramOf({ boundaries: [boundary('vpc'), boundary('next')], texts }));
    expect(collisions(after)).toEqual([]);
    expect(leaking(after)).toEqual([]);
  });

  it('packs what no flow ties to anything into rows instead of one column', async () => {
    const resources = Array.from({ length: 12 }, (_, i) => resource(`r${i}`));
    const after = await tidied(diagramOf({ resources }));
    expect(new Set(after.resources.map(({ position }) => position.x)).size).toBeGreaterThan(2);
    expect(new Set(after.resources.map(({ position }) => position.y)).size).toBeGreaterThan(2);
  });

  it('keeps the size of a boundary with nothing in it, and the corner of it all', async () => {
    const diagram = diagramOf({
      boundaries: [boundary('empty', null, { x: 80, y: 160, width: 800, height: 640 })],
      resources: [resource('a', null, 400, 400), resource('b', null, 400, 400)],
      flows: [flow('a', 'b')],
    });
    const after = await tidied(diagram);
    expect(after.boundaries[0]?.size).toEqual({ width: 800, height: 640 });
    const rects = placedIn(after).map(({ rect }) => rect);
    expect([Math.min(...rects.map(({ x }) => x)), Math.min(...rects.map(({ y }) => y))]).toEqual([80, 160]);
  });

  it('takes a note along with the resource beside it, and keeps titles above and other notes below', async () => {
    const diagram = diagramOf({
      resources: [resource('a', null, 900, 300), resource('b', null, 0, 300)],
      flows: [flow('a', 'b')],
      texts: [
        text('title', { x: 300, y: 0, width: 320, height: 48 }, null, 'title'),
        text('beside', { x: 900, y: 376, width: 176, height: 96 }),
        text('legend', { x: 300, y: 900, width: 240, height: 96 }),
      ],
    });
    const after = await tidied(diagram);
    const place = new Map(placedIn(after).map(({ id, rect }) => [id, rect]));
    const at = (id: string): Rect => place.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
    expect(at('a').x).toBeLessThan(at('b').x);
    expect([at('beside').x - at('a').x, at('beside').y - at('a').y]).toEqual([0, 76]);
    expect(at('title').y).toBeLessThan(at('a').y);
    expect(at('legend').y).toBeGreaterThan(at('beside').y + 96);
    expect(at('a').y).toBe(at('b').y);
  });

  it('forgets bends of flows that it has moved', async () => {
    const diagram = diagramOf({
      resources: [resource('a'), resource('b')],
      flows: [{ ...flow('a', 'b'), bend: { x: 80, y: 80 } }],
    });
    expect((await tidied(diagram)).flows[0]?.bend).toBeUndefined();
  });
});

const placedLists = ({ resources, boundaries, texts }: Diagram) => [...resources, ...boundaries, ...texts];

describe('tidying a selection', () => {
  const rest = resource('rest', null, 800, 0);
  const messy = diagramOf({
    resources: [resource('a', null, 400, 0), resource('b', null, 200, 200), rest],
    flows: [flow('a', 'b'), flow('b', 'rest')],
  });

  it('leaves the rest where it is, and begins where the selection began', async () => {
    const after = await tidied(messy, ['a', 'b']);
    expect(after.resources[2]).toBe(rest);
    expect(after.resources.map(({ position }) => position)).toEqual([
      { x: 200, y: 0 },
      { x: 480, y: 0 },
      { x: 800, y: 0 },
    ]);
  });

  it('goes to the nearest free place rather than over what stays', async () => {
    const diagram = { ...messy, resources: [resource('a', null, 640, 0), resource('b', null, 600, 200), rest] };
    const after = await tidied(diagram, ['a', 'b']);
    expect(after.resources[2]).toBe(rest);
    expect(collisions(after)).toEqual([]);
  });

  it('stays in its boundary, which grows when it has to', async () => {
    const diagram = diagramOf({
      boundaries: [boundary('vpc', null, { width: 320, height: 400 })],
      resources: [resource('a', 'vpc', 40, 200), resource('b', 'vpc', 40, 80), resource('c', 'vpc', 40, 300)],
      flows: [flow('a', 'b')],
    });
    const after = await tidied(diagram, ['a', 'b']);
    expect(after.resources.map(({ inside }) => inside)).toEqual(['vpc', 'vpc', 'vpc']);
    expect(after.resources[2]).toBe(diagram.resources[2]);
    expect(collisions(after)).toEqual([]);
    expect(after.boundaries[0]?.size.width).toBeGreaterThanOrEqual(40 + 2 * 176 + 104 + BOUNDARY_PADDING);
  });

  it('tidies what is inside a selected boundary', async () => {
    const diagram = diagramOf({
      boundaries: [boundary('vpc', null, { x: 80, y: 80, width: 900, height: 900 })],
      resources: [resource('a', 'vpc', 600, 700), resource('b', 'vpc', 100, 80)],
      flows: [flow('a', 'b')],
    });
    const after = await tidied(diagram, ['vpc']);
    expect(after.boundaries[0]).toMatchObject({ position: { x: 80, y: 80 }, size: { width: 504, height: 144 } });
    expect(leaking(after)).toEqual([]);
  });

  it('covers nothing new, whatever is selected', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, fc.integer(), async (diagram, seed) => {
        const start = await tidied(diagram);
        const ids = placedIn(start)
          .map(({ id }) => id)
          .filter((_, i) => ((seed >> (i % 30)) & 1) === 1);
        const after = await tidied(start, ids);
        const chosen = new Set(ids);
        const stays = (id: string): boolean => !chosen.has(id);
        const containers = new Set(start.boundaries.map(({ id }) => id));
        // Boundaries that grow may come over what stands beside them.
        const between = collisions(after).filter((pair) => pair.split(' ').every((id) => !containers.has(id)));
        expect(between).toEqual([]);
        // What stands beside a boundary that grows makes way; else what is not selected stays.
        const grew = start.boundaries.some(({ id, size }) => {
          const now = after.boundaries.find((each) => each.id === id)?.size ?? size;
          return now.width > size.width || now.height > size.height;
        });
        for (const item of start.resources) {
          if (stays(item.id) && !around(start, item.inside).some((id) => chosen.has(id))) {
            const now = after.resources.find(({ id }) => id === item.id);
            if (grew) expect({ ...now, position: item.position }).toEqual(item);
            else expect(now).toBe(item);
          }
        }
      }),
      RUNS,
    );
  });
});

/** Ids of the boundaries around something. */
function around(diagram: Diagram, inside: string | null): readonly string[] {
  const next = diagram.boundaries.find(({ id }) => id === inside);
  return next ? [next.id, ...around(diagram, next.inside)] : [];
}

describe('the samples', () => {
  const SAMPLES = path.resolve(import.meta.dirname, '../../../data/samples');
  it.each(['clickstream-iot', 'emr-batch', 'firehose-redshift', 'serverless-ingestion'])('%s', async (name) => {
    const parsed = parseDiagram(readFileSync(path.join(SAMPLES, `${name}.parapet`), 'utf8'));
    if (!parsed.ok) throw new Error('a sample does not open');
    const after = await tidied(parsed.diagram);
    expect(collisions(after)).toEqual([]);
    expect(leaking(after)).toEqual([]);
  });
});
