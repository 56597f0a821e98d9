import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../shared/diagram/geometry.ts';
import { resourceRect } from '../../../shared/diagram/graph.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { legible } from '../../../shared/export/font/legible.ts';
import { pngPicture } from '../../../shared/export/png/picture.ts';
import { anchorOf, pillAnchorOf } from '../../../shared/export/svg/anchors.ts';
import { boundaryLabels } from '../../../shared/export/svg/drawBoundary.ts';
import { placeFlows } from '../../../shared/export/svg/drawFlow.ts';
import { toDrawing } from '../../../shared/export/svg/drawing.ts';
import { exportSvg } from '../../../shared/export/svg/exportSvg.ts';
import { widthOf } from '../../../shared/export/svg/letters.ts';
import type { SvgOptions } from '../../../shared/export/svg/options.ts';
import { pillRect, placePills } from '../../../shared/export/svg/placePills.ts';
import { THEMES } from '../../../shared/export/svg/style.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { samplePaths, shippedIcons } from '../../support/shipped.ts';

const TODAY = '2026-11-21';
const catalog = await shippedCatalog();
const icons = shippedIcons();

const inputOf = (diagram: Diagram, options: SvgOptions = {}) => ({
  diagram,
  catalog,
  report: validate(diagram, catalog, TODAY),
  icons,
  date: TODAY,
  ...options,
});
const svgOf = (diagram: Diagram, options: SvgOptions = {}) => exportSvg(inputOf(diagram, options));

function read(file: string): Diagram {
  const parsed = parseDiagram(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.diagram;
}

const SAMPLES = samplePaths().map((file) => [path.basename(file), read(file)] as const);
const sample = read(samplePaths().find((file) => file.includes('clickstream')) ?? '');
const has = (svg: string, id: string) => svg.includes(`id="${anchorOf(id)}"`);
const count = (svg: string, what: RegExp) => svg.match(what)?.length ?? 0;

describe('a picture', () => {
  it.each(SAMPLES)(
    'of the sample %s has no pill over a resource, a name of a boundary or another pill',
    (_name, diagram) => {
      const drawing = toDrawing(inputOf(diagram));
      const resources = diagram.resources.map((resource) => resourceRect(diagram, resource));
      const labels = diagram.boundaries.flatMap((boundary) => boundaryLabels(drawing, boundary));
      const pills = placePills(drawing, placeFlows(drawing), [...resources, ...labels]).map(pillRect);
      pills.forEach((pill, i) => {
        for (const other of [...resources, ...labels, ...pills.slice(i + 1)]) expect(overlaps(pill, other)).toBe(false);
      });
    },
  );

  it.each(THEMES)('in the theme %s has a glyph and a pattern for each severity', (theme) => {
    const svg = svgOf(sample, { theme });
    expect(count(svg, /<pattern /g)).toBe(4);
    expect(count(svg, /<g id="cap-/g)).toBe(5);
  });

  it('for print has no colour but those of icons', () => {
    const svg = svgOf(sample, { theme: 'print' }).replace(/<symbol.*?<\/symbol>/gs, '');
    const colours = [...new Set(svg.match(/(?<=(?:fill|stroke)=")#[0-9a-f]{6}/g))];
    expect(colours.filter((colour) => !/^#(..)\1\1$/.test(colour))).toEqual([]);
  });

  it('without annotations says nothing of security', () => {
    const svg = svgOf(sample, { annotations: 'none', lettering: 'text', embed: false });
    for (const word of ['gap', 'Critical', 'controls', 'question', 'class="marker"', 'class="sign"']) {
      expect(svg).not.toContain(word);
    }
    expect(count(svg, /class="resource"/g)).toBe(sample.resources.length);
  });

  it('with gaps only has neither ticks nor questions nor decisions', () => {
    const svg = svgOf(sample, { annotations: 'gaps', lettering: 'text', embed: false });
    expect(svg).toContain('class="marker"');
    expect(svg).not.toContain('class="sign"');
    expect(svg).not.toMatch(/>\d+ (open questions?|accepted risks?)</);
  });

  it('of one boundary shows it and what is in it, with the numbers of the whole', () => {
    const boundary = sample.boundaries.find(({ kind }) => kind === 'vpc');
    const scope = { kind: 'boundary', id: boundary?.id ?? '' } as const;
    const svg = svgOf(sample, { scope, lettering: 'text' });
    const within = sample.resources.filter(({ id }) => has(svg, id)).map(({ name }) => name);
    expect(within.sort()).toEqual(['alert-worker', 'warehouse']);
    const whole = svgOf(sample, { lettering: 'text' });
    const titles = (text: string) => new Set(text.match(/(?<=class="marker"><title>)[^<]+/g));
    expect([...titles(svg)].every((title) => titles(whole).has(title))).toBe(true);
  });

  it('of a selected flow shows its two ends', () => {
    const flow = sample.flows[0];
    const svg = svgOf(sample, { scope: { kind: 'elements', ids: [flow?.id ?? ''] } });
    expect(
      sample.resources
        .filter(({ id }) => has(svg, id))
        .map(({ id }) => id)
        .sort(),
    ).toEqual([flow?.from, flow?.to].sort());
    expect(sample.flows.filter(({ id }) => has(svg, id))).toHaveLength(1);
  });

  it('of nothing says so', () => {
    const svg = svgOf(sample, { scope: { kind: 'elements', ids: ['gone'] }, lettering: 'text' });
    expect(svg).toContain('Nothing of the diagram is in this part.');
  });

  it('in outlines has every letter of Latin, Greek and Cyrillic as a path, and other scripts as text', () => {
    const named = (name: string): Diagram => ({
      name,
      boundaries: [],
      resources: [],
      flows: [],
      suppressions: [],
      texts: [],
    });
    expect(svgOf(named('Straße Ωμέγα Данные'), { lettering: 'outlines' })).not.toContain('<text');
    const svg = svgOf(named('データ 数据 بيانات 🚀'), { lists: false });
    expect(count(svg, /<text/g)).toBe(1);
    expect(svg).toContain('>データ 数据 بيانات 🚀</text>');
  });

  it('for programs without fonts has boxes for other scripts, and says what they are', () => {
    const named = (name: string): Diagram => ({
      name,
      boundaries: [],
      resources: [],
      flows: [],
      suppressions: [],
      texts: [],
    });
    const heights = ['data', '数据'].map((name) => {
      const svg = svgOf(named(name), { lettering: 'outlines' });
      expect(svg).not.toContain('<text');
      return Number(/height="(\d+)"/.exec(svg)?.[1]);
    });
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBeGreaterThan(10);
  });

  it.each([
    'مستودع الطلبات',
    '注文データ',
    '📦🚀 orders 👩‍💻',
    'שלום עולם',
    '한국어 저장소',
    'सूचना',
    'สวัสดี',
    'e\u0301te\u0301',
  ])('has room for the boxes that stand for %s', (name) => {
    const font = { size: 12, weight: 'bold' } as const;
    expect(widthOf(legible(name, 'bold'), font)).toBeLessThanOrEqual(widthOf(name, font));
  });

  it('carries the font where it has text, and nothing of it where it has none', () => {
    expect(svgOf(sample)).toContain('@font-face');
    expect(svgOf(sample, { lettering: 'outlines' })).not.toContain('@font-face');
    expect(svgOf(sample, { lists: false })).not.toContain('@font-face');
  });

  it('uses only what it defines, whatever is drawn and however', () => {
    const options = fc.record({
      theme: fc.constantFrom(...THEMES),
      annotations: fc.constantFrom('all', 'gaps', 'none'),
      lettering: fc.constantFrom('mixed', 'text', 'outlines'),
      lists: fc.boolean(),
    } as const);
    fc.assert(
      fc.property(catalogDiagrams(catalog), options, (diagram, chosen) => {
        const svg = svgOf(diagram, chosen);
        const ids: readonly string[] = svg.match(/(?<=\sid=")[^"]+/g) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
        const used: readonly string[] = svg.match(/(?<=xlink:href="#|url\(#)[^")]+/g) ?? [];
        expect(used.filter((id) => !ids.includes(id))).toEqual([]);
        expect(svg.match(/[ ="(](NaN|-?Infinity|undefined)[ ")]/g)).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  it('gives the pill of a flow an anchor that no element has, whatever it is called', () => {
    const ids = (svg: string): readonly string[] => svg.match(/(?<=\sid=")[^"]+/g) ?? [];
    const [flow] = sample.flows;
    const [first, ...resources] = sample.resources.filter(({ id }) => id !== flow?.from && id !== flow?.to);
    if (!flow || !first) throw new Error('a flow and a resource');
    const ends = sample.resources.filter(({ id }) => id === flow.from || id === flow.to);
    for (const id of [`${flow.id}-pill`, `pill-${flow.id}`, `pill-e-${flow.id}`]) {
      const all = ids(svgOf({ ...sample, resources: [{ ...first, id }, ...resources, ...ends], suppressions: [] }));
      expect(all).toContain(pillAnchorOf(flow.id));
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('gives different elements different anchors', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(anchorOf(a)).toMatch(/^e-[\w.-]*$/);
        expect(anchorOf(a) === anchorOf(b)).toBe(a === b);
      }),
    );
  });

  it('too large for a PNG is refused with the size that it would have', () => {
    const far = {
      ...sample,
      resources: sample.resources.map((each, i) => ({ ...each, position: { x: i * 9000, y: 0 } })),
    };
    expect(pngPicture(inputOf(far), 4)).toMatchObject({ ok: false, width: expect.any(Number) });
    expect(pngPicture(inputOf(sample), 2)).toMatchObject({ ok: true, picture: { scale: 2 } });
  });
});
