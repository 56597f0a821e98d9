import path from 'node:path';
import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../shared/catalog/catalog.ts';
import { overlaps } from '../../../shared/diagram/geometry.ts';
import { resourceRect } from '../../../shared/diagram/graph.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { toComparedReview } from '../../../shared/export/comparison.ts';
import { exportComparison } from '../../../shared/export/svg/comparison/exportComparison.ts';
import { mergeStates } from '../../../shared/export/svg/comparison/mergeStates.ts';
import { THEMES } from '../../../shared/export/svg/style.ts';
import { compareJudged } from '../../../shared/validate/compare.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { TODAY } from '../../support/exports.ts';
import { reviewCatalog } from '../../support/reviewCatalog.ts';
import { HOSTILE_NAMES, SMALL } from '../../support/reviewDiagrams.ts';
import { shippedIcons } from '../../support/shipped.ts';

const GOLDEN = path.join(import.meta.dirname, 'golden');
const shipped = await shippedCatalog();
const small = reviewCatalog();
const icons = shippedIcons();

function compared(before: Diagram, after: Diagram, catalog: Catalog) {
  const judge = (diagram: Diagram) => ({ diagram, report: validate(diagram, catalog, TODAY) });
  const sides = { before: judge(before), after: judge(after) };
  const comparison = compareJudged(sides.before, sides.after);
  const review = toComparedReview({ comparison, catalog, rules: [], before: 'a.parapet', after: 'b.parapet' });
  const names = { before: 'a.parapet at main', after: 'b.parapet' };
  return { ...sides, comparison, review, catalog, icons, date: TODAY, names };
}

/** With letters as text, so that they can be read here. */
const svgOf = (before: Diagram, after: Diagram, catalog: Catalog = shipped) =>
  exportComparison({ ...compared(before, after, catalog), lettering: 'text', embedFont: false });

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
const textsOf = (root: Element) => elements(root, 'text').map((text) => text.textContent ?? '');
const marksIn = (root: Element, mark: string) =>
  elements(root, 'g').filter(
    (group) => group.getAttribute('class') === 'mark' && elements(group, 'title')[0]?.textContent === mark,
  ).length;

/** The diagram after some work: one gone with its flow, one in its place, one answered and renamed, one renamed. */
const LATER: Diagram = {
  ...SMALL,
  boundaries: SMALL.boundaries.map((boundary) => ({ ...boundary, name: 'south' })),
  resources: [
    ...SMALL.resources
      .filter(({ id }) => id !== 'x')
      .map((each) => (each.id === 'in' ? { ...each, name: 'intake', answers: { encrypted: true, open: true } } : each)),
    ...SMALL.resources
      .filter(({ id }) => id === 'x')
      .map((each) => ({ ...each, id: 'y', name: 'archive', service: 'queue', answers: { encrypted: false } })),
  ],
  flows: SMALL.flows.filter(({ id }) => id !== 'away').map((flow) => ({ ...flow, label: 'again' })),
};

const states = fc.tuple(catalogDiagrams(shipped, 5), catalogDiagrams(shipped, 5)).map(([one, two]) => {
  // Some of the elements of one state live on, changed, in the other.
  const kept = one.resources.slice(1).map((each) => ({ ...each, inside: null, answers: {} }));
  const ids = new Set(kept.map(({ id }) => id));
  const resources = [
    ...kept,
    ...two.resources.filter(({ id }) => !ids.has(id)).map((each) => ({ ...each, inside: null })),
  ];
  return [one, { ...one, resources, flows: [], boundaries: [], texts: [] }] as const;
});

describe('the picture of two states', () => {
  it('is the reviewed one for a small diagram, and for hostile names', async () => {
    await expect(svgOf(SMALL, LATER, small)).toMatchFileSnapshot(path.join(GOLDEN, 'small.comparison.svg.txt'));
    const hostile = svgOf(SMALL, HOSTILE_NAMES, small);
    await expect(hostile).toMatchFileSnapshot(path.join(GOLDEN, 'hostile.comparison.svg.txt'));
    const root = documentOf(hostile);
    expect(elements(root, 'script').length + elements(root, 'image').length + elements(root, 'a').length).toBe(0);
    const attributes = elements(root, '*').flatMap((each) => Array.from(each.attributes).map(({ name }) => name));
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
  });

  it('is one SVG 1.1 document with both states named, and the same bytes for the same states', () => {
    fc.assert(
      fc.property(states, ([before, after]) => {
        const svg = svgOf(before, after);
        const root = documentOf(svg);
        expect(root.getAttribute('version')).toBe('1.1');
        expect(textsOf(root)).toEqual(expect.arrayContaining(['a.parapet at main', 'b.parapet']));
        expect(svgOf(structuredClone(before), structuredClone(after))).toBe(svg);
      }),
      { numRuns: 25 },
    );
  });

  it('has one sign in the picture, one in the list and one in the legend for all that came, went or changed', () => {
    fc.assert(
      fc.property(states, ([before, after]) => {
        const { review } = compared(before, after, shipped);
        const root = documentOf(svgOf(before, after));
        for (const [mark, list] of [
          ['Added', review.added],
          ['Removed', review.removed],
          ['Changed', review.changed],
        ] as const) {
          expect(marksIn(root, mark)).toBe(2 * list.length + 1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('numbers the gaps that opened, then those that closed, each once in the list', () => {
    fc.assert(
      fc.property(states, ([before, after]) => {
        const { review } = compared(before, after, shipped);
        const root = documentOf(svgOf(before, after));
        const rows = (name: string) => elements(root, 'g').filter((group) => group.getAttribute('class') === name);
        const numbers = (name: string) =>
          rows(name)
            .map((row) => Number(textsOf(row)[0]?.replace('✓ ', '')))
            .sort((a, b) => a - b);
        const [opened, closed] = [review.opened.length, review.closed.length];
        expect(numbers('gap')).toEqual(Array.from({ length: opened }, (_, i) => i + 1));
        expect(numbers('closed')).toEqual(Array.from({ length: closed }, (_, i) => opened + i + 1));
      }),
      { numRuns: 40 },
    );
  });

  it('has no marks where nothing changed, and none for what only moved', () => {
    const moved = {
      ...SMALL,
      resources: SMALL.resources.map((each) => ({ ...each, position: { x: each.position.x, y: 400 } })),
    };
    for (const after of [SMALL, moved]) {
      const root = documentOf(svgOf(SMALL, after, small));
      expect(['Added', 'Removed', 'Changed'].map((mark) => marksIn(root, mark))).toEqual([1, 1, 1]);
    }
  });

  it.each(THEMES)(
    'in the theme %s tells marks apart by line, and has no letters but outlines on the canvas',
    (theme) => {
      const svg = exportComparison({ ...compared(SMALL, LATER, small), theme });
      const dashes = ['10 4', '2 4', '9 3 2 3'];
      for (const dash of dashes) expect(svg).toContain(`stroke-dasharray="${dash}"`);
      expect(/class="resource"[\s\S]*?<\/g>/.exec(svg)?.[0]).not.toContain('<text');
      if (theme === 'print') {
        const colours = [
          ...new Set(svg.replace(/<symbol.*?<\/symbol>/gs, '').match(/(?<=(?:fill|stroke)=")#[0-9a-f]{6}/g)),
        ];
        expect(colours.filter((colour) => !/^#(..)\1\1$/.test(colour))).toEqual([]);
      }
    },
  );

  it('leaves the later state where it is, and what is gone where it was, or beside what stands there now', () => {
    const merged = mergeStates(SMALL, LATER);
    expect(merged.resources.slice(0, LATER.resources.length)).toEqual(LATER.resources);
    const rects = merged.resources.map((resource) => resourceRect(merged, resource));
    rects.forEach((rect, i) => {
      for (const other of rects.slice(i + 1)) expect(overlaps(rect, other)).toBe(false);
    });
    const alone = { ...LATER, resources: LATER.resources.filter(({ id }) => id !== 'y') };
    expect(mergeStates(SMALL, alone).resources.at(-1)).toEqual(SMALL.resources.find(({ id }) => id === 'x'));
  });
});
