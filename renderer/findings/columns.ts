import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
} from '@tanstack/react-table';
import type { Assessment } from '../../shared/validate/report.ts';
import { rowOf } from './rows.ts';

/** What the table can do, and nothing else of the library. */
export const FEATURES = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const collator = new Intl.Collator('en', { numeric: true });

/** Numbers by size, texts as people sort them; equal ones keep the order of the report. */
const compare: SortFn<typeof FEATURES, Assessment> = (a, b, column) => {
  const [left, right] = [a.getValue<string | number>(column), b.getValue<string | number>(column)];
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : collator.compare(String(left), String(right));
};

const helper = createColumnHelper<typeof FEATURES, Assessment>();

export const COLUMNS = helper.columns([
  helper.accessor((each) => rowOf(each).rank, { id: 'severity', header: 'Severity', sortFn: compare }),
  helper.accessor((each) => rowOf(each).where, { id: 'where', header: 'Where', sortFn: compare }),
  helper.accessor((each) => rowOf(each).title, { id: 'control', header: 'Control', sortFn: compare }),
  helper.accessor((each) => rowOf(each).category, { id: 'category', header: 'Category', sortFn: compare }),
  helper.accessor(
    (each) =>
      rowOf(each)
        .standards.map(({ requirement }) => requirement)
        .join(' '),
    {
      id: 'standards',
      header: 'Standards',
      sortFn: compare,
    },
  ),
]);
