import type { Header } from '@tanstack/react-table';
import type { Assessment } from '../../shared/validate/report.ts';
import type { FEATURES } from './columns.ts';
import classes from './FindingsTable.module.css';

const ORDER = { asc: 'ascending', desc: 'descending' } as const;

interface FindingsHeadProps {
  readonly headers: readonly Header<typeof FEATURES, Assessment>[];
}

/** The column titles; each sorts up, down, and back to the order of the report. */
export function FindingsHead({ headers }: FindingsHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {headers.map(({ id, column }) => {
          const sorted = column.getIsSorted();
          return (
            <th key={id} scope="col" data-column={id} aria-sort={sorted === false ? 'none' : ORDER[sorted]}>
              <button type="button" className={classes.sort} onClick={() => column.toggleSorting()}>
                {String(column.columnDef.header)}
                <span aria-hidden="true">{sorted === false ? '' : sorted === 'asc' ? ' ▲' : ' ▼'}</span>
              </button>
            </th>
          );
        })}
        <th scope="col" data-column="fix">
          <span className="visually-hidden">Fix</span>
        </th>
      </tr>
    </thead>
  );
}
