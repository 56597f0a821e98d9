import fc from 'fast-check';
import { expect, it } from 'vitest';
import { candidatesOf, type ShownOutcome, showGaps, useFilter } from '../../../renderer/findings/filter.ts';
import { listedOf } from '../../../renderer/findings/rows.ts';
import { catalog } from '../../../renderer/state/catalog.ts';
import { SEVERITIES } from '../../../shared/catalog/terms.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';

const SHOWN: readonly ShownOutcome[] = ['gap', 'unknown', 'suppressed', 'all'];

it('counts for each outcome what it lists', () => {
  fc.assert(
    fc.property(catalogDiagrams(catalog), fc.constantFrom(...SHOWN), (diagram, outcome) => {
      const report = validate(diagram, catalog, '2026-11-21');
      const listed = listedOf(report);
      showGaps({ outcome });
      const { rows, bySeverity, byOutcome } = candidatesOf(report, useFilter.getState());
      expect(rows).toEqual(outcome === 'all' ? listed : listed.filter((row) => row.outcome === outcome));
      for (const each of SEVERITIES) expect(bySeverity[each]).toBe(rows.filter((row) => row.severity === each).length);
      for (const each of SHOWN.slice(0, 3)) {
        expect(byOutcome[each]).toBe(listed.filter((row) => row.outcome === each).length);
      }
      expect(byOutcome.all).toBe(listed.length);
    }),
    { numRuns: 30 },
  );
});
