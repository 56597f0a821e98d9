import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bar, chartsOf } from '../../../renderer/dashboard/charts.ts';
import { historyOf, pointsOf } from '../../../renderer/dashboard/history.ts';
import { candidatesOf, filterRows, isNarrowed, showGaps, useFilter } from '../../../renderer/findings/filter.ts';
import { catalog } from '../../../renderer/state/catalog.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import type { Report } from '../../../shared/validate/report.ts';
import { validate } from '../../../shared/validate/validate.ts';
import { catalogDiagrams } from '../../support/catalogDiagrams.ts';

const TODAY = '2026-11-21';
const AT = { x: 0, y: 0 };
const place = (id: string, inside: string | null) => ({ id, name: id, inside, position: AT, answers: {}, note: '' });
const boundary = (id: string, kind: string, inside: string | null) => ({
  ...place(id, inside),
  kind,
  size: { width: 400, height: 300 },
});

const sumOf = (bars: readonly Bar[]) => bars.reduce((sum, { tally }) => sum + tally.gap, 0);

/** The rows that a bar leads to. */
function shownBy({ filter }: Bar, diagram: Diagram, report: Report) {
  showGaps(filter);
  const now = useFilter.getState();
  expect(isNarrowed(now)).toBe(true);
  return filterRows(candidatesOf(report, now).rows, now, { diagram, selection: [] });
}

describe('the dashboard', () => {
  it('counts in each chart what the report counts, and each bar leads to just its gaps', () => {
    fc.assert(
      fc.property(catalogDiagrams(catalog), (diagram) => {
        const report = validate(diagram, catalog, TODAY);
        const flows = report.findings.filter(({ outcome, element }) => outcome === 'gap' && element.kind === 'flow');
        for (const { title, bars } of chartsOf(diagram, report)) {
          const counted = title === 'Flows, by what they connect' ? flows.length : report.tally.gap;
          expect(sumOf(bars.filter(({ depth }) => depth === 0))).toBe(counted);
          for (const bar of bars) expect(shownBy(bar, diagram, report)).toHaveLength(bar.tally.gap);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('counts in a boundary what is inside it, and flows only where both ends are', () => {
    const diagram: Diagram = {
      ...emptyDiagram('Nested'),
      boundaries: [
        boundary('net', 'vpc', 'acct'),
        boundary('acct', 'account', null),
        boundary('other', 'account', null),
      ],
      resources: [
        { ...place('inner', 'net'), service: 's3' },
        { ...place('outer', 'acct'), service: 'redshift' },
        { ...place('far', 'other'), service: 'redshift' },
        { ...place('free', null), service: 's3' },
      ],
      flows: [
        { id: 'within', from: 'inner', to: 'outer', label: '', answers: { credentials: 'access-keys' }, note: '' },
        { id: 'across', from: 'inner', to: 'far', label: '', answers: { credentials: 'access-keys' }, note: '' },
      ],
    };
    const report = validate(diagram, catalog, TODAY);
    const gaps = (...ids: readonly string[]) =>
      ids.reduce((sum, id) => sum + (report.elements.get(id)?.tally.gap ?? 0), 0);
    const chart = chartsOf(diagram, report).find(({ title }) => title === 'By boundary');
    const counts = Object.fromEntries((chart?.bars ?? []).map(({ label, tally }) => [label, tally.gap]));
    expect(counts).toEqual({
      acct: gaps('acct', 'net', 'inner', 'outer', 'within'),
      net: gaps('net', 'inner'),
      other: gaps('other', 'far'),
      'In no boundary': gaps('free', 'across'),
    });
    for (const flow of ['within', 'across']) expect(gaps(flow)).toBeGreaterThan(0);
    const labels = chart?.bars.map(({ label }) => label) ?? [];
    expect(labels.indexOf('net')).toBe(labels.indexOf('acct') + 1);
    expect(labels.at(-1)).toBe('In no boundary');
  });

  it('splits flows by the services that they connect, under their short names', () => {
    const flow = (id: string, from: string, to: string) => ({
      ...{ id, from, to, label: '', note: '' },
      answers: { credentials: 'access-keys' },
    });
    const diagram: Diagram = {
      ...emptyDiagram('Pairs'),
      resources: [
        { ...place('raw', null), service: 's3' },
        { ...place('clean', null), service: 's3' },
        { ...place('marts', null), service: 'redshift' },
      ],
      flows: [flow('a', 'raw', 'marts'), flow('b', 'clean', 'marts'), flow('c', 'marts', 'raw')],
    };
    const report = validate(diagram, catalog, TODAY);
    const charts = chartsOf(diagram, report);
    const pairs = charts.find(({ title }) => title === 'Flows, by what they connect')?.bars ?? [];
    expect(pairs.map(({ label, tally }) => [label, tally.gap])).toEqual([
      ['S3 → Redshift', 2],
      ['Redshift → S3', 1],
    ]);
    const flows = charts.flatMap(({ bars }) => bars).find(({ label }) => label === 'Flows');
    expect(flows?.tally.gap).toBe(sumOf(pairs));
  });

  it('has no bars without gaps', () => {
    const empty = emptyDiagram('Empty');
    expect(chartsOf(empty, validate(empty, catalog, TODAY))).toEqual([]);
  });
});

describe('the history of gaps', () => {
  const one = { ...emptyDiagram('One'), resources: [{ ...place('a', null), service: 's3' }] };
  const [some, none] = [validate(one, catalog, TODAY), validate(emptyDiagram('None'), catalog, TODAY)];
  const version = (id: string, report: Report | null) => ({
    id,
    replacedAt: '2026-11-20T10:00:00.000Z',
    diagram: report && one,
    report,
  });

  it('goes from the oldest version to now; what cannot be read is listed and has no point', () => {
    const moments = historyOf([version('new', some), version('damaged', null), version('old', none)], some);
    expect(moments.map(({ version }) => version)).toEqual(['old', 'damaged', 'new', null]);
    expect(moments.map(({ tally }) => tally?.gap ?? null)).toEqual([0, null, some.tally.gap, some.tally.gap]);
    expect(pointsOf(moments).map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [0.5, 1],
      [1, 1],
    ]);
  });

  it('draws a line on the ground where there never was a gap', () => {
    expect(pointsOf(historyOf([version('old', none)], none)).map(({ y }) => y)).toEqual([0, 0]);
  });
});
