import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../shared/diagram/geometry.ts';
import { resourceRect } from '../../../shared/diagram/graph.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { cardTagRects } from '../../../shared/export/svg/cardTags.ts';
import { toDrawing } from '../../../shared/export/svg/drawing.ts';
import { exportSvg } from '../../../shared/export/svg/exportSvg.ts';
import type { SvgOptions } from '../../../shared/export/svg/options.ts';
import { drawPicture } from '../../../shared/export/svg/picture.ts';
import { paragraphsOf } from '../../../shared/export/textBox.ts';
import type { Report } from '../../../shared/validate/report.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { diagramIn } from '../../support/exports.ts';
import { plain } from '../../support/reports.ts';
import { samplePaths, shippedIcons } from '../../support/shipped.ts';

const TODAY = '2026-11-21';
const catalog = await shippedCatalog();
const icons = shippedIcons();
const shop = diagramIn(readFileSync(path.join(import.meta.dirname, '../classify/shop.parapet'), 'utf8'));

/** With letters as text, so that they can be read here. */
const svgOf = (diagram: Diagram, report?: Report) => drawn(diagram, { lettering: 'text' }, report);

const drawn = (diagram: Diagram, options: SvgOptions, report: Report = validate(diagram, catalog, TODAY)) =>
  exportSvg({ diagram, catalog, report, icons, date: TODAY, ...options });

/** Reads the document with a strict XML parser: anything that is not well-formed throws. */
function documentOf(svg: string): Element {
  const fail = (level: string, message: string): void => {
    // It only warns of U+FFFD, which stands here for what XML cannot hold.
    if (level !== 'warning') throw new Error(`${level}: ${message}`);
  };
  const root = new DOMParser({ onError: fail }).parseFromString(svg, 'image/svg+xml').documentElement;
  if (!root) throw new Error('no root element');
  return root;
}

const elements = (root: Element, name: string): readonly Element[] => Array.from(root.getElementsByTagName(name));
const hasClass = (element: Element, name: string) => element.getAttribute('class') === name;

/** The numbers on the markers that stand inside (or outside of) the rows of the list. */
function numbers(root: Element, inList: boolean): readonly number[] {
  const rows = elements(root, 'g').filter((group) => hasClass(group, 'gap'));
  const listed = new Set(rows.flatMap((row) => elements(row, 'g').filter((group) => hasClass(group, 'marker'))));
  return elements(root, 'g')
    .filter((group) => hasClass(group, 'marker') && listed.has(group) === inList)
    .flatMap((group) => {
      const text = elements(group, 'text')[0]?.textContent ?? '';
      const [first = Number.NaN, last = first] = text.split('–').map(Number);
      return Array.from({ length: last - first + 1 }, (_, i) => first + i);
    })
    .sort((a, b) => a - b);
}

const diagrams = catalogDiagrams(catalog);

const one = (name: string): Diagram => ({
  name,
  boundaries: [
    {
      id: 'b',
      kind: 'vpc',
      name,
      inside: null,
      position: { x: 0, y: 0 },
      size: { width: 400, height: 300 },
      answers: {},
      note: '',
    },
  ],
  resources: [
    { id: 'r', service: 's3', name, inside: 'b', position: { x: 24, y: 56 }, answers: {}, note: name },
    { id: 'k', service: 'unheard-of', name, inside: null, position: { x: 600, y: 56 }, answers: {}, note: '' },
  ],
  flows: [{ id: 'f', from: 'r', to: 'k', label: name, answers: {}, note: '' }],
  suppressions: [],
  texts: [],
});

describe('the annotated picture', () => {
  it('is well-formed XML with title and description, whatever the diagram is called and holds', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const root = documentOf(svgOf(diagram));
        expect(root.firstChild?.nodeName).toBe('title');
        expect(elements(root, 'desc')[0]?.textContent).toContain('met');
        expect(elements(root, 'script')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has the same bytes for the same diagram', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        expect(svgOf(structuredClone(diagram))).toBe(svgOf(diagram));
      }),
      { numRuns: 30 },
    );
  });

  it('has every gap once in the picture and once in the list, under the same number', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const report = validate(diagram, catalog, TODAY);
        const root = documentOf(svgOf(diagram, report));
        const all = Array.from({ length: report.tally.gap }, (_, i) => i + 1);
        expect(numbers(root, true)).toEqual(all);
        expect(numbers(root, false)).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  it('has the gap of a flow that has to run a long way past a wide title', () => {
    const subnet = { kind: 'private-subnet', name: '', answers: {}, note: '', inside: null } as const;
    const resource = { name: '', position: { x: 0, y: 0 }, answers: {}, note: '' };
    const text = { id: 't', text: '', style: 'title', size: { width: 697, height: 97 } } as const;
    const diagram: Diagram = {
      ...emptyDiagram(''),
      boundaries: [{ ...subnet, id: 'b', position: { x: 0, y: -1450 }, size: { width: 1, height: 1 } }],
      resources: [
        { ...resource, id: 'from', service: 'operator', inside: null },
        { ...resource, id: 'to', service: 'api-gateway', inside: 'b' },
      ],
      flows: [{ id: 'f', from: 'from', to: 'to', label: '', answers: { destructiveRights: 'included' }, note: '' }],
      texts: [{ ...text, inside: 'b', position: { x: -472, y: 40 } }],
    };
    const report = validate(diagram, catalog, TODAY);
    expect(numbers(documentOf(svgOf(diagram, report)), true)).toHaveLength(report.tally.gap);
  });

  it.each([
    '<script>alert(1)</script>',
    ']]>',
    '"/><image href="javascript:alert(1)"/>',
    "' onload='alert(1)",
    '&nbsp;&#0;',
    '\u0000\u0008\uFFFE\ud800',
  ])('shows the name %j as text', (name) => {
    const root = documentOf(svgOf(one(name)));
    const every = [...elements(root, '*')];
    expect(every.flatMap((element) => Array.from(element.attributes).map((each) => each.name))).not.toContain('onload');
    expect(elements(root, 'script').length + elements(root, 'image').length).toBe(0);
    const shown = elements(root, 'title')[0]?.textContent;
    if (/^[\x20-\x7E]+$/.test(name)) expect(shown).toBe(name);
  });

  it('sets a name that is too long in two lines, and cuts the second with an ellipsis', () => {
    const svg = svgOf(one(`${'W'.repeat(10_000)}`));
    documentOf(svg);
    const texts = elements(documentOf(svg), 'text').map((text) => text.textContent ?? '');
    const card = texts.indexOf('WWWWWWWW');
    expect(texts[card + 1]).toMatch(/^W+…$/);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(300);
  });

  it('has texts in the lines of the canvas, those of a script from right to left from the right', () => {
    const words = 'Personal data leave the raw zone masked.\nمرحبا بالعالم';
    const note = { id: 'n', style: 'note', text: words, inside: null, position: { x: 0, y: 200 } } as const;
    const box = { ...note, size: { width: 160, height: 120 } };
    const root = documentOf(svgOf({ ...one('Texts'), texts: [box] }));
    const drawnAs = elements(root, 'g').find((group) => hasClass(group, 'text'));
    const lines = drawnAs ? elements(drawnAs, 'text') : [];
    expect(lines.map((line) => line.textContent)).toEqual(paragraphsOf(box).flatMap((each) => each.lines));
    expect(lines.map((line) => line.getAttribute('direction'))).toEqual([null, null, 'rtl', 'rtl']);
    expect(lines.at(-1)?.getAttribute('x')).toBe('150');
  });

  it('has the badge of a resource, cut where it is too long and told whole', () => {
    const diagram = one('Badges');
    const badge = '1111-2222-3333 eu-central-1';
    const root = documentOf(svgOf({ ...diagram, resources: diagram.resources.map((each) => ({ ...each, badge })) }));
    const [drawnAs] = elements(root, 'g').filter((group) => hasClass(group, 'badge'));
    expect(drawnAs && elements(drawnAs, 'title')[0]?.textContent).toBe(badge);
    expect(drawnAs && elements(drawnAs, 'text')[0]?.textContent).toMatch(/^1111.*…$/);
  });

  it('keeps every resource inside the page', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const root = documentOf(svgOf(diagram));
        const [, , width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
        expect(Number.isFinite(width) && Number.isFinite(height) && width > 0 && height > 0).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('shows a diagram without anything on it', () => {
    const svg = svgOf({ name: '', boundaries: [], resources: [], flows: [], suppressions: [], texts: [] });
    expect(elements(documentOf(svg), 'text').map((text) => text.textContent)).toContain(
      'Nothing is on the canvas yet.',
    );
  });

  it('shows a service that the catalog does not know as not checked', () => {
    const texts = elements(documentOf(svgOf(one('x'))), 'text').map((text) => text.textContent);
    expect(texts).toContain('not checked');
  });

  it.each(samplePaths().map((file) => [path.basename(file), file]))(
    'of the sample %s uses every icon it defines',
    (_name, file) => {
      const parsed = parseDiagram(readFileSync(file, 'utf8'));
      if (!parsed.ok) throw new Error(parsed.message);
      const root = documentOf(svgOf(parsed.diagram));
      const uses = elements(root, 'use').filter((use) => use.getAttribute('xlink:href')?.startsWith('#icon-'));
      const used = new Set(uses.map((use) => use.getAttribute('xlink:href')));
      const defined = new Set(elements(root, 'symbol').map((symbol) => `#${symbol.getAttribute('id')}`));
      expect(used).toEqual(defined);
      const { resources, boundaries } = parsed.diagram;
      expect(uses).toHaveLength(resources.length + boundaries.length);
    },
  );

  it('marks the strongest class of data on each resource that any reaches, and says so in the legend', () => {
    const root = documentOf(svgOf(shop));
    const marks = elements(root, 'g').filter((group) => hasClass(group, 'data'));
    const words = marks.map((mark) => elements(mark, 'text')[0]?.textContent);
    // One a resource but the key and the idle bucket, and the sample of the legend.
    expect(words).toHaveLength(shop.resources.length - 2 + 1);
    expect(words).toEqual(expect.arrayContaining(['payment +2', 'personal +1', 'confid. +1', 'internal', 'data']));
    const titles = marks.map((mark) => elements(mark, 'title')[0]?.textContent);
    expect(titles).toContain('Internal and personal data reach it');
    const said = (text: string) => text.includes('Strongest class of data');
    expect(elements(root, 'text').filter((text) => said(text.textContent ?? ''))).toHaveLength(1);
  });

  it('says nothing of data where it is to say nothing of security, or where none are declared', () => {
    const plainShop = { ...shop, resources: shop.resources.map(({ data, ...resource }) => resource) };
    const all = [drawn(shop, { lettering: 'text', annotations: 'none' }), svgOf(plainShop)];
    for (const svg of all) expect(svg).not.toMatch(/class="data"|Strongest class/);
  });

  it('keeps pills off the marks for data', () => {
    const drawing = toDrawing({ diagram: shop, catalog, report: validate(shop, catalog, TODAY), icons, date: TODAY });
    const { pieces } = drawPicture(drawing, 0);
    const marks = shop.resources.flatMap((each) => cardTagRects(drawing, each, resourceRect(shop, each)));
    const pills = pieces.filter(({ markup }) => markup.includes('class="pill"'));
    expect(pills.length).toBeGreaterThan(10);
    expect(pills.filter(({ rect }) => marks.some((mark) => overlaps(rect, mark)))).toEqual([]);
  });

  it('changes nothing in diagram and report', () => {
    fc.assert(
      fc.property(diagrams, (diagram) => {
        const report = validate(diagram, catalog, TODAY);
        const before = JSON.stringify([diagram, plain(report)]);
        svgOf(diagram, report);
        expect(JSON.stringify([diagram, plain(report)])).toBe(before);
      }),
      { numRuns: 20 },
    );
  });
});
