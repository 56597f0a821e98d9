import { useMemo } from 'react';
import { emptyDiagram } from '../../shared/diagram/schema.ts';
import type { Assessment, Report } from '../../shared/validate/report.ts';
import { useReport } from '../state/derived.ts';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import { BrokenRules } from './BrokenRules.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FilterBar } from './FilterBar.tsx';
import classes from './Findings.module.css';
import { FindingsTable } from './FindingsTable.tsx';
import { candidatesOf, chosenStandards, filterRows, listsRequirements, useFilter } from './filter.ts';
import { Requirements } from './StandardTable.tsx';

const NOTHING: readonly string[] = [];
const NO_DIAGRAM = emptyDiagram('');

function Body({ report, rows }: { readonly report: Report; readonly rows: readonly Assessment[] }) {
  const catalog = useCatalog();
  const wanted = useFilter((filter) => (listsRequirements(filter) ? filter.standards : NOTHING));
  const standards = useMemo(() => chosenStandards(catalog, wanted), [catalog, wanted]);
  if (standards.length > 0) return <Requirements standards={standards} report={report} />;
  return rows.length > 0 ? <FindingsTable rows={rows} /> : <EmptyState report={report} />;
}

/** The bottom panel: every finding of the diagram, to be filtered, sorted, gone to and fixed. */
export function FindingsPanel() {
  const report = useReport();
  const filter = useFilter();
  // The selection, where elements stand and which data reach them matter only while they filter.
  const diagram = useStore((state) => (filter.within || filter.data ? state.history.present : NO_DIAGRAM));
  const selection = useStore((state) => (filter.onlySelection ? state.selection : NOTHING));
  const candidates = useMemo(() => candidatesOf(report, filter), [report, filter]);
  const rows = useMemo(
    () => filterRows(candidates.rows, filter, { diagram, selection }),
    [candidates, filter, diagram, selection],
  );
  return (
    <section className={classes.panel} aria-label="Findings" data-part>
      <FilterBar candidates={candidates} shown={rows.length} />
      <BrokenRules />
      <Body report={report} rows={rows} />
    </section>
  );
}
