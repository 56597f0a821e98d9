import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORY_IDS, SEVERITIES } from '../../../shared/catalog/terms.ts';
import { ALL_CLASSES, setOf } from '../../../shared/dataClasses.ts';
import { setBrings } from '../../../shared/diagram/edit/data.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { severityRank } from '../../../shared/validate/report.ts';
import { raiseText, severityWith } from '../../../shared/validate/severity.ts';
import { createValidator, validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { resource } from '../../support/shop.ts';

const TODAY = '2026-11-21';
const catalog = await shippedCatalog();
const controls = fc.record({ severity: fc.constantFrom(...SEVERITIES), category: fc.constantFrom(...CATEGORY_IDS) });

describe('severity with data', () => {
  it('goes one step up for personal, payment or health data where a control keeps data confidential', () => {
    const key = { severity: 'medium', category: 'keyManagement' } as const;
    expect(severityWith(key, setOf(['personal'])).severity).toBe('high');
    expect(severityWith(key, setOf(['payment', 'health'])).raise).toEqual({
      from: 'medium',
      by: ['payment', 'health'],
    });
    expect(severityWith({ severity: 'high', category: 'encryptionInTransit' }, setOf(['health'])).severity).toBe(
      'critical',
    );
  });

  it('stays for what is public, internal or confidential, for other categories, and at both ends of the scale', () => {
    const key = { severity: 'medium', category: 'keyManagement' } as const;
    expect(severityWith(key, setOf(['public', 'internal', 'confidential']))).toEqual({
      severity: 'medium',
      raise: null,
    });
    expect(severityWith({ ...key, category: 'resilience' }, ALL_CLASSES).raise).toBeNull();
    expect(severityWith({ ...key, severity: 'critical' }, ALL_CLASSES).severity).toBe('critical');
    expect(severityWith({ ...key, severity: 'info' }, ALL_CLASSES).severity).toBe('info');
  });

  it('is never milder, and never more than one step worse', () => {
    fc.assert(
      fc.property(controls, fc.nat(ALL_CLASSES), (control, data) => {
        const up = severityRank(control.severity) - severityRank(severityWith(control, data).severity);
        expect(up === 0 || up === 1).toBe(true);
        expect(severityWith(control, data).raise === null).toBe(up === 0);
      }),
    );
  });

  it('says why', () => {
    expect(raiseText({ from: 'medium', by: ['personal', 'payment', 'health'] })).toBe(
      'raised from medium: personal, payment and health data',
    );
  });
});

describe('a report on classified data', () => {
  const diagram: Diagram = {
    name: '',
    boundaries: [],
    resources: [resource('stream', 'data-firehose'), resource('bucket', 's3'), resource('aside', 's3')],
    flows: [{ id: 'flow', from: 'stream', to: 'bucket', label: '', answers: {}, note: '' }],
    suppressions: [],
    texts: [],
  };
  const tagged = setBrings(diagram, ['stream'], ['personal']);

  it('counts, sorts and names the raised severity on every element that the data reach, and on no other', () => {
    const before = validate(diagram, catalog, TODAY);
    const after = validate(tagged, catalog, TODAY);
    for (const id of ['stream', 'bucket', 'flow']) {
      expect(after.elements.get(id)?.assessments.some(({ raise }) => raise !== null)).toBe(true);
    }
    expect(after.elements.get('aside')).toEqual(before.elements.get('aside'));
    const ranks = after.findings
      .filter(({ outcome }) => outcome === 'gap')
      .map(({ severity }) => severityRank(severity));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    for (const severity of SEVERITIES) {
      const counted = after.findings.filter((each) => each.outcome === 'gap' && each.severity === severity).length;
      expect(after.tally.bySeverity[severity]).toBe(counted);
    }
  });

  it('keeps the reports of elements that other data do not concern', () => {
    const check = createValidator(catalog);
    const before = check(tagged, TODAY);
    const more = check(setBrings(tagged, ['stream'], ['internal', 'personal']), TODAY);
    expect(more.elements.get('aside')).toBe(before.elements.get('aside'));
    const gone = check(diagram, TODAY);
    expect(gone.tally).toEqual(validate({ ...diagram }, catalog, TODAY).tally);
  });

  it('without classes says what it says of a diagram that never heard of them', () => {
    fc.assert(
      fc.property(catalogDiagrams(catalog), (any) => {
        const bare = {
          ...any,
          resources: any.resources.map(({ data: _data, ...rest }) => rest),
          flows: any.flows.map(({ carries: _carries, ...rest }) => rest),
        };
        for (const { assessments } of validate(bare, catalog, TODAY).elements.values()) {
          for (const { severity, raise, compiled } of assessments) {
            expect(raise).toBeNull();
            expect(severity).toBe(compiled.control.severity);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
