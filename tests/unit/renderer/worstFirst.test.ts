import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOf, worstFirst } from '../../../renderer/inspector/controls/worstFirst.ts';
import { catalog } from '../../../renderer/state/catalog.ts';
import { CATEGORY_IDS } from '../../../shared/catalog/terms.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';
import { type Assessment, severityRank } from '../../../shared/validate/report.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { resource } from '../../support/shop.ts';

const reportsOf = (diagram: Parameters<typeof validate>[0]) => [
  ...validate(diagram, catalog, '2026-11-21').elements.values(),
];
const placeOf = ({ outcome, severity }: Assessment): readonly [number, number] =>
  outcome === 'gap' ? [0, severityRank(severity)] : outcome === 'unknown' ? [1, severityRank(severity)] : [2, 0];
const isBefore = (a: Assessment, b: Assessment): boolean => {
  const [[x, y], [u, v]] = [placeOf(a), placeOf(b)];
  return x < u || (x === u && y <= v);
};

it('lists every control once, in its category, what to act on first', () => {
  fc.assert(
    fc.property(catalogDiagrams(catalog), (diagram) => {
      for (const { assessments } of reportsOf(diagram)) {
        const groups = worstFirst(assessments, orderOf(assessments));
        const listed = groups.flatMap((group) => group.assessments);
        expect(new Set(listed)).toEqual(new Set(assessments));
        expect(listed).toHaveLength(assessments.length);
        for (const { category, assessments: own } of groups) {
          expect(own.every(({ compiled }) => compiled.control.category === category)).toBe(true);
          expect(own.every((each, i) => i === 0 || isBefore(own[i - 1] ?? each, each))).toBe(true);
        }
        const heads = groups.flatMap(({ assessments: own }) => own.slice(0, 1));
        expect(heads.every((each, i) => i === 0 || isBefore(heads[i - 1] ?? each, each))).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

it('leaves what needs nobody in the order of the catalog', () => {
  const resources = [...catalog.services.keys()].map((service) => resource(service, service));
  for (const { assessments } of reportsOf({ ...emptyDiagram(''), resources })) {
    const met = assessments.filter(({ outcome }) => outcome === 'satisfied');
    const categories = worstFirst(met, orderOf(met)).map(({ category }) => CATEGORY_IDS.indexOf(category));
    expect(categories).toEqual([...categories].sort((a, b) => a - b));
    expect(
      worstFirst(met, orderOf(met))
        .flatMap((group) => group.assessments.map(({ key }) => key))
        .sort(),
    ).toEqual(met.map(({ key }) => key).sort());
  }
});

it('keeps an order while it is in view, whatever the answers become', () => {
  fc.assert(
    fc.property(catalogDiagrams(catalog), (diagram) => {
      for (const { assessments } of reportsOf(diagram)) {
        const order = orderOf(assessments);
        const before = worstFirst(assessments, order).flatMap((group) => group.assessments.map(({ key }) => key));
        const answered = assessments.map((each): Assessment => ({ ...each, outcome: 'satisfied' }));
        const after = worstFirst(answered, order).flatMap((group) => group.assessments.map(({ key }) => key));
        expect(after).toEqual(before);
      }
    }),
    { numRuns: 10 },
  );
});
