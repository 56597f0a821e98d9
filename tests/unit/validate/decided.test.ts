import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsAfter } from '../../../shared/diagram/decision.ts';
import { rename, setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { move } from '../../../shared/diagram/edit/move.ts';
import { suppress } from '../../../shared/diagram/edit/suppress.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { changedFacts } from '../../../shared/validate/decided.ts';
import { factsDecidedOn, factsHash } from '../../../shared/validate/decisionFacts.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';

const catalog = await shippedCatalog();
const TODAY = '2026-11-22';

const assessments = (diagram: Diagram): readonly Assessment[] =>
  [...validate(diagram, catalog, TODAY).elements.values()].flatMap((each) => each.assessments);

/** Accepts a finding as the dialog does. */
const accept = (diagram: Diagram, assessment: Assessment): Diagram =>
  suppress(diagram, {
    control: assessment.compiled.control.id,
    element: assessment.element.id,
    kind: 'compensated',
    compensatedBy: 'a proxy',
    justification: 'It never leaves the network.',
    owner: 'data platform',
    ticket: 'https://example.com/SEC-1',
    decidedOn: TODAY,
    expiresOn: monthsAfter(TODAY, 12),
    facts: factsHash(factsDecidedOn(assessment)),
    decidedFacts: factsDecidedOn(assessment),
  });

const reopen = (diagram: Diagram): Diagram => {
  const parsed = parseDiagram(formatDiagram(diagram));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.diagram;
};

const standing = (diagram: Diagram, key: string) => {
  const found = assessments(diagram).find((each) => each.key === key);
  return found && [found.outcome, found.reopened];
};

it('survives rename, move, another order, save and reopen', () => {
  fc.assert(
    fc.property(catalogDiagrams(catalog), fc.nat(), (drawn, pick) => {
      const diagram = { ...drawn, suppressions: [] };
      const open = assessments(diagram).filter(({ outcome }) => outcome === 'gap' || outcome === 'unknown');
      const finding = open[pick % Math.max(1, open.length)];
      if (!finding) return;
      let after = accept(diagram, finding);
      expect(standing(after, finding.key)).toEqual(['suppressed', null]);
      after = rename(after, finding.element.id, 'another name');
      after = move(after, [{ id: finding.element.id, position: { x: 4000, y: 80 } }]);
      after = { ...after, resources: after.resources.toReversed(), flows: after.flows.toReversed() };
      after = reopen(after);
      expect(standing(after, finding.key)).toEqual(['suppressed', null]);
      expect(after.suppressions).toEqual(accept(diagram, finding).suppressions);
    }),
    { numRuns: 60 },
  );
});

describe('a decision whose facts have changed', () => {
  const stream = (answer: string) => {
    const resource = { id: 'clicks', service: 'kinesis-data-streams', position: { x: 0, y: 0 } };
    const parsed = parseDiagram(JSON.stringify({ format: 'parapet', version: 1, resources: [resource] }));
    if (!parsed.ok) throw new Error(parsed.message);
    return setAnswer(parsed.diagram, 'clicks', 'serverSideEncryption', answer);
  };
  const key = 'kinesis-data-streams.encrypt-at-rest@clicks';
  const found = (diagram: Diagram) => assessments(diagram).find((each) => each.key === key);

  it('comes back, and says what was and what is', () => {
    const gap = found(stream('none'));
    if (gap?.outcome !== 'gap') throw new Error(`it is ${gap?.outcome}`);
    const accepted = accept(stream('none'), gap);
    const then = [{ fact: 'serverSideEncryption', value: 'kms' }];
    const suppressions = accepted.suppressions.map((each) => ({ ...each, facts: 'deadbeef', decidedFacts: then }));
    const back = found({ ...accepted, suppressions });
    expect(back && [back.outcome, back.reopened]).toEqual(['gap', 'factsChanged']);
    expect(back && changedFacts({ diagram: stream('none'), catalog }, back)).toEqual([
      { label: 'Server-side encryption', before: 'KMS (SSE-KMS)', after: 'Off' },
    ]);
  });

  it('says nothing where an older file kept only their hash', () => {
    const gap = found(stream('none'));
    if (!gap) throw new Error('not assessed');
    const [{ decidedFacts: _gone, ...old } = { control: '' }] = accept(stream('none'), gap).suppressions;
    const back = found({ ...stream('none'), suppressions: [{ ...old, facts: '00000000' } as never] });
    expect(back?.reopened).toBe('factsChanged');
    expect(back && changedFacts({ diagram: stream('none'), catalog }, back)).toEqual([]);
  });
});

it.each([
  ['2026-11-22', 12, '2027-11-22'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s and %i months: %s', (day, months, then) => expect(monthsAfter(day, months)).toBe(then));
