import { shownFindings } from '../../findings/shownFindings.ts';
import { fixAll } from '../../remedy/doSteps.ts';
import { reportOf } from '../../state/derived.ts';
import { isDrawing, type State, showDialog, useStore } from '../../state/store.ts';
import { tell } from '../../state/tell.ts';
import type { Entry } from './entry.ts';

const hasGaps = (state: State): boolean => isDrawing(state) && reportOf(state).tally.gap > 0;

/** What the commands of the Review menu do. */
export const REVIEW = {
  dashboard: { run: () => showDialog({ kind: 'dashboard' }), enabled: isDrawing },
  closeGaps: { run: () => showDialog({ kind: 'plan' }), enabled: hasGaps },
  fixAll: { run: fixAll, enabled: hasGaps },
  acceptShown: {
    run: () => {
      const keys = shownFindings(useStore.getState()).map(({ key }) => key);
      if (keys.length === 0) tell('The findings panel shows nothing that could be accepted.');
      else showDialog({ kind: 'accept', keys });
    },
    enabled: isDrawing,
  },
  decisions: { run: () => showDialog({ kind: 'decisions' }), enabled: isDrawing },
} as const satisfies Record<string, Entry>;
