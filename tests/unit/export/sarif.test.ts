import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { toReview } from '../../../shared/export/review.ts';
import { fileUri } from '../../../shared/export/sarif/fileUri.ts';
import { joinSarif, type SarifOptions, toSarif, toSarifPart } from '../../../shared/export/sarif.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { inputOf, inputOfDiagram, inputOfFile } from '../../support/exports.ts';
import { type Json, OFFICIAL_SARIF, validLog } from '../../support/officialSarif.ts';
import { reviewCatalog } from '../../support/reviewCatalog.ts';
import { HOSTILE_NAMES, SMALL } from '../../support/reviewDiagrams.ts';
import { samplePaths } from '../../support/shipped.ts';

const GOLDEN = path.join(import.meta.dirname, 'golden');
const small = reviewCatalog();
const shipped = await shippedCatalog();

const runOf = (text: string): Json => validLog(text).runs[0];
const logOf = (diagram: typeof SMALL, options: SarifOptions = {}) =>
  runOf(toSarif(inputOfDiagram(diagram, small), options));

describe('the SARIF log', () => {
  it('is the reviewed one for a small diagram and for hostile names', async () => {
    const [one, two] = [SMALL, HOSTILE_NAMES].map((diagram) =>
      toSarif(inputOfDiagram(diagram, small)).replace(`"version": "${packageJson.version}"`, '"version": "x.y.z"'),
    );
    await expect(one).toMatchFileSnapshot(path.join(GOLDEN, 'small.sarif'));
    await expect(two).toMatchFileSnapshot(path.join(GOLDEN, 'hostile.sarif'));
  });

  it('is valid against the official schema, whatever is drawn', () => {
    fc.assert(
      fc.property(catalogDiagrams(shipped), (diagram) => {
        validLog(toSarif(inputOfDiagram(diagram, shipped)));
      }),
      { numRuns: 25 },
    );
    for (const diagram of [SMALL, HOSTILE_NAMES]) validLog(toSarif({ ...inputOfDiagram(diagram, small), file: null }));
  });

  it('is checked by a schema that refuses what is wrong', () => {
    const log = JSON.parse(toSarif(inputOfDiagram(SMALL, small)));
    const wrong = [
      (copy: Json) => (copy.version = '2.0.0'),
      (copy: Json) => (copy.runs[0].results[0].level = 'high'),
      (copy: Json) => delete copy.runs[0].results[0].message,
      (copy: Json) => (copy.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0),
      (copy: Json) => (copy.runs[0].results[0].extra = 1),
      (copy: Json) => (copy.runs[0].results.at(-1).suppressions = [{ status: 'accepted' }]),
    ];
    for (const spoil of wrong) {
      const copy = structuredClone(log);
      spoil(copy);
      expect(OFFICIAL_SARIF.safeParse(copy).success).toBe(false);
    }
  });

  it('has the numbers, severities and keys of the review', () => {
    for (const file of samplePaths()) {
      const input = inputOfFile(file, shipped);
      const { results } = runOf(toSarif(input));
      const { gaps, questions, decisions } = toReview(input);
      const fails = results.filter((result: Json) => result.kind === 'fail' && result.suppressions.length === 0);
      expect(fails.map((result: Json) => [result.properties.number, result.properties.severity])).toEqual(
        gaps.map(({ number, severity }) => [number, severity]),
      );
      expect(fails.map((result: Json) => result.partialFingerprints['parapetFinding/v1'])).toEqual(
        gaps.map(({ key }) => key),
      );
      const count = (accept: (result: Json) => boolean) => results.filter(accept).length;
      expect(count(({ kind, level }) => kind === 'review' && level === 'none')).toBe(questions.length);
      const held = decisions.filter(({ standing }) => standing === 'holds');
      expect(count(({ suppressions }) => suppressions.length > 0)).toBe(held.length);
    }
  });

  it('names the line and column of the element in the file as it is written', () => {
    const text = JSON.stringify(JSON.parse(formatDiagram(SMALL)), null, '\t');
    const { results, artifacts } = runOf(toSarif(inputOf(text, small, 'my designs/a#1.parapet')));
    const lines = text.split('\n');
    for (const result of results) {
      const { physicalLocation, logicalLocations } = result.locations[0];
      expect(physicalLocation.artifactLocation).toEqual({ uri: 'my%20designs/a%231.parapet' });
      const { startLine, startColumn } = physicalLocation.region;
      expect(lines[startLine - 1]?.slice(startColumn - 1)).toBe('{');
      expect(lines[startLine]?.trim()).toBe(`"id": "${logicalLocations[0].fullyQualifiedName}",`);
    }
    expect(artifacts).toHaveLength(1);
  });

  it('has fingerprints that outlive a new name, another place in the file and another order', () => {
    const renamed = {
      ...SMALL,
      name: 'Other',
      resources: SMALL.resources.map((each) => ({ ...each, name: `${each.name} 2` })).toReversed(),
    };
    const prints = (run: Json) => run.results.map((result: Json) => JSON.stringify(result.partialFingerprints)).sort();
    expect(prints(logOf(renamed))).toEqual(prints(logOf(SMALL)));
    expect(new Set(prints(logOf(SMALL))).size).toBe(logOf(SMALL).results.length);
  });

  it('suppresses what is accepted, with justification and place; what came back is not suppressed', () => {
    const { results } = logOf(SMALL);
    const of = (key: string) => results.find((each: Json) => each.partialFingerprints['parapetFinding/v1'] === key);
    expect(of('queue.retention@in').suppressions).toMatchObject([
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'Readers are fast.',
        location: { physicalLocation: { artifactLocation: { uri: 'design.parapet' } } },
        properties: { decision: 'Compensated elsewhere', owner: 'Mira Okafor', expiresOn: '2027-01-01' },
      },
    ]);
    expect(of('queue.closed@in').suppressions).toEqual([]);
    expect(of('queue.closed@in').message.text).toContain('has expired');
  });

  it('leaves questions out on request, and says what is new to a baseline', () => {
    expect(logOf(SMALL, { questions: false }).results.map(({ kind }: Json) => kind)).not.toContain('review');
    const { results } = logOf(SMALL, { known: new Set(['queue.closed@in']) });
    const states = results.map((each: Json) => [each.ruleId, each.baselineState]);
    expect(states.slice(0, 3)).toEqual([
      ['queue.closed', 'unchanged'],
      ['queue.encrypt', 'new'],
      ['queue.retention', undefined],
    ]);
  });

  it('has for every result a rule with help, level and a score of severity', () => {
    for (const file of samplePaths()) {
      const { results, tool } = runOf(toSarif(inputOfFile(file, shipped)));
      for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      for (const rule of tool.driver.rules) {
        expect(rule.help.markdown).toContain('**What to do**');
        expect(rule.shortDescription.text + rule.help.text).not.toMatch(/\{(name|source|target|principal|actions)\}/);
        expect(Number(rule.properties['security-severity'])).toBeLessThanOrEqual(10);
        expect(rule.properties.tags).toContain('security');
      }
    }
  });

  it('is one run for several diagrams, with the files that could not be checked', () => {
    const inputs = samplePaths().map((file) => inputOfFile(file, shipped));
    const parts = inputs.map((input) => toSarifPart(input));
    const unread = [{ file: 'broken.parapet', message: 'The file is not JSON.' }];
    const run = runOf(joinSarif(JSON.parse(JSON.stringify(parts)), { catalog: shipped, date: '2026-11-21', unread }));
    expect(run.results).toHaveLength(parts.flatMap(({ results }) => results).length);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(run.artifacts).toHaveLength(inputs.length);
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(1);
  });
});

describe('the name of a file as a URI', () => {
  it('is encoded, with slashes, and absolute only where the name is', () => {
    expect(fileUri('./a b/ü.parapet')).toBe('a%20b/%C3%BC.parapet');
    expect(fileUri('..\\designs\\a.parapet')).toBe('../designs/a.parapet');
    expect(fileUri('/srv/100%.parapet')).toBe('file:///srv/100%25.parapet');
    expect(fileUri('C:\\designs\\a.parapet')).toBe('file:///C:/designs/a.parapet');
    expect(fileUri('\\\\host\\share\\a.parapet')).toBe('file://host/share/a.parapet');
    expect(fileUri('a\uD800?.parapet')).toBe('a%EF%BF%BD%3F.parapet');
  });
});
