import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useEffect, useRef } from 'react';
import type { Assessment } from '../../shared/validate/report.ts';
import { showFinding } from '../inspector/showFinding.ts';
import { COLUMNS, FEATURES } from './columns.ts';
import { FindingsHead } from './FindingsHead.tsx';
import classes from './FindingsTable.module.css';
import { FindingTableRow } from './FindingTableRow.tsx';
import { useFilter } from './filter.ts';
import { takeFocusRequest } from './focusRequest.ts';
import { rowOf } from './rows.ts';
import { Spacer } from './Spacer.tsx';
import { useFocusAsked, useRowFocus } from './useRowFocus.ts';

/** Heights in pixels, as in the style sheet. */
const ROW = 32;
const HEAD = 28;

/** A table that one walks with the arrow keys is a grid to a screen reader, which then leaves the keys to it. */
const GRID = { role: 'grid', 'aria-label': 'Findings' } as const;

/** Findings as a grid that one walks with the arrow keys. Only the rows in view are in the page. */
export function FindingsTable({ rows }: { readonly rows: readonly Assessment[] }) {
  const ordered = useFilter((filter) => filter.asFindings);
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable({
    features: FEATURES,
    columns: COLUMNS,
    data: rows,
    getRowId: ({ key }) => key,
  });
  // In the order of the report there is nothing to sort, nor a row model of thousands to make anew with every edit.
  const sorted = table.state.sorting.length === 0 ? rows : table.getRowModel().rows.map(({ original }) => original);
  const focus = useRowFocus(sorted.length);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    rangeExtractor: focus.withActive,
    useFlushSync: false,
  });
  useFocusAsked(focus.asked, scroller, virtualizer);
  const items = virtualizer.getVirtualItems();
  const { goTo } = focus;
  const ready = items.length > 0; // a list that comes has no height at first, and no rows
  // biome-ignore lint/correctness/useExhaustiveDependencies: who filters may ask for the focus, and brings other rows
  useEffect(() => {
    if (ready && takeFocusRequest()) goTo(0);
  }, [goTo, ready, rows]);
  return (
    <div ref={scroller} className={classes.scroller}>
      {/* As high as all rows: a row more or less lays out no table. */}
      <div style={{ minHeight: HEAD + sorted.length * ROW }}>
        <table className={classes.table} {...GRID} data-ordered={ordered} aria-rowcount={sorted.length + 1}>
          <FindingsHead headers={table.getHeaderGroups()[0]?.headers ?? []} />
          <tbody onKeyDown={focus.onKeyDown}>
            {items.map((item, at) => {
              const row = sorted[item.index];
              const before = items[at - 1]?.end ?? HEAD;
              return (
                row && (
                  <Fragment key={row.key}>
                    {item.start > before && <Spacer height={item.start - before} />}
                    <FindingTableRow
                      row={rowOf(row)}
                      index={item.index}
                      active={item.index === focus.active}
                      onActive={focus.setActive}
                      onOpen={showFinding}
                      onFixed={focus.stayAt}
                    />
                  </Fragment>
                )
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
