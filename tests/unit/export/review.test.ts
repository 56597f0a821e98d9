import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toReview } from '../../../shared/export/review.ts';
import { numberGaps } from '../../../shared/export/svg/numbering.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { inputOfDiagram, inputOfFile, TODAY } from '../../support/exports.ts';
import { reviewCatalog } from '../../support/reviewCatalog.ts';
import { HOSTILE_NAMES, SMALL } from '../../support/reviewDiagrams.ts';
import { samplePaths } from '../../support/shipped.ts';

const shipped = await shippedCatalog();
const small = reviewCatalog();
const review = toReview(inputOfDiagram(SMALL, small));

describe('the review', () => {
  it('has the gaps with the numbers and in the order of the picture, whatever is drawn', () => {
    fc.assert(
      fc.property(catalogDiagrams(shipped), (diagram) => {
        const report = validate(diagram, shipped, TODAY);
        const { gaps, questions } = toReview({
          diagram,
          report,
          catalog: shipped,
          date: TODAY,
          standard: null,
          file: null,
        });
        const drawn = numberGaps(report).flatMap((group) => group.gaps);
        expect(gaps.map(({ number, key }) => [number, key])).toEqual(
          drawn.map(({ number, finding }) => [number, finding.key]),
        );
        expect(gaps.map(({ number }) => number)).toEqual(gaps.map((_, i) => i + 1));
        expect(questions).toHaveLength(report.tally.unknown);
      }),
      { numRuns: 40 },
    );
  });

  it('says of every decision how it stands', () => {
    expect(review.decisions.map(({ key, standing }) => `${key} ${standing}`)).toEqual([
      'queue.closed@in expired',
      'queue.encrypt@in factsChanged',
      'queue.encrypt@out notNeeded',
      'queue.gone@in withoutSubject',
      'queue.retention@in holds',
    ]);
    expect(review.gaps.filter(({ reopened }) => reopened !== null).map(({ key }) => key)).toEqual([
      'queue.closed@in',
      'queue.encrypt@in',
    ]);
  });

  it('says what was not checked, what the general controls judged, and what an own catalog changed', () => {
    const { scope } = review;
    expect(scope.elements).toBe(5);
    expect(scope.unchecked.map(({ name }) => name)).toEqual(['box']);
    expect(scope.general.map(({ name }) => name)).toEqual(['outgoing → box (archive)']);
    expect(scope.off.map(({ control }) => control)).toEqual(['queue.tags']);
    expect(scope.changed.map(({ control }) => control)).toEqual(['queue.retention']);
  });

  it('names the questions to answer', () => {
    const asked = review.questions.map(({ element, asks }) => `${element.name}: ${asks.join()}`);
    expect(asked).toEqual(['outgoing: Open to everybody', 'outgoing → box (archive): TLS', 'incoming → outgoing: TLS']);
  });

  it('shows a standard with the numbers of the gaps', () => {
    for (const file of samplePaths()) {
      const { standard, gaps } = toReview(inputOfFile(file, shipped, 'fsbp'));
      if (!standard) throw new Error('no standard');
      for (const { controls, standing, gaps: numbers } of standard.requirements) {
        expect(numbers.map((number) => gaps[number - 1]?.control).every((id) => controls.includes(id ?? ''))).toBe(
          true,
        );
        expect(numbers.length > 0).toBe(standing === 'gap');
      }
    }
  });

  it('holds no control characters, line breaks or marks of direction in names, justifications and owners', () => {
    const hostile = toReview({
      ...inputOfDiagram(HOSTILE_NAMES, small),
      file: { name: 'a\u202E\n.parapet', text: '{}' },
    });
    const { catalog: _catalog, ...texts } = hostile;
    const unfit = /[\p{Cc}\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;
    const bad: string[] = [];
    JSON.stringify(texts, (_key, value) => {
      if (typeof value === 'string' && unfit.test(value)) bad.push(value);
      return value;
    });
    expect(bad).toEqual([]);
  });
});
