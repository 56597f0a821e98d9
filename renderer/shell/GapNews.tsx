import { useEffect, useReducer } from 'react';
import { ruleNews } from '../../shared/exposure/ruleNews.ts';
import type { JudgedRule } from '../../shared/exposure/rules.ts';
import { gapNews } from '../../shared/validate/gapNews.ts';
import type { Report } from '../../shared/validate/report.ts';
import { catalog } from '../state/catalog.ts';
import { reportOf, rulesOf } from '../state/derived.ts';
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

/** What news are about. */
interface Standing {
  readonly report: Report;
  readonly rules: readonly JudgedRule[];
}

const standingOf = (state: State): Standing => ({ report: reportOf(state), rules: rulesOf(state) });

function newsOf({ history: { present: diagram } }: State, before: Standing, after: Standing): string {
  const news = [ruleNews({ diagram, catalog }, before.rules, after.rules), gapNews(before.report, after.report)];
  return news.filter((each) => each !== null).join('. ');
}

/** Calls back with what became of gaps and rules, once edits have come to rest. */
function watchGaps(tell: (news: string) => void): () => void {
  let before = standingOf(useStore.getState());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    const state = useStore.getState();
    if (isBusy()) {
      timer = setTimeout(settle, CALM);
      return;
    }
    timer = undefined;
    const after = standingOf(state);
    const news = newsOf(state, before, after);
    before = after;
    if (news !== '') tell(news);
  };
  const stop = useStore.subscribe((state, old) => {
    if (!sameGround(state, old)) {
      clearTimeout(timer);
      timer = undefined;
      before = standingOf(state);
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

/** Tells screen readers which gaps an edit closed or opened, and which rules it broke or mended. */
export function GapNews() {
  const [said, say] = useReducer(saidAfter, SILENCE);
  useEffect(() => watchGaps(say), []);
  return <LiveText said={said} label="Changes of gaps" />;
}
