import { describe, expect, it } from 'vitest';
import { signOff } from '../../../shared/diagram/edit/signOff.ts';
import { brokenLink, mergeSarif } from '../../../shared/export/mergeSarif.ts';
import { SarifLog } from '../../../shared/export/sarif/model.ts';
import { joinSarif, toSarifPart } from '../../../shared/export/sarif.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { inputOfDiagram, inputOfFile, TODAY } from '../../support/exports.ts';
import { type Json, validLog } from '../../support/officialSarif.ts';
import { reviewCatalog } from '../../support/reviewCatalog.ts';
import { HOSTILE_NAMES } from '../../support/reviewDiagrams.ts';
import { samplePaths } from '../../support/shipped.ts';

const catalog = await shippedCatalog();
const parts = samplePaths().map((file) => {
  const { diagram, ...input } = inputOfFile(file, catalog);
  return toSarifPart({ ...input, diagram: signOff(diagram, { reviewer: 'Ann', date: TODAY, scope: 'all' }) });
});
const unread = { file: 'zz/broken.parapet', message: 'The file is not JSON.' };

/** The log of a run on some of the samples and, where asked for, on a file that cannot be read. */
function logOf(own: typeof parts, broken = false, date = TODAY): SarifLog {
  return SarifLog.parse(JSON.parse(joinSarif(own, { catalog, date, unread: broken ? [unread] : [] })));
}

const whole = logOf(parts, true);
const shards = (of: number) =>
  Array.from({ length: of }, (_, i) =>
    logOf(
      parts.filter((__, n) => n % of === i),
      i === of - 1,
    ),
  );
const merged = (logs: readonly SarifLog[]): Json => {
  const result = mergeSarif(logs);
  if (!result.ok) throw new Error(result.why);
  return validLog(JSON.stringify(result.log));
};

describe('merged SARIF logs', () => {
  it('are the log of one run on all files, valid, whichever file was in which shard and whatever their order', () => {
    expect(whole.runs[0]?.properties.signOffs).toHaveLength(parts.length);
    for (const of of [1, 2, 3, parts.length + 2]) {
      expect(merged(shards(of))).toEqual(whole);
      expect(JSON.stringify(merged(shards(of).toReversed()))).toBe(JSON.stringify(merged(shards(of))));
    }
  });

  it('have every rule once and lead every result to its own, with the fingerprints that it had', () => {
    const [run] = merged(shards(2)).runs;
    const ids = run.tool.driver.rules.map(({ id }: Json) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex]).toBe(ruleId);
    const prints = (runs: Json) =>
      runs.flatMap(({ results }: Json) => results.map((each: Json) => each.partialFingerprints));
    expect(prints([run])).toEqual(prints(whole.runs));
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false });
  });

  it('tell a rule that shards tell in two ways always in the same one', () => {
    const [one, two] = shards(2);
    const other: Json = structuredClone(two);
    for (const rule of other.runs[0].tool.driver.rules) rule.shortDescription.text += ' (of boundaries)';
    const there: Json = merged([one as SarifLog, other]);
    expect(JSON.stringify(merged([other, one as SarifLog]))).toBe(JSON.stringify(there));
    expect(there.runs[0].tool.driver.rules).toHaveLength(whole.runs[0]?.tool.driver.rules.length ?? 0);
  });

  it('bear the latest date', () => {
    const [first, ...others] = parts;
    const logs = [logOf(first ? [first] : [], false, '2026-11-22'), logOf(others, true)];
    expect(merged(logs).runs[0].properties.date).toBe('2026-11-22');
    expect(merged(logs.toReversed()).runs[0].properties.date).toBe('2026-11-22');
  });

  it('are refused when a file is in two of them, or when they were made differently', () => {
    const why = (...logs: readonly SarifLog[]) => mergeSarif(logs);
    expect(why(whole, whole)).toMatchObject({ ok: false, why: expect.stringContaining('is in more than one of them') });
    expect(why(logOf([], true), logOf([], true))).toMatchObject({
      why: '"zz/broken.parapet" is in more than one of them.',
    });
    const spoilt = (spoil: (driver: Json) => void): SarifLog => {
      const copy: Json = structuredClone(logOf([]));
      spoil(copy.runs[0].tool.driver);
      return copy;
    };
    const version = spoilt((driver) => (driver.version = '9.9.9'));
    expect(why(whole, version)).toMatchObject({ why: 'They were made by different versions of Parapet.' });
    const hash = spoilt((driver) => (driver.properties.catalog.hash = '0'));
    expect(why(whole, hash)).toMatchObject({ why: 'They were made with different catalogs.' });
    expect(why()).toMatchObject({ ok: false });
  });
});

describe('the shape of a log', () => {
  it('is that of every log that Parapet writes', () => {
    const hostile = inputOfDiagram(HOSTILE_NAMES, reviewCatalog());
    for (const input of [hostile, { ...hostile, file: null }]) {
      const text = joinSarif([toSarifPart(input, { known: new Set(['queue.closed@in']) })], input);
      expect(SarifLog.safeParse(JSON.parse(text)).error?.issues).toBeUndefined();
    }
    expect(brokenLink(whole)).toBeNull();
  });

  it('does not hide a result whose rule or file is not there', () => {
    const spoilt = (spoil: (run: Json) => void): string | null => {
      const copy: Json = structuredClone(whole);
      spoil(copy.runs[0]);
      return brokenLink(copy);
    };
    expect(spoilt((run) => run.tool.driver.rules.pop())).toMatch(/^runs\[0\]\.results\[\d+\] names a rule/);
    expect(spoilt((run) => run.artifacts.pop())).toMatch(/names a file that is not among the artifacts$/);
    expect(spoilt((run) => delete run.results[3].locations[0].physicalLocation)).toBe(
      'runs[0].results[3] names no file',
    );
  });
});
