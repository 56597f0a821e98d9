import { openExposure } from '../../exposure/session.ts';
import { shownFindings } from '../../findings/shownFindings.ts';
import { fixAll } from '../../remedy/doSteps.ts';
import { beginReview, decideIt, fixIt, goOn, isReviewing, noteIt } from '../../review/session.ts';
import { reportOf } from '../../state/derived.ts';
import { isDrawing, type State, showDialog, useStore } from '../../state/store.ts';
import { tell } from '../../state/tell.ts';
import type { Entry } from './entry.ts';

const hasGaps = (state: State): boolean => isDrawing(state) && reportOf(state).tally.gap > 0;

const inReview = (state: State): boolean => isDrawing(state) && isReviewing();

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
  exposure: { run: () => openExposure(), enabled: isDrawing },
  decisions: { run: () => showDialog({ kind: 'decisions' }), enabled: isDrawing },
  review: { run: beginReview, enabled: isDrawing },
  reviewNext: { run: () => goOn(1), enabled: inReview },
  reviewPrevious: { run: () => goOn(-1), enabled: inReview },
  reviewFix: { run: fixIt, enabled: inReview },
  reviewAccept: { run: () => decideIt('riskAccepted'), enabled: inReview },
  reviewNotApplicable: { run: () => decideIt('falsePositive'), enabled: inReview },
  reviewNote: { run: noteIt, enabled: inReview },
  signOff: { run: () => showDialog({ kind: 'signOff' }), enabled: isDrawing },
} as const satisfies Record<string, Entry>;
