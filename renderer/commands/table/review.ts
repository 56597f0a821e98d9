import { fixAll } from '../../remedy/doSteps.ts';
import { reportOf } from '../../state/derived.ts';
import { isDrawing, type State, showDialog } from '../../state/store.ts';
import type { Entry } from './entry.ts';

const hasGaps = (state: State): boolean => isDrawing(state) && reportOf(state).tally.gap > 0;

/** What the commands of the Review menu do. */
export const REVIEW = {
  closeGaps: { run: () => showDialog({ kind: 'plan' }), enabled: hasGaps },
  fixAll: { run: fixAll, enabled: hasGaps },
} as const satisfies Record<string, Entry>;
