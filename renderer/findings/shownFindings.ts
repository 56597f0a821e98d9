import { type Finding, isFinding } from '../../shared/validate/report.ts';
import { reportOf } from '../state/derived.ts';
import type { State } from '../state/store.ts';
import { filterRows, ofOutcome, ofStandards, useFilter } from './filter.ts';
import { listedOf } from './rows.ts';

/** The findings that the panel shows as it is filtered now. */
export function shownFindings(state: State): readonly Finding[] {
  const filter = useFilter.getState();
  const rows = ofOutcome(ofStandards(listedOf(reportOf(state)), filter), filter.outcome);
  return filterRows(rows, filter, { diagram: state.history.present, selection: state.selection }).filter(isFinding);
}
