import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { toComparedReview } from '../../../shared/export/comparison.ts';
import { toComparisonMarkdown } from '../../../shared/export/comparisonMarkdown.ts';
import { compareJudged } from '../../../shared/validate/compare.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';

const TODAY = '2026-11-21';
const catalog = await shippedCatalog();
const judged = (diagram: Diagram) => ({ diagram, report: validate(diagram, catalog, TODAY) });
const diagrams = catalogDiagrams(catalog, 5).map(judged);

/** Two states of one diagram: the later has lost some elements and some answers, and got others. */
const states = fc.tuple(diagrams, diagrams, fc.nat(3)).map(([one, two, cut]) => {
  const kept = one.diagram.resources.map((each, i) => (i % 2 === cut % 2 ? each : { ...each, answers: {} })).slice(cut);
  const resources = [...kept, ...two.diagram.resources.slice(0, cut)].map((each) => ({ ...each, inside: null }));
  return [one, judged({ ...one.diagram, resources, flows: [], suppressions: [], texts: [] })] as const;
});
const keys = (moved: readonly { readonly finding: { readonly key: string } }[]) =>
  moved.map(({ finding }) => finding.key);

describe('the comparison of two reports', () => {
  it('opens and closes nothing between a diagram and itself', () => {
    fc.assert(
      fc.property(diagrams, (side) => {
        const { gaps, questions } = compareJudged(side, side);
        expect(gaps).toEqual({ opened: [], closed: [], unchanged: side.report.tally.gap });
        expect(questions).toEqual({ opened: [], closed: [], unchanged: side.report.tally.unknown });
      }),
      { numRuns: 30 },
    );
  });

  it('opens the other way what it closes this way, and its counts add up', () => {
    fc.assert(
      fc.property(states, ([before, after]) => {
        const [there, back] = [compareJudged(before, after), compareJudged(after, before)];
        for (const what of ['gaps', 'questions'] as const) {
          expect(keys(back[what].opened)).toEqual(keys(there[what].closed));
          expect(keys(back[what].closed)).toEqual(keys(there[what].opened));
          expect(back[what].unchanged).toBe(there[what].unchanged);
        }
        const { opened, closed, unchanged } = there.gaps;
        expect(unchanged + opened.length).toBe(after.report.tally.gap);
        expect(unchanged + closed.length).toBe(before.report.tally.gap);
      }),
      { numRuns: 30 },
    );
  });

  it('prints every opened gap in Markdown, with hostile names as texts on their line', () => {
    fc.assert(
      fc.property(states, ([before, after]) => {
        const comparison = compareJudged(before, after);
        const review = toComparedReview({ comparison, catalog, rules: [], before: 'a.parapet', after: 'b.parapet' });
        const lines = toComparisonMarkdown([{ review, picture: null }]).split('\n');
        const rows = lines.filter((line) => /^\| (🟥|🟧|🟨|🟦|⬜)/u.test(line));
        expect(rows).toHaveLength(review.opened.length + review.closed.length);
        for (const row of rows) expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(5);
        expect(lines.join('\n')).not.toContain('<script>');
      }),
      { numRuns: 30 },
    );
  });
});
