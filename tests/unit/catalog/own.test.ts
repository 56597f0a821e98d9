import path from 'node:path';
import shipped from 'virtual:parapet-catalog';
import { describe, expect, it } from 'vitest';
import { readOwnCatalogFolder } from '../../../electron/files/readCatalogFolder.ts';
import { type CatalogFile, parseCatalog } from '../../../shared/catalog/parse.ts';
import { findFlaws } from '../../../shared/catalog/quality.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { validate } from '../../../shared/validate/validate.ts';

const EXAMPLE = path.resolve(import.meta.dirname, '../../../docs/own-catalog-example');
const example = (await readOwnCatalogFolder(EXAMPLE)).files;

function withOwn(own: readonly CatalogFile[]) {
  const parsed = parseCatalog(own, shipped);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.catalog;
}

const problemsOf = (own: readonly CatalogFile[]) => {
  const parsed = parseCatalog(own, shipped);
  return parsed.ok ? [] : parsed.problems.map(({ file, path: at, message }) => `${file} ${at}: ${message}`);
};

function reportOn(own: readonly CatalogFile[], resources: readonly object[], flows: readonly object[] = []) {
  const parsed = parseDiagram(JSON.stringify({ format: 'parapet', version: 1, resources, flows }));
  if (!parsed.ok) throw new Error(parsed.message);
  return validate(parsed.diagram, withOwn(own), '2026-11-22');
}

const override = (...overrides: readonly object[]): CatalogFile => ({
  path: 'overrides/mine.json',
  content: { overrides },
});

describe('an own catalog', () => {
  it('adds a service, a pair and a control of its own, and has no flaw in the example of the docs', () => {
    const report = reportOn(
      example,
      [
        { id: 'fn', service: 'lambda' },
        { id: 'features', service: 'feature-store', answers: { singleSignOn: false } },
        { id: 'bucket', service: 's3' },
      ],
      [{ id: 'write', from: 'fn', to: 'features', answers: { secretStorage: 'inline' } }],
    );
    const gaps = report.findings.filter(({ outcome }) => outcome === 'gap').map(({ key }) => key);
    expect(gaps).toContain('feature-store.single-sign-on@features');
    expect(gaps).toContain('flow.secret@write');
    expect(gaps).toContain('acme.bucket-outside-account@bucket');
    const flaws = new Set(findFlaws(withOwn([])).map(({ where }) => where));
    expect(findFlaws(withOwn(example)).filter(({ where }) => !flaws.has(where))).toEqual([]);
  });

  it('changes a severity and switches a control off, and says so with the reason', () => {
    const resources = [
      { id: 'stream', service: 'kinesis-data-streams' },
      { id: 'fn', service: 'lambda' },
    ];
    const report = reportOn(example, resources);
    const stream = report.findings.find(({ key }) => key === 'kinesis-data-streams.encrypt-at-rest@stream');
    expect(stream?.compiled.control.severity).toBe('critical');
    expect(stream?.compiled.override?.reason).toBe('Our streams carry personal data.');
    const onFunction = (own: readonly CatalogFile[]) =>
      reportOn(own, resources)
        .elements.get('fn')
        ?.assessments.map(({ compiled }) => compiled.control.id) ?? [];
    expect(onFunction([])).toContain('lambda.code-signing');
    expect(onFunction(example)).not.toContain('lambda.code-signing');
    expect(
      withOwn(example)
        .overrides.map(({ control }) => control)
        .sort(),
    ).toEqual(['kinesis-data-streams.encrypt-at-rest', 'lambda.code-signing']);
  });

  it('changes a severity for all pairs, also where a pair has one of its own', () => {
    const catalog = withOwn([
      override({ control: 'flow.role', severity: 'info', reason: 'Roles are reviewed elsewhere.' }),
    ]);
    const found = catalog.pairs.flatMap(({ entry }) =>
      entry.controls.filter(({ control }) => control.id === 'flow.role').map(({ control }) => control.severity),
    );
    expect(new Set(found)).toEqual(new Set(['info']));
  });

  it('is refused with file, path and the value that is there', () => {
    expect(problemsOf([override({ control: 's3.versioning', severity: 'urgent', reason: 'x' })])).toEqual([
      expect.stringMatching(/^overrides\/mine\.json overrides\.0\.severity: .*critical.*; it is "urgent"$/),
    ]);
    expect(problemsOf([override({ control: 's3.nothing', off: true, reason: 'x' })])).toEqual([
      'overrides/mine.json overrides.0.control: unknown control "s3.nothing"',
    ]);
    expect(problemsOf([override({ control: 's3.versioning', off: true })])[0]).toContain('reason');
    expect(problemsOf([override({ control: 's3.versioning', reason: 'x' })])[0]).toContain(
      'needs either severity or off',
    );
    const bucket = shipped.services.find(({ value }) => value.id === 's3');
    expect(problemsOf([{ path: 'services/s3.json', content: bucket?.value }])).toContain(
      'services/s3.json id: the service "s3" is already in services/s3.json',
    );
    const addition = (content: object): CatalogFile => ({ path: 'additions/a.json', content });
    expect(problemsOf([addition({ service: 'quantum-queue' })])).toEqual([
      'additions/a.json service: unknown service "quantum-queue"',
    ]);
    const versioning = { id: 'versioning', type: 'boolean', label: 'Again' };
    expect(problemsOf([addition({ service: 's3', properties: [versioning] })])).toEqual([
      'additions/a.json properties.0.id: "s3" already has a property "versioning"',
    ]);
    expect(problemsOf([addition({ service: 's3', boundary: 'vpc' })])[0]).toContain('needs either service or boundary');
  });

  it('that is not there, or is empty, is a problem and not an empty catalog', async () => {
    const gone = await readOwnCatalogFolder(path.join(EXAMPLE, 'no-such-folder'));
    expect(gone.problems[0]?.message).toContain('cannot be read');
    const empty = await readOwnCatalogFolder(path.join(EXAMPLE, 'services'));
    expect(empty.problems[0]?.message).toContain('no JSON file in any of services, boundaries');
  });
});
