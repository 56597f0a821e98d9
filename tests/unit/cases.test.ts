import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../shared/catalog/terms.ts';
import { parseDiagram } from '../../shared/diagram/parse.ts';
import { validate } from '../../shared/validate/validate.ts';
import { shippedCatalog } from '../support/catalog.ts';

const CASES = path.resolve(import.meta.dirname, '../cases');
const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const catalog = await shippedCatalog();

interface Expected {
  readonly key: string;
  readonly outcome: string;
  readonly severity: Severity;
}

const read = (name: string, file: string): string => readFileSync(path.join(CASES, name, file), 'utf8');
const expected = (name: string, twin: string): readonly Expected[] => JSON.parse(read(name, `${twin}.expected.json`));

function reportOn(name: string, twin: string) {
  const parsed = parseDiagram(read(name, `${twin}.parapet`));
  if (!parsed.ok) throw new Error(`${parsed.message} ${JSON.stringify(parsed.problems)}`);
  return { diagram: parsed.diagram, report: validate(parsed.diagram, catalog, '2026-11-22') };
}

describe('the reference pipelines', () => {
  it('are eight, each with a careless twin and its story', () => {
    expect(names).toHaveLength(8);
    for (const name of names) expect(existsSync(path.join(CASES, name, 'README.md')), name).toBe(true);
  });

  it.each(
    names.flatMap(
      (name) =>
        [
          [name, 'good'],
          [name, 'careless'],
        ] as const,
    ),
  )('%s, %s: give the findings that were reviewed, and no others', (name, twin) => {
    const { report } = reportOn(name, twin);
    const found = report.findings.map(({ key, outcome, severity }) => ({ key, outcome, severity }));
    expect(found).toEqual(expected(name, twin));
  });

  it.each(names)(
    '%s: the good one has no gap above low and no open question; every resource and pair is known',
    (name) => {
      const { diagram, report } = reportOn(name, 'good');
      expect(report.findings.filter(({ outcome }) => outcome === 'unknown').map(({ key }) => key)).toEqual([]);
      const worse = report.findings.filter(({ severity }) => !['low', 'info'].includes(severity));
      expect(worse.map(({ key }) => key)).toEqual([]);
      expect([...report.elements.values()].filter(({ known }) => !known)).toEqual([]);
      const services = new Map(diagram.resources.map(({ id, service }) => [id, service]));
      const general = diagram.flows.filter(
        ({ from, to }) => catalog.flow(services.get(from) ?? '', services.get(to) ?? '').rule.to === '*',
      );
      expect(general.map(({ id }) => id)).toEqual([]);
    },
  );

  it.each(names)('%s: the careless twin moves the same data, and has gaps of every severity that matters', (name) => {
    // Keys, trails and identities are what careless people leave out.
    const carriers = ({ diagram }: ReturnType<typeof reportOn>) =>
      diagram.resources
        .map(({ service }) => service)
        .filter((id) => !['keys', 'access'].includes(catalog.services.get(id)?.service.group ?? ''))
        .sort();
    const [good, careless] = [reportOn(name, 'good'), reportOn(name, 'careless')];
    expect(carriers(careless)).toEqual(carriers(good));
    const { bySeverity } = careless.report.tally;
    expect(bySeverity.critical + bySeverity.high).toBeGreaterThan(5);
    expect(bySeverity.medium).toBeGreaterThan(5);
  });
});
