import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../../renderer/dashboard/charts.ts';
import { candidatesOf, type Filter, filterRows, showGaps, useFilter } from '../../../renderer/findings/filter.ts';
import { gapKeys, nextOpen, progressText } from '../../../renderer/review/queue.ts';
import { catalog } from '../../../renderer/state/catalog.ts';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { signOff } from '../../../shared/diagram/edit/signOff.ts';
import { suppress } from '../../../shared/diagram/edit/suppress.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import type { Diagram, Suppression } from '../../../shared/diagram/schema.ts';
import { signOffHolds } from '../../../shared/diagram/signOff.ts';
import { reportByStandard, standardOf, standingText } from '../../../shared/validate/standards.ts';
import { validate } from '../../../shared/validate/validate.ts';

const TODAY = '2026-11-22';

/** A stream in a Region whose data a delivery stream writes into a bucket that takes requests without TLS. */
const TEXT = JSON.stringify({
  format: 'parapet',
  version: 1,
  name: 'Small lake',
  boundaries: [{ id: 'eu', kind: 'region', name: 'eu-west-1', size: { width: 900, height: 300 } }],
  resources: [
    {
      id: 'in',
      service: 'kinesis-data-streams',
      name: 'clicks',
      inside: 'eu',
      answers: { serverSideEncryption: 'none' },
    },
    { id: 'out', service: 'firehose', name: 'to-lake', inside: 'eu' },
    { id: 'lake', service: 's3', name: 'lake' },
  ],
  flows: [
    { id: 'read', from: 'in', to: 'out' },
    { id: 'write', from: 'out', to: 'lake' },
  ],
});

function opened(): Diagram {
  const parsed = parseDiagram(TEXT);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.diagram;
}
const diagram = opened();
const report = validate(diagram, catalog, TODAY);

const shown = (narrowed: Partial<Filter>) => {
  showGaps(narrowed);
  const filter = useFilter.getState();
  const { rows } = candidatesOf(report, filter);
  return filterRows(rows, filter, { diagram, selection: [] }).map(({ key }) => key);
};

describe('a small lake, reviewed', () => {
  const gaps = [
    'kinesis-data-streams.encrypt-at-rest@in',
    's3.tls-only@lake',
    'kinesis-data-streams.replay-window@in',
    's3.record-access@lake',
    's3.versioning@lake',
  ];

  it('is gone through by severity: two high ones, then three of medium severity', () => {
    expect(report.tally.bySeverity).toEqual({ critical: 0, high: 2, medium: 3, low: 0, info: 0 });
    expect(gapKeys(report)).toEqual(gaps);
  });

  it('has one of five decided after the first is accepted, and goes on to the second', () => {
    const decision: Suppression = {
      ...{
        control: 'kinesis-data-streams.encrypt-at-rest',
        element: 'in',
        kind: 'riskAccepted',
        justification: 'Test data.',
      },
      ...{ owner: '', ticket: '', decidedOn: TODAY, expiresOn: null, facts: null },
    };
    const open = new Set(gapKeys(validate(suppress(diagram, decision), catalog, TODAY)));
    const queue = { keys: gaps, at: 0, known: new Set(gaps) };
    expect(progressText(queue, open)).toBe('1 of 5, 1 decided');
    expect(nextOpen(queue, open, 1)).toBe(1);
    expect(nextOpen(queue, open, -1)).toBe(4);
  });

  it('is signed off as it is: a name changes nothing of that, an answer does', () => {
    const signed = signOff(diagram, { reviewer: 'Ann', date: TODAY, scope: 'all' });
    const holds = (after: Diagram) => (after.signOffs ?? []).map((each) => signOffHolds(after, each));
    expect(holds(signed)).toEqual([true]);
    expect(holds({ ...signed, name: 'Renamed' })).toEqual([true]);
    expect(holds(setAnswer(signed, 'lake', 'versioning', 'enabled'))).toEqual([false]);
  });

  it('stands to the Security Hub standard with four requirements of gaps, listed in its order', () => {
    const fsbp = standardOf(catalog, 'fsbp');
    const requirements = fsbp ? reportByStandard(fsbp, catalog, report).requirements : [];
    const open = requirements.filter(({ standing }) => standing === 'gap');
    expect(open.map((each) => `${each.requirement.id}: ${standingText(each)}`)).toEqual([
      'Kinesis.1: 1 gap',
      'Kinesis.3: 1 gap',
      'S3.5: 1 gap',
      'S3.9: 1 gap',
    ]);
    // What no requirement asks for is left out.
    expect(shown({ standards: ['fsbp'], asFindings: true })).toEqual([
      'kinesis-data-streams.encrypt-at-rest@in',
      'kinesis-data-streams.replay-window@in',
      's3.tls-only@lake',
      's3.record-access@lake',
    ]);
    expect(
      shown({ standards: ['fsbp'], requirement: { framework: fsbp?.framework.id ?? '', requirement: 'S3.5' } }),
    ).toEqual(['s3.tls-only@lake']);
  });

  it('stands to two standards one after the other; what both ask for is listed with the first', () => {
    expect(shown({ standards: ['fsbp', 'cis-5'], asFindings: true })).toEqual([
      's3.tls-only@lake',
      's3.record-access@lake',
      'kinesis-data-streams.encrypt-at-rest@in',
      'kinesis-data-streams.replay-window@in',
    ]);
  });

  it('is counted by severity, category, service and boundary', () => {
    const charts = chartsOf(diagram, report).map(({ title, bars }) => [
      title,
      bars.map(({ label, tally }) => `${label} ${tally.gap}`),
    ]);
    expect(charts).toEqual([
      ['By severity', ['High 2', 'Medium 3']],
      ['By category', ['Resilience 2', 'Encryption at rest 1', 'Encryption in transit 1', 'Logging and monitoring 1']],
      ['By service', ['S3 3', 'Kinesis Data Streams 2']],
      ['By boundary', ['eu-west-1 2', 'In no boundary 3']],
    ]);
    expect(shown({ within: { boundary: 'eu' } })).toEqual([gaps[0], gaps[2]]);
  });
});
