import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { setBrings, setTransformation } from '../../../shared/diagram/edit/data.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';

const TODAY = '2026-11-22';
const catalog = await shippedCatalog();
const CASES = path.resolve(import.meta.dirname, '../../cases');

function pipeline(name: string): Diagram {
  const parsed = parseDiagram(readFileSync(path.join(CASES, name), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.diagram;
}

const idOf = (diagram: Diagram, name: string): string =>
  diagram.resources.find((each) => each.name === name)?.id ?? `no ${name}`;

/** What is found on data that was not found before, or weighs more, by names. */
function added(before: Diagram, after: Diagram): readonly string[] {
  const told = (diagram: Diagram) =>
    validate(diagram, catalog, TODAY).findings.map(
      ({ compiled, element, outcome, severity }) => `${outcome} ${severity} ${compiled.control.id} on ${element.name}`,
    );
  const known = new Set(told(before));
  return told(after).filter((each) => !known.has(each));
}

describe('a pipeline of logs that payment data come into', () => {
  const good = pipeline('log-analytics/good.parapet');
  const tagged = setBrings(good, [idOf(good, 'payment-api'), idOf(good, 'trail-events')], ['payment']);

  it('has to say what the third party gets', () => {
    expect(added(good, tagged)).toEqual(['unknown high flow.third-party-data on HEC']);
  });

  it('has nothing to say once the sender masks them', () => {
    const masked = setTransformation(tagged, idOf(tagged, 'siem-delivery'), {
      how: 'masks',
      takes: ['payment'],
      leaves: ['internal'],
      why: 'a Lambda transformation blanks card numbers',
    });
    expect(added(good, masked)).toEqual([]);
  });

  it('weighs every gap of confidentiality more in the careless twin, and no other', () => {
    const careless = pipeline('log-analytics/careless.parapet');
    const all = setBrings(
      careless,
      careless.resources.map(({ id }) => id),
      ['health'],
    );
    const before = validate(careless, catalog, TODAY);
    const after = validate(all, catalog, TODAY);
    expect(before.tally.bySeverity).toEqual({ critical: 11, high: 43, medium: 68, low: 18, info: 0 });
    expect(after.tally.bySeverity).toEqual({ critical: 44, high: 54, medium: 28, low: 14, info: 0 });
    const confidential = after.findings
      .filter(({ raise }) => raise !== null)
      .map(({ compiled }) => compiled.control.category);
    expect(confidential).not.toContain('resilience');
    expect(confidential).not.toContain('loggingMonitoring');
  });
});
