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
  /** True once something has been typed, until the visit ends. */
  readonly isTyping: boolean;
  /** Why what is typed does not count; null while it does. */
  readonly problem: string | null;
  /** With a problem the text stays in the field alone, and the document as it was before the visit. */
  readonly change: (text: string, problem?: string | null) => void;
  /** Ends the visit; what was typed stays, in the field alone if it does not count. */
  readonly finish: () => void;
  /** Ends the visit and takes back what was typed. */
  readonly cancel: () => void;
}

interface Typed {
  readonly text: string;
  readonly problem: string | null;
}

/** Has the document as it was when the visit began. */
function withhold(visit: Visit, onCommit: CommitText): void {
  if (useStore.getState().history !== visit.before) typeText(visit, visit.value, onCommit);
}

/**
 * What is being typed into a field. Every change that counts is in the document at once, so that it counts as unsaved
 * and is kept for the case of a crash; one visit is one step of undo. The field shows the text as typed, the document
 * may have it trimmed.
 */
export function useDraft(value: string, onCommit: CommitText): Draft {
  const [draft, setDraft] = useState<Typed | null>(null);
  const visit = useRef<Visit | null>(null);
  const finish = useCallback(() => {
    visit.current = null;
    setDraft((typed) => (typed?.problem ? typed : null));
  }, []);
  useEffect(() => {
    open.add(finish);
    return () => {
      open.delete(finish);
    };
  }, [finish]);
  const change = (text: string, problem: string | null = null) => {
    visit.current ??= startVisit(value);
    setDraft({ text, problem });
    if (problem === null) typeText(visit.current, text, onCommit);
    else withhold(visit.current, onCommit);
  };
  const cancel = () => {
    if (visit.current) withhold(visit.current, onCommit);
    visit.current = null;
    setDraft(null);
  };
  return {
    text: draft?.text ?? value,
    isTyping: draft !== null,
    problem: draft?.problem ?? null,
    change,
    finish,
    cancel,
  };
}
