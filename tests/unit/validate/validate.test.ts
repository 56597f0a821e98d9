import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { compareFindings, type Report } from '../../../shared/validate/report.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { plain } from '../../support/reports.ts';
import { faultyCatalog, oneStore, smallCatalog } from '../../support/smallCatalog.ts';

const TODAY = '2026-11-21';
const shipped = await shippedCatalog();
const small = smallCatalog();

/** The assessment of one control on the only resource. */
function assessed(report: Report, control: string) {
  const found = report.elements.get('r')?.assessments.find((each) => each.compiled.control.id === control);
  if (!found) throw new Error(`no assessment of ${control}`);
  return found;
}

describe('validation', () => {
  it('says the same of the same diagram every time', () => {
    fc.assert(
      fc.property(catalogDiagrams(shipped), (diagram) => {
        expect(plain(validate(diagram, shipped, TODAY))).toEqual(plain(validate(diagram, shipped, TODAY)));
      }),
      { numRuns: 50 },
    );
  });

  it('does not depend on the order of elements', () => {
    fc.assert(
      fc.property(catalogDiagrams(shipped), (diagram) => {
        const turned = {
          ...diagram,
          boundaries: [...diagram.boundaries].reverse(),
          resources: [...diagram.resources].reverse(),
          flows: [...diagram.flows].reverse(),
        };
        expect(plain(validate(turned, shipped, TODAY))).toEqual(plain(validate(diagram, shipped, TODAY)));
      }),
    );
  });

  it('judges every element once, lists every finding once, worst first, and counts them right', () => {
    fc.assert(
      fc.property(catalogDiagrams(shipped), (diagram) => {
        const report = validate(diagram, shipped, TODAY);
        const elements = [...diagram.boundaries, ...diagram.resources, ...diagram.flows];
        expect(new Set(report.elements.keys())).toEqual(new Set(elements.map(({ id }) => id)));
        expect([...report.findings].sort(compareFindings)).toEqual(report.findings);
        expect(new Set(report.findings.map(({ key }) => key)).size).toBe(report.findings.length);
        expect(report.tally.gap + report.tally.unknown).toBe(report.findings.length);
      }),
    );
  });

  it('takes boxes in two accounts that bear the code of one Region for one', () => {
    const boxes = ['a', 'b'].flatMap((each) => [
      { id: `account-${each}`, kind: 'account' },
      { id: `region-${each}`, kind: 'region', name: 'eu-west-1', inside: `account-${each}` },
    ]);
    const text = (second: string) =>
      JSON.stringify({
        format: 'parapet',
        version: 1,
        boundaries: boxes.map((box) => (box.id === 'region-b' ? { ...box, name: second } : box)),
        resources: [
          { id: 'from', service: 'lambda', inside: 'region-a' },
          { id: 'to', service: 's3', inside: 'region-b' },
        ],
        flows: [{ id: 'f', from: 'from', to: 'to' }],
      });
    const asksResidency = (second: string) => {
      const parsed = parseDiagram(text(second));
      if (!parsed.ok) throw new Error(parsed.message);
      return validate(parsed.diagram, shipped, TODAY).findings.some(({ key }) => key === 'flow.residency@f');
    };
    expect(asksResidency('EU-WEST-1 (Ireland)')).toBe(false);
    expect(asksResidency('eu-west-2')).toBe(true);
    expect(asksResidency('Region')).toBe(true);
  });

  it('never counts an empty answer sheet as satisfied, unless AWS or the drawing says so', () => {
    fc.assert(
      fc.property(catalogDiagrams(shipped), (diagram) => {
        const blank = {
          ...diagram,
          resources: diagram.resources.map((resource) => ({ ...resource, answers: {} })),
          flows: diagram.flows.map((flow) => ({ ...flow, answers: {} })),
          boundaries: diagram.boundaries.map((boundary) => ({ ...boundary, answers: {} })),
        };
        const all = [...validate(blank, shipped, TODAY).elements.values()].flatMap(({ assessments }) => assessments);
        const satisfied = all.filter(({ outcome }) => outcome === 'satisfied');
        expect(satisfied.every(({ because }) => because.every(({ origin }) => origin !== 'answer'))).toBe(true);
        expect(satisfied.every(({ because }) => because.every(({ origin }) => origin !== 'unanswered'))).toBe(true);
      }),
    );
  });

  it('keeps an element that the catalog does not know, and says that it was not checked', () => {
    const diagram = oneStore({});
    const strange = { ...diagram, resources: diagram.resources.map((each) => ({ ...each, service: 'quantum-queue' })) };
    expect(validate(strange, small, TODAY).elements.get('r')).toMatchObject({ known: false, assessments: [] });
  });
});

describe('an assessment says why', () => {
  it('a question nobody answered is unknown, neither passed nor failed', () => {
    const open = assessed(validate(oneStore({}), small, TODAY), 'store.private');
    expect(open).toMatchObject({
      outcome: 'unknown',
      because: [{ fact: 'public', value: null, origin: 'unanswered' }],
    });
  });

  it('an answer that leaves a gap is named with its value', () => {
    const gap = assessed(validate(oneStore({ encryption: 'none' }), small, TODAY), 'store.encrypt');
    expect(gap).toMatchObject({ outcome: 'gap', because: [{ fact: 'encryption', value: 'none', origin: 'answer' }] });
  });

  it('what AWS does by default is met, and named as the default', () => {
    const met = assessed(validate(oneStore({}), small, TODAY), 'store.encrypt');
    expect(met).toMatchObject({
      outcome: 'satisfied',
      because: [{ fact: 'encryption', value: 'managed', origin: 'awsDefault' }],
    });
  });

  it('a resource created before AWS changed its default keeps the old one', () => {
    const old = assessed(validate(oneStore({ createdOn: '2022-12-31' }), small, TODAY), 'store.encrypt');
    expect(old).toMatchObject({
      outcome: 'gap',
      because: [{ fact: 'encryption', value: 'none', origin: 'awsDefault' }],
    });
    const young = assessed(validate(oneStore({ createdOn: '2023-01-05' }), small, TODAY), 'store.encrypt');
    expect(young.outcome).toBe('satisfied');
  });

  it('an answer that the property cannot have counts as not given', () => {
    const odd = assessed(validate(oneStore({ encryption: 'rot13', public: 'perhaps' }), small, TODAY), 'store.private');
    expect(odd.outcome).toBe('unknown');
  });

  it('a control that does not apply is out of the count', () => {
    const report = validate(oneStore({ encryption: 'managed', public: false }), small, TODAY);
    expect(assessed(report, 'store.key').outcome).toBe('notApplicable');
    expect(report.tally).toMatchObject({ satisfied: 2, notApplicable: 1, gap: 0, unknown: 0 });
  });

  it('a control that throws is a question with the reason, and the rest of the report stands', () => {
    const report = validate(oneStore({ encryption: 'none', public: false }), faultyCatalog(), TODAY);
    expect(assessed(report, 'store.private')).toMatchObject({ outcome: 'unknown', error: 'the control is broken' });
    expect(assessed(report, 'store.encrypt').outcome).toBe('gap');
  });
});
