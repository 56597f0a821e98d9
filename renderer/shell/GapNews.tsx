import { useEffect, useReducer } from 'react';
import { gapNews } from '../../shared/validate/gapNews.ts';
import type { Report } from '../../shared/validate/report.ts';
import { reportOf } from '../state/derived.ts';
import { SILENCE, saidAfter } from '../state/said.ts';
import { isGestureRunning, type State, useStore } from '../state/store.ts';
import { LiveText } from './LiveText.tsx';

/** Edits within this time, in milliseconds, are told of in one sentence. */
const CALM = 500;

const FIELD = 'input:not([type=checkbox],[type=radio],[type=button]), textarea, [contenteditable=true]';

/** True while words would only disturb: somebody types, or drags. */
const isBusy = (): boolean => isGestureRunning() || document.activeElement?.matches(FIELD) === true;

/** What reports can be compared with each other for: another document, catalog or day is no edit. */
const sameGround = (a: State, b: State): boolean =>
  a.documentId === b.documentId && a.catalogSerial === b.catalogSerial && a.today === b.today && a.view === b.view;

/** Calls back with what became of the gaps, once edits have come to rest. */
function watchGaps(tell: (news: string) => void): () => void {
  let before: Report = reportOf(useStore.getState());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    const state = useStore.getState();
    if (isBusy()) {
      timer = setTimeout(settle, CALM);
      return;
    }
    timer = undefined;
    const after = reportOf(state);
    const news = gapNews(before, after);
    before = after;
    if (news !== null) tell(news);
  };
  const stop = useStore.subscribe((state, old) => {
    if (!sameGround(state, old)) {
      clearTimeout(timer);
      timer = undefined;
      before = reportOf(state);
    } else if (state.history.present !== old.history.present) {
      clearTimeout(timer);
      timer = setTimeout(settle, CALM);
    }
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Tells screen readers which gaps an edit closed or opened. */
export function GapNews() {
  const [said, say] = useReducer(saidAfter, SILENCE);
  useEffect(() => watchGaps(say), []);
  return <LiveText said={said} label="Changes of gaps" />;
}
