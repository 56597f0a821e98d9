import { openPanel } from '../state/panels.ts';
import { type Filter, showGaps } from './filter.ts';
import { askFocus } from './focusRequest.ts';

/** Goes to the gaps that one thing narrows, in the findings panel. */
export function leadToGaps(narrowed: Partial<Filter>): void {
  openPanel('findings');
  askFocus();
  showGaps(narrowed);
}
