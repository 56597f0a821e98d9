import { useMemo } from 'react';
import { useReport } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { EmptyState } from './EmptyState.tsx';
import { FilterBar } from './FilterBar.tsx';
import classes from './Findings.module.css';
import { FindingsTable } from './FindingsTable.tsx';
import { filterRows, ofOutcome, useFilter } from './filter.ts';
import { rowsOf } from './rows.ts';

const NOTHING: readonly string[] = [];

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
      {rows.length > 0 ? <FindingsTable rows={rows} /> : <EmptyState report={report} />}
    </section>
  );
}
