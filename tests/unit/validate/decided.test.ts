import shipped from 'virtual:parapet-catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCatalog } from '../../../shared/catalog/parse.ts';
import { monthsAfter } from '../../../shared/diagram/decision.ts';
import { rename, setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { setBrings } from '../../../shared/diagram/edit/data.ts';
import { move } from '../../../shared/diagram/edit/move.ts';
import { suppress } from '../../../shared/diagram/edit/suppress.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram, Suppression } from '../../../shared/diagram/schema.ts';
import { toJsonReport } from '../../../shared/export/json.ts';
import { toMarkdown } from '../../../shared/export/markdown.ts';
import { reviewDecisions } from '../../../shared/export/reviewDecisions.ts';
import { changedFacts } from '../../../shared/validate/decided.ts';
import { groundsOf } from '../../../shared/validate/decisionFacts.ts';
import { reopenedText } from '../../../shared/validate/describe.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';
import { diagramIn, inputOfDiagram } from '../../support/exports.ts';

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
    ...groundsOf(assessment),
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

  it('says in plain words what a file of somebody who means harm names as facts', () => {
    const gap = found(stream('none'));
    if (!gap) throw new Error('not assessed');
    const [decision] = accept(stream('none'), gap).suppressions;
    const facts = ['constructor', '__proto__', 'toString', '@raisedBy', 'turned\u202E\nname'];
    const decidedFacts = facts.map((fact) => ({ fact, value: ['constructor', '__proto__'] }));
    const back = found({
      ...stream('none'),
      suppressions: [{ ...decision, facts: '00000000', decidedFacts } as never],
    });
    const changed = back ? changedFacts({ diagram: stream('none'), catalog }, back) : [];
    expect(changed.map(({ label, before }) => [label, before])).toEqual([
      ['Severity raised by', ''],
      ['constructor', 'constructor, __proto__'],
      ['__proto__', 'constructor, __proto__'],
      ['toString', 'constructor, __proto__'],
      ['turned name', 'constructor, __proto__'],
      ['Server-side encryption', 'decides nothing'],
    ]);
  });
});

describe('a decision whose finding weighs more', () => {
  const drawn = diagramIn(
    JSON.stringify({
      format: 'parapet',
      version: 1,
      resources: [
        { id: 'clicks', service: 'kinesis-data-streams' },
        { id: 'firehose', service: 'data-firehose' },
        { id: 'lake', service: 's3', answers: { serverSideEncryption: 'sse-s3' } },
      ],
      flows: [
        { id: 'in', from: 'clicks', to: 'firehose' },
        { id: 'out', from: 'firehose', to: 'lake' },
      ],
    }),
  );
  const personal = setBrings(drawn, ['clicks'], ['personal']);
  const gapsOf = (diagram: Diagram, on = catalog) =>
    validate(diagram, on, TODAY)
      .elements.get('lake')
      ?.findings.filter(({ outcome }) => outcome === 'gap') ?? [];
  /** Gaps of the bucket whose severity alone rises with the data, not their facts. */
  const rising = gapsOf(personal).flatMap((is) => {
    const was = gapsOf(drawn).find(({ key }) => key === is.key);
    const same = JSON.stringify(was?.because) === JSON.stringify(is.because);
    return was && same && was.severity !== is.severity ? [{ was, is }] : [];
  });
  const found = (diagram: Diagram, key: string, on = catalog) =>
    validate(diagram, on, TODAY)
      .elements.get('lake')
      ?.assessments.find((each) => each.key === key);

  it('comes back when personal data are tagged far upstream, says what the severity was and is, and holds again after', () => {
    expect(rising.length).toBeGreaterThan(0);
    for (const { was, is } of rising) {
      const accepted = reopen(accept(drawn, was));
      expect(found(accepted, was.key)?.outcome).toBe('suppressed');
      const tagged = setBrings(accepted, ['clicks'], ['personal']);
      const back = found(tagged, was.key);
      expect(back).toMatchObject({ outcome: 'gap', reopened: 'severityRose', severity: is.severity });
      expect(back && reopenedText(back)).toBe(
        `Its severity was ${was.severity} when it was decided on, and is ${is.severity} now.`,
      );
      expect(back && changedFacts({ diagram: tagged, catalog }, back)).toEqual([
        { label: 'Severity', before: was.severity, after: is.severity },
        { label: 'Severity raised by', before: 'no data', after: 'Personal' },
      ]);
      expect(found(setBrings(tagged, ['clicks'], ['internal']), was.key)?.outcome).toBe('suppressed');
    }
  });

  it('does not come back when the severity falls', () => {
    for (const { is } of rising) {
      const accepted = accept(personal, is);
      expect(found(accepted, is.key)?.outcome).toBe('suppressed');
      expect(found(setBrings(accepted, ['clicks'], []), is.key)).toMatchObject({
        outcome: 'suppressed',
        reopened: null,
      });
    }
  });

  it('comes back when an own catalog weighs the control more', () => {
    const [{ was } = { was: null }] = rising;
    if (!was) throw new Error('nothing rises');
    const override = { control: was.compiled.control.id, severity: 'critical', reason: 'Our auditors say so.' };
    const own = parseCatalog([{ path: 'overrides/mine.json', content: { overrides: [override] } }], shipped);
    if (!own.ok) throw new Error(JSON.stringify(own.problems));
    expect(found(accept(drawn, was), was.key, own.catalog)).toMatchObject({ outcome: 'gap', reopened: 'severityRose' });
  });

  it('holds by its facts alone where a file of before does not say how severe it was', () => {
    for (const { was } of rising) {
      const [{ decidedSeverity: _none, decidedFacts: _gone, ...old } = { control: '' }] = accept(
        personal,
        was,
      ).suppressions;
      const before = { ...personal, suppressions: [old as Suppression] };
      expect(found(before, was.key)?.outcome).toBe('suppressed');
      expect(formatDiagram(reopen(before))).not.toContain('decidedSeverity');
    }
  });

  it('stands so in every list of decisions', () => {
    const [{ was, is } = { was: null, is: null }] = rising;
    if (!was) throw new Error('nothing rises');
    const input = inputOfDiagram(setBrings(accept(drawn, was), ['clicks'], ['personal']), catalog);
    const words = `The severity has risen: was ${was.severity}, is ${is.severity} now`;
    expect(reviewDecisions(input)).toMatchObject([{ standing: 'severityRose', standingText: words }]);
    expect(toMarkdown(input)).toContain(`| ${words} | S3 |`);
    const { files, findings } = toJsonReport([{ ...input, file: 'x' }], catalog, TODAY);
    expect(files).toMatchObject([{ decisions: [{ standing: 'severityRose', decidedSeverity: was.severity }] }]);
    expect(findings.find(({ key }) => key === was.key)?.reopened).toBe('severityRose');
  });
});

it.each([
  ['2026-11-22', 12, '2027-11-22'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s and %i months: %s', (day, months, then) => expect(monthsAfter(day, months)).toBe(then));
