import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Boundary } from '../../../shared/diagram/schema.ts';
import { exportSvg } from '../../../shared/export/svg/exportSvg.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { shippedIcons } from '../../support/shipped.ts';

const TODAY = '2026-11-21';
const catalog = await shippedCatalog();
const icons = shippedIcons();

beforeAll(() => initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))));

type Place = readonly [x: number, y: number, width: number, height: number];

/** Boundaries one after another, none of them inside another as far as the file says: positions are those on the canvas. */
function svgOf(places: readonly Place[], kinds: readonly string[]): string {
  const boundaries = places.map(
    ([x, y, width, height], i): Boundary => ({
      id: `b${i}`,
      kind: kinds[i % kinds.length] ?? 'vpc',
      name: `number ${i}`,
      inside: null,
      position: { x, y },
      size: { width, height },
      answers: {},
      note: '',
    }),
  );
  const diagram = { name: '', boundaries, resources: [], flows: [], suppressions: [], texts: [] };
  const report = validate(diagram, catalog, TODAY);
  return exportSvg({ diagram, catalog, report, icons, date: TODAY, lettering: 'outlines', lists: false, embed: false });
}

/** What stands before the fill of a boundary, its fill, whether that is translucent, and the colour of its line. */
const FILL =
  /(class="boundary"[^>]*><title>[^<]*<\/title><rect [^>]*)fill="(#\w{6})"( fill-opacity="0.03")? stroke="(#\w{6})"/g;

/** The fills of boundaries, in order; null for a translucent one. */
const fillsOf = (svg: string) =>
  [...svg.matchAll(FILL)].map(([, , fill, opacity]) => (opacity === undefined ? fill : null));

describe('the fill of a boundary', () => {
  // 3 % of #8c4fff over the canvas, #f6f7f9, then over that, and so on.
  const [ONCE, TWICE] = ['#f3f2f9', '#f0edf9'];
  const OUTER: Place = [0, 0, 800, 600];

  it.each<readonly [string, readonly Place[], readonly (string | null)[]]>([
    ['is one colour over the canvas', [OUTER], [ONCE]],
    ['is that of both where one stands in the other', [OUTER, [48, 80, 400, 200]], [ONCE, TWICE]],
    ['knows nothing of what stands beside it', [OUTER, [848, 0, 400, 200]], [ONCE, ONCE]],
    ['is translucent over an edge', [OUTER, [600, 200, 400, 200]], [ONCE, null]],
    ['is translucent over the line of an edge', [OUTER, [803, 0, 400, 200]], [ONCE, null]],
    ['is translucent over a round corner', [OUTER, [2, 200, 400, 398]], [ONCE, null]],
    ['is translucent over a name', [OUTER, [8, 8, 400, 200]], [ONCE, null]],
    ['is translucent around another', [[48, 80, 400, 200], OUTER], [ONCE, null]],
    ['is translucent in a translucent one', [OUTER, [600, 200, 400, 300], [650, 250, 100, 100]], [ONCE, null, null]],
  ])('%s', (_, places, expected) => {
    expect(fillsOf(svgOf(places, ['vpc']))).toEqual(expected);
  });

  it('looks as if all were translucent, wherever they lie', () => {
    const pixelsOf = (svg: string) => new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
    const place = fc.tuple(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 224, max: 400 }),
      fc.integer({ min: 128, max: 300 }),
    );
    const within = ([x, y, width, height]: Place, by: number): Place => [
      x + by,
      y + by + 8,
      width - 2 * by,
      height - 2 * by,
    ];
    const inset = fc.integer({ min: 0, max: 60 });
    const places = fc
      .tuple(place, inset, inset, place)
      .map(([outer, by, more, other]) => [outer, within(outer, by), within(outer, by + more), other] as const);
    fc.assert(
      fc.property(places, fc.shuffledSubarray([...catalog.boundaries.keys()], { minLength: 1 }), (each, kinds) => {
        const svg = svgOf(each, kinds);
        const translucent = svg.replace(FILL, '$1fill="$4" fill-opacity="0.03" stroke="$4"');
        const [ours, theirs] = [pixelsOf(svg), pixelsOf(translucent)];
        let most = 0;
        for (let i = 0; i < ours.length; i++) most = Math.max(most, Math.abs((ours[i] ?? 0) - (theirs[i] ?? 0)));
        // A program rounds each layer that it blends.
        expect(most).toBeLessThanOrEqual(each.length);
      }),
      { numRuns: 10 },
    );
  });
});
