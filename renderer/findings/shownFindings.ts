import { type Finding, isFinding } from '../../shared/validate/report.ts';
import { reportOf } from '../state/derived.ts';
import type { State } from '../state/store.ts';
import { candidatesOf, filterRows, useFilter } from './filter.ts';

/** The findings that the panel shows as it is filtered now. */
export function shownFindings(state: State): readonly Finding[] {
  const filter = useFilter.getState();
  const { rows } = candidatesOf(reportOf(state), filter);
  return filterRows(rows, filter, { diagram: state.history.present, selection: state.selection }).filter(isFinding);
}
