import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { toJsonReport } from '../../../shared/export/json.ts';
import { mergeReports } from '../../../shared/export/mergeReports.ts';
import { standardsOf } from '../../../shared/validate/standards.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { samplePaths } from '../../support/shipped.ts';

const TODAY = '2026-11-21';
const catalog = await shippedCatalog();
const files = samplePaths().map((file) => {
  const parsed = parseDiagram(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.message);
  return { file: path.basename(file), diagram: parsed.diagram, report: validate(parsed.diagram, catalog, TODAY) };
});
const broken = { file: 'zz.parapet', problem: { reason: 'notJson', message: 'The file is not JSON.', problems: [] } };
const all = [...files, broken];

describe('merged reports', () => {
  it('are the report of one run on all files, whichever file was in which shard, broken ones too', () => {
    const whole = toJsonReport(all, catalog, TODAY);
    for (const of of [1, 2, 3, all.length]) {
      const shards = Array.from({ length: of }, (_, i) => all.filter((__, n) => n % of === i));
      const reports = shards.map((shard) => toJsonReport(shard, catalog, TODAY));
      expect(mergeReports(reports)).toEqual({ ok: true, report: whole });
      expect(mergeReports([...reports].reverse())).toEqual({ ok: true, report: whole });
    }
  });

  it('are refused when a file is in two of them, or when they were made differently', () => {
    const report = toJsonReport(all, catalog, TODAY);
    expect(mergeReports([report, report])).toMatchObject({ ok: false, why: expect.stringContaining('more than one') });
    const [standard = null] = standardsOf(catalog);
    expect(mergeReports([report, toJsonReport([], catalog, TODAY, standard)])).toMatchObject({ ok: false });
    expect(mergeReports([report, { ...report, files: [], catalog: { ...report.catalog, pairs: 1 } }])).toMatchObject({
      ok: false,
    });
    expect(mergeReports([])).toMatchObject({ ok: false });
  });
});
