import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { controlsOf } from '../../../shared/catalog/quality.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { reportByStandard, standardsOf } from '../../../shared/validate/standards.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { samplePaths } from '../../support/shipped.ts';

const catalog = await shippedCatalog();
const standards = standardsOf(catalog);

function standard(id: string) {
  const found = standards.find((each) => each.id === id);
  if (!found) throw new Error(`no standard ${id}`);
  return found;
}

function reportOn(text: string) {
  const parsed = parseDiagram(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return validate(parsed.diagram, catalog, '2026-11-22');
}

const bucket = (answers: object) =>
  reportOn(JSON.stringify({ format: 'parapet', version: 1, resources: [{ id: 'b', service: 's3', answers }] }));

const requirement = (report: ReturnType<typeof reportOn>, id: string, wanted: string) =>
  reportByStandard(standard(id), catalog, report).requirements.find((each) => each.requirement.id === wanted);

describe('standards', () => {
  it('are those that people answer to, each in the edition that is current', () => {
    expect(standards.map(({ id, version }) => `${id} ${version}`)).toEqual([
      'cis-5 5.0',
      'cis-7 7.0',
      'fsbp 1.0.0',
      expect.stringMatching(/^hipaa /),
      expect.stringMatching(/^nist-800-53-r5 /),
      'pci-dss 4.0.1',
    ]);
  });

  it('show the state of each requirement by the controls that serve it', () => {
    expect(requirement(bucket({ bucketPolicyTls: true }), 'cis-5', '5.0:2.1.1')?.standing).toBe('satisfied');
    expect(requirement(bucket({ bucketPolicyTls: false }), 'cis-5', '5.0:2.1.1')).toMatchObject({
      standing: 'gap',
      controls: ['s3.tls-only'],
      counts: { gap: 1 },
    });
    expect(requirement(bucket({}), 'cis-5', '5.0:2.2.1')?.standing).toBe('notInDiagram');
  });

  it('count an accepted gap as accepted, not as met', () => {
    const suppression = {
      control: 's3.tls-only',
      element: 'b',
      kind: 'riskAccepted',
      justification: 'Old readers.',
      owner: 'Ada',
      decidedOn: '2026-11-01',
      expiresOn: '2027-11-01',
    };
    const resources = [{ id: 'b', service: 's3', answers: { bucketPolicyTls: false } }];
    const report = reportOn(JSON.stringify({ format: 'parapet', version: 1, resources, suppressions: [suppression] }));
    expect(requirement(report, 'cis-5', '5.0:2.1.1')?.standing).toBe('suppressed');
  });

  it.each(samplePaths())(
    'of %s add up: every requirement once, every gap of a control that serves one seen',
    (file) => {
      const report = reportOn(readFileSync(file, 'utf8'));
      for (const each of standards) {
        const { requirements, totals } = reportByStandard(each, catalog, report);
        expect(requirements).toHaveLength(each.requirements.length);
        expect(Object.values(totals).reduce((sum, count) => sum + count, 0)).toBe(requirements.length);
        const open = new Set(
          requirements.filter(({ standing }) => standing === 'gap').flatMap(({ controls }) => controls),
        );
        const ids = new Set(each.requirements.map(({ id }) => id));
        for (const { outcome, compiled } of report.findings) {
          const serves = compiled.control.references.some(
            ({ framework, requirement: id }) => framework === each.framework.id && ids.has(id),
          );
          if (outcome === 'gap' && serves) expect(open).toContain(compiled.control.id);
        }
      }
    },
  );

  it('name no requirement that its framework does not list', () => {
    const listed = new Map(
      [...catalog.frameworks.values()].map(({ id, requirements }) => [
        id,
        new Set(requirements.map((each) => each.id)),
      ]),
    );
    const unlisted = controlsOf(catalog).flatMap(({ id, references }) =>
      references
        .filter((each) => !listed.get(each.framework)?.has(each.requirement))
        .map((each) => `${id} ${each.requirement}`),
    );
    expect(unlisted).toEqual([]);
  });
});
