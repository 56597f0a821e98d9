import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import type { ExportInput } from '../../../shared/export/input.ts';
import { toJsonReport } from '../../../shared/export/json.ts';
import { toReview } from '../../../shared/export/review.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { DATA, shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { inputOf, inputOfDiagram, inputOfFile, TODAY } from '../../support/exports.ts';
import { reviewCatalog } from '../../support/reviewCatalog.ts';
import { HOSTILE_NAMES, SMALL } from '../../support/reviewDiagrams.ts';
import { samplePaths } from '../../support/shipped.ts';

const GOLDEN = path.join(import.meta.dirname, 'golden');
const small = reviewCatalog();
const shipped = await shippedCatalog();
const PUBLISHED = z.fromJSONSchema(JSON.parse(readFileSync(path.join(DATA, 'schema/report.schema.json'), 'utf8')));

const reportOf = ({ file, ...input }: ExportInput) =>
  toJsonReport([{ ...input, file: file?.name ?? '' }], input.catalog, input.date, input.standard);

/** The report as a file, once the published schema has nothing against it. */
function published(report: unknown): string {
  const text = `${JSON.stringify(report, null, 2)}\n`;
  const checked = PUBLISHED.safeParse(JSON.parse(text));
  expect(checked.success ? [] : checked.error.issues).toEqual([]);
  return text;
}

describe('the JSON report', () => {
  it('is the reviewed one for a small diagram with a standard', async () => {
    const report = reportOf(inputOf(formatDiagram(SMALL), small, 'orders.parapet', 'std'));
    await expect(published(report)).toMatchFileSnapshot(path.join(GOLDEN, 'small.json.txt'));
  });

  it('is valid by the published schema, whatever is drawn, also with files that could not be checked', () => {
    fc.assert(
      fc.property(catalogDiagrams(shipped), (diagram) => {
        const report = validate(diagram, shipped, TODAY);
        published(toJsonReport([{ file: 'a.parapet', diagram, report }], shipped, TODAY));
      }),
      { numRuns: 25 },
    );
    const problem = {
      reason: 'invalid',
      message: 'No.',
      problems: [{ where: 'flows[0].to', message: 'is not there' }],
    };
    const { diagram, report } = inputOfDiagram(HOSTILE_NAMES, small);
    published(
      toJsonReport(
        [
          { file: 'b', problem },
          { file: 'a', diagram, report },
        ],
        small,
        TODAY,
      ),
    );
    for (const file of samplePaths()) published(reportOf(inputOfFile(file, shipped, 'fsbp')));
  });

  it('is refused by the published schema when a part is missing, unknown or of another kind', () => {
    const report = JSON.parse(JSON.stringify(reportOf(inputOfDiagram(SMALL, small))));
    const [first] = report.findings;
    const wrong = [
      { ...report, version: 2 },
      { ...report, extra: 1 },
      { ...report, date: 'yesterday' },
      { ...report, findings: [{ ...first, severity: 'bad' }] },
      { ...report, findings: [{ ...first, key: undefined }] },
      { ...report, summary: { ...report.summary, bySeverity: { critical: 1 } } },
      { ...report, files: [{ file: 'a' }] },
    ];
    for (const each of wrong) expect(PUBLISHED.safeParse(JSON.parse(JSON.stringify(each))).success).toBe(false);
  });

  it('has the numbers of the picture and the decisions of the review', () => {
    for (const input of [...samplePaths().map((file) => inputOfFile(file, shipped)), inputOfDiagram(SMALL, small)]) {
      const { findings, files } = reportOf(input);
      const { gaps, decisions } = toReview(input);
      const numbered = findings.filter(({ number }) => number !== null);
      expect(new Map(numbered.map(({ number, key }) => [number, key]))).toEqual(
        new Map(gaps.map(({ number, key }) => [number, key])),
      );
      expect(numbered.every(({ outcome }) => outcome === 'gap')).toBe(true);
      const stand = (list: readonly { readonly key: string; readonly standing: string }[]) =>
        new Map(list.map(({ key, standing }) => [key, standing]));
      const [file] = files;
      expect(stand(file && 'decisions' in file ? file.decisions : [])).toEqual(stand(decisions));
    }
  });
});
