import { flushSync } from 'react-dom';
import { create } from 'zustand';
import type { Question } from '../../shared/diagram/schema.ts';
import { COMMON_QUESTIONS } from '../../shared/exposure/commonQuestions.ts';
import { openPanel } from '../state/panels.ts';
import { useStore } from '../state/store.ts';

interface Exposure {
  /** The panel of exposure paths stands in the place of the inspector. */
  readonly open: boolean;
  readonly question: Question;
}

const [FIRST] = COMMON_QUESTIONS;

/** What is asked of exposure paths. Neither saved nor undoable: a rule is. */
export const useExposure = create<Exposure>()(() => ({ open: false, question: FIRST }));

/** Asks a question, or the one that was asked last, in the panel of exposure paths. */
export function openExposure(question: Question = useExposure.getState().question): void {
  flushSync(() => {
    openPanel('inspector');
    useExposure.setState({ open: true, question });
  });
  focusExposure();
}

/** Where the panel of exposure paths is in the page. */
export const PANEL_ID = 'exposure-paths';

/** Puts the focus on the panel as a whole: where one begins, and where what had the focus has gone. */
export const focusExposure = (): void => document.getElementById(PANEL_ID)?.focus();

export const ask = (question: Question): void => useExposure.setState({ question });

/** Gives its place back to the inspector. */
export function closeExposure(): void {
  if (useExposure.getState().open) useExposure.setState({ open: false });
}

useStore.subscribe((now, before) => {
  // What is selected is looked at in the inspector; another document has other resources.
  if (now.documentId !== before.documentId) useExposure.setState({ open: false, question: FIRST });
  else if (now.selection !== before.selection && now.selection.length > 0) closeExposure();
});
