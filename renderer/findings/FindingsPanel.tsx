import { useMemo } from 'react';
import type { Report } from '../../shared/validate/report.ts';
import { standardsOf } from '../../shared/validate/standards.ts';
import { catalog } from '../state/catalog.ts';
import { useReport } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { EmptyState } from './EmptyState.tsx';
import { FilterBar } from './FilterBar.tsx';
import classes from './Findings.module.css';
import { FindingsTable } from './FindingsTable.tsx';
import { filterRows, ofOutcome, useFilter } from './filter.ts';
import { type FindingRow, rowsOf } from './rows.ts';
import { StandardTable } from './StandardTable.tsx';

const NOTHING: readonly string[] = [];

function Body({ report, rows }: { readonly report: Report; readonly rows: readonly FindingRow[] }) {
  const wanted = useFilter((filter) => (filter.requirement === null ? filter.standard : null));
  const standard = useMemo(() => standardsOf(catalog).find(({ id }) => id === wanted), [wanted]);
  if (standard) return <StandardTable standard={standard} report={report} />;
  return rows.length > 0 ? <FindingsTable rows={rows} /> : <EmptyState report={report} />;
}

/** The bottom panel: every finding of the diagram, to be filtered, sorted, gone to and fixed. */
export function FindingsPanel() {
  const report = useReport();
  const filter = useFilter();
  // The selection matters only while it filters.
  const selection = useStore((state) => (filter.onlySelection ? state.selection : NOTHING));
  const all = useMemo(() => rowsOf(report), [report]);
  const candidates = useMemo(() => ofOutcome(all, filter.outcome), [all, filter.outcome]);
  const rows = useMemo(() => filterRows(candidates, filter, selection), [candidates, filter, selection]);
  return (
    <section className={classes.panel} aria-label="Findings">
      <FilterBar tally={report.tally} candidates={candidates} />
      <Body report={report} rows={rows} />
    </section>
  );
}
