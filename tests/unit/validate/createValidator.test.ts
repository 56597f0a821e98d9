import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../shared/catalog/catalog.ts';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import type { AnswerOf, Diagram } from '../../../shared/diagram/schema.ts';
import type { Report } from '../../../shared/validate/report.ts';
import { createValidator, validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { applyStep, type Choices, idMaker, type Step, steps } from '../../support/edits.ts';
import { nosyCatalog } from '../../support/nosyCatalog.ts';
import { fingerprint, plain } from '../../support/reports.ts';
import { resource } from '../../support/shop.ts';

/** `PARAPET_RUNS=5000 npx vitest run createValidator` for a long hunt. */
const RUNS = Number(process.env.PARAPET_RUNS ?? 60);
const TODAY = '2026-11-21';
const shipped = await shippedCatalog();

const nosy = await nosyCatalog();

const choices: Choices = {
  services: [...shipped.services.keys(), 'unheard-of'],
  kinds: [...shipped.boundaries.keys()],
  controls: [...shipped.services.values()].flatMap(({ controls }) => controls.map(({ control }) => control.id)),
  properties: [...shipped.services.values(), ...shipped.boundaries.values(), ...shipped.topics.values()].flatMap(
    ({ properties }) => properties.map(({ id }) => id),
  ),
};

const flow = (id: string, from: string, to: string) => ({ id, from, to, label: '', answers: {}, note: '' });

/** From scratch: a diagram that nobody has seen, so that nothing is remembered of it. */
const fresh = (diagram: Diagram, catalog: Catalog): Report => validate({ ...diagram }, catalog, TODAY);

function expectSame(remembered: Report, anew: Report): void {
  // Deep comparison is slow; only when they differ does it have to say in what.
  if (fingerprint(remembered) !== fingerprint(anew)) expect(plain(remembered)).toEqual(plain(anew));
}

describe('the validator with a memory', () => {
  it.each([
    ['the catalog that ships', shipped],
    ['a catalog whose controls look as far around as they can', nosy],
  ])(
    'says after every edit what a validation from scratch says, by %s',
    (_name, catalog) => {
      fc.assert(
        fc.property(catalogDiagrams(catalog), fc.array(steps, { maxLength: 10 }), (start, list) => {
          const check = createValidator(catalog);
          const newId = idMaker();
          check(start, TODAY);
          let diagram = start;
          for (const step of list) {
            diagram = applyStep(diagram, step, choices, newId);
            expectSame(check(diagram, TODAY), fresh(diagram, catalog));
          }
        }),
        { numRuns: RUNS },
      );
    },
    60_000,
  );

  it('says so too where everything hangs together: few services, many flows, answers that others read', () => {
    const services = ['s3', 'kms', 'lambda', 'redshift'];
    const dense: Choices = {
      ...choices,
      services,
      kinds: ['vpc', 'region', 'private-subnet'],
      properties: ['versioning', 'failureDestination', 'flowLogs'],
    };
    const telling: fc.Arbitrary<Step> = fc.record({
      operation: fc.constantFrom(
        'setAnswer',
        'takeAnswerBack',
        'addFlow',
        'remove',
        'putInside',
        'addResource',
        'setBrings',
        'setTransformation',
        'setCarries',
      ),
      a: fc.nat(1000),
      b: fc.nat(1000),
      text: fc.constant('x'),
      answer: fc.constantFrom<AnswerOf>(true, false, 'enabled', 'disabled'),
    });
    fc.assert(
      fc.property(
        catalogDiagrams(nosy, 6, services),
        fc.array(telling, { minLength: 4, maxLength: 16 }),
        (start, list) => {
          const check = createValidator(nosy);
          const newId = idMaker();
          check(start, TODAY);
          let diagram = start;
          for (const step of list) {
            diagram = applyStep(diagram, step, dense, newId);
            expectSame(check(diagram, TODAY), fresh(diagram, nosy));
          }
        },
      ),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('lets a flow hear of the answers of everything that its ends exchange data with', () => {
    const diagram = {
      name: '',
      boundaries: [],
      resources: [resource('bucket', 's3'), resource('function', 'lambda'), resource('other', 'redshift')],
      flows: [flow('in', 'bucket', 'function'), flow('further', 'other', 'function')],
      suppressions: [],
      texts: [],
    };
    const check = createValidator(nosy);
    const before = check(diagram, TODAY);
    const versioned = setAnswer(diagram, 'bucket', 'versioning', 'enabled');
    expect(check(versioned, TODAY).elements.get('further')).not.toEqual(before.elements.get('further'));
    expectSame(check(versioned, TODAY), fresh(versioned, nosy));
  });

  it('leaves the reports on elements as they are, for which an answer beside them changes nothing', () => {
    const diagram: Diagram = {
      name: '',
      boundaries: [],
      resources: [resource('bucket', 's3'), resource('function', 'lambda')],
      flows: [flow('in', 'bucket', 'function')],
      suppressions: [],
      texts: [],
    };
    const check = createValidator(shipped);
    const before = check(diagram, TODAY);
    const after = check(setAnswer(diagram, 'bucket', 'versioning', 'enabled'), TODAY);
    expect(after.elements.get('bucket')).not.toBe(before.elements.get('bucket'));
    expect(after.elements.get('function')).toBe(before.elements.get('function'));
    const noted = setAnswer(diagram, 'function', 'unheard-of', 'x');
    const again = check(noted, TODAY);
    expect(check(setAnswer(noted, 'function', 'unheard-of', 'y'), TODAY)).toBe(again);
  });

  it('is right after undo and redo, whatever the jump', () => {
    fc.assert(
      fc.property(
        catalogDiagrams(nosy),
        fc.array(steps, { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        (start, list, jumps) => {
          const check = createValidator(nosy);
          const newId = idMaker();
          const history = [start];
          for (const step of list) history.push(applyStep(history.at(-1) ?? start, step, choices, newId));
          for (const jump of jumps) {
            const diagram = history[jump % history.length] ?? start;
            expectSame(check(diagram, TODAY), fresh(diagram, nosy));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('judges anew when the day changes', () => {
    const check = createValidator(shipped);
    const diagram = {
      name: '',
      boundaries: [],
      resources: [
        {
          id: 'k',
          service: 'kinesis-data-streams',
          name: '',
          inside: null,
          position: { x: 0, y: 0 },
          answers: {},
          note: '',
        },
      ],
      flows: [],
      suppressions: [],
      texts: [],
    };
    const gap = check(diagram, TODAY).findings.find(({ outcome }) => outcome === 'gap');
    if (!gap) throw new Error('a stream on the bare canvas has no gap');
    const decided = {
      ...diagram,
      suppressions: [
        {
          control: gap.compiled.control.id,
          element: 'k',
          kind: 'riskAccepted' as const,
          justification: 'x',
          owner: '',
          decidedOn: TODAY,
          expiresOn: TODAY,
          facts: null,
        },
      ],
    };
    expect(check(decided, TODAY).tally.suppressed).toBe(1);
    expect(check(decided, '2026-11-22').tally.suppressed).toBe(0);
  });

  it('keeps the reports of elements that an edit does not reach the same objects', () => {
    fc.assert(
      fc.property(catalogDiagrams(shipped), fc.nat(), (diagram, index) => {
        const resource = diagram.resources[index % Math.max(1, diagram.resources.length)];
        fc.pre(resource !== undefined);
        const lonely = diagram.flows.every(({ from, to }) => from !== resource.id && to !== resource.id);
        fc.pre(lonely);
        const check = createValidator(shipped);
        const before = check(diagram, TODAY);
        const after = check(setAnswer(diagram, resource.id, 'createdOn', '2024-02-02'), TODAY);
        for (const other of diagram.resources) {
          if (other !== resource) expect(after.elements.get(other.id)).toBe(before.elements.get(other.id));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives the very same report for the very same diagram', () => {
    const check = createValidator(shipped);
    const [diagram] = fc.sample(catalogDiagrams(shipped), { numRuns: 1, seed: 1 });
    if (!diagram) throw new Error('no diagram');
    expect(check(diagram, TODAY)).toBe(check(diagram, TODAY));
  });
});
