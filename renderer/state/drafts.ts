import { useCallback, useEffect, useRef, useState } from 'react';
import type { History } from './history.ts';
import { takeBack, useStore } from './store.ts';

/** Puts a text into the document. All commits of one visit of a field have the same `merge` key: they are one step. */
export type CommitText = (text: string, merge: string) => void;

/** A field while it is being typed into. */
export interface Visit {
  readonly merge: string;
  /** What the field held when the visit began, and the document then. */
  readonly value: string;
  readonly before: History;
}

let visits = 0;

export const startVisit = (value: string): Visit => ({
  merge: `visit ${++visits}`,
  value,
  before: useStore.getState().history,
});

/** Puts what the field holds now into the document. The text from before the visit leaves no step. */
export function typeText({ merge, value, before }: Visit, text: string, onCommit: CommitText): void {
  if (text !== value || !takeBack(merge, before)) onCommit(text, merge);
}

const open = new Set<() => void>();

/** Ends the visits of all fields, as leaving them would: what is typed from here on is a step of its own. */
export function flushDrafts(): void {
  for (const end of open) end();
}

export interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Ends the visit; what was typed stays. */
  readonly finish: () => void;
  /** Ends the visit and takes back what was typed. */
  readonly cancel: () => void;
}

/**
 * What is being typed into a field. Every change is in the document at once, so that it counts as unsaved and is kept
 * for the case of a crash; one visit is one step of undo. The field shows the text as typed, the document may have it
 * trimmed.
 */
export function useDraft(value: string, onCommit: CommitText): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const visit = useRef<Visit | null>(null);
  const finish = useCallback(() => {
    visit.current = null;
    setDraft(null);
  }, []);
  useEffect(() => {
    open.add(finish);
    return () => {
      open.delete(finish);
    };
  }, [finish]);
  const change = (text: string) => {
    visit.current ??= startVisit(value);
    setDraft(text);
    typeText(visit.current, text, onCommit);
  };
  const cancel = () => {
    if (visit.current) typeText(visit.current, visit.current.value, onCommit);
    finish();
  };
  return { text: draft ?? value, change, finish, cancel };
}
