import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Control } from '../../../shared/catalog/schema.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { effectOf, triedRemedies } from '../../../shared/remedy/effect.ts';
import { aroundOf, remediesOf } from '../../../shared/remedy/remedies.ts';
import { type Finding, isFinding } from '../../../shared/validate/report.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { diagramOf, type Situation } from '../../support/situations.ts';

const catalog = await shippedCatalog();
const TODAY = '2026-11-22';

const situationOf = (diagram: Diagram) => ({
  diagram,
  catalog,
  today: TODAY,
  report: validate(diagram, catalog, TODAY),
});
const gapsOf = (diagram: Diagram): readonly Finding[] =>
  situationOf(diagram).report.findings.filter(({ outcome }) => outcome === 'gap');

/** Facts of an element as facts of the source of a flow, for the builder of diagrams. */
const atSource = (facts: Situation): Situation =>
  Object.fromEntries(Object.entries(facts).map(([fact, value]) => [`source.${fact}`, value]));

/** The element of a control that is not of a flow, as one of its examples of a gap has it. */
function example(service: string, facts: Situation): Diagram | null {
  const ends = { source: service, target: 'nobody', initiator: 'source' } as const;
  const drawn = diagramOf(atSource(facts), ends, catalog);
  if (!drawn) return null;
  const isOther = (id: string) => id === 'target';
  return {
    ...drawn,
    resources: drawn.resources.filter(({ id }) => !isOther(id)),
    flows: drawn.flows.filter(({ from, to }) => !isOther(from) && !isOther(to)),
  };
}

const boundaryExample = (kind: string, facts: Situation): Diagram => ({
  ...emptyDiagram(''),
  boundaries: [
    {
      id: 'source',
      kind,
      name: '',
      inside: null,
      position: { x: 0, y: 0 },
      size: { width: 300, height: 200 },
      answers: Object.fromEntries(
        Object.entries(facts).flatMap(([fact, value]) =>
          value === undefined || fact.includes('.') ? [] : [[fact, value]],
        ),
      ),
      note: '',
    },
  ],
});

/** The gap that an example of a control gives, when it can be drawn. */
function drawnGap(control: Control, draw: (facts: Situation) => Diagram | null, element: string) {
  for (const facts of control.examples.gap) {
    const diagram = draw(facts);
    const gap = diagram && gapsOf(diagram).find(({ key }) => key === `${control.id}@${element}`);
    if (diagram && gap) return { diagram, gap };
  }
  return null;
}

function* catalogGaps() {
  for (const [id, { controls }] of catalog.services) {
    for (const { control } of controls)
      yield { control, found: drawnGap(control, (facts) => example(id, facts), 'source') };
  }
  for (const [id, { controls }] of catalog.boundaries) {
    for (const { control } of controls) {
      yield { control, found: drawnGap(control, (facts) => boundaryExample(id, facts), 'source') };
    }
  }
  const seen = new Set<string>();
  for (const { from, to, entry } of catalog.pairs) {
    for (const { control } of entry.controls) {
      if (seen.has(control.id)) continue;
      const ends = { source: from, target: to, initiator: entry.rule.initiator };
      const found = drawnGap(control, (facts) => diagramOf(facts, ends, catalog), 'flow');
      if (!found) continue;
      seen.add(control.id);
      yield { control, found };
    }
  }
}

/** Gaps that nothing closes which a program could do by itself. */
const FOR_PEOPLE = [
  // A key that nothing uses: what should use it is for people to say.
  'kms.in-use',
];

it('closes the gap of every control that can be drawn by one remedy at least, and by the fix that the catalog names', () => {
  const open: string[] = [];
  let drawn = 0;
  for (const { control, found } of catalogGaps()) {
    if (!found) continue;
    drawn++;
    const tried = triedRemedies(situationOf(found.diagram), found.gap);
    if (tried.length === 0 || (control.fix && !tried.some(({ authored }) => authored))) open.push(control.id);
  }
  expect(open.sort()).toEqual(FOR_PEOPLE);
  // All but those whose examples cannot be drawn with two resources.
  expect(drawn).toBeGreaterThan(500);
});

it('closes the finding that a fix of the catalog belongs to, in any diagram', () => {
  fc.assert(
    fc.property(catalogDiagrams(catalog), (diagram) => {
      const situation = situationOf(diagram);
      for (const finding of situation.report.findings) {
        const [fix] = remediesOf(aroundOf(diagram, catalog), finding);
        if (!fix?.authored) continue;
        const { report } = effectOf(situation, fix.steps);
        const after = report.elements.get(finding.element.id)?.assessments.find(({ key }) => key === finding.key);
        expect(after === undefined || !isFinding(after), `${finding.key}: ${fix.label}`).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
