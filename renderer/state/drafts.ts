import { useCallback, useEffect, useRef, useState } from 'react';
import type { History } from './history.ts';
import { type Refused, refuse, takeBack, useStore } from './store.ts';
import { tell } from './tell.ts';

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

/** Has `end` called when what is half typed is to count, as by leaving the field. */
export function useFlushed(end: () => void): void {
  useEffect(() => {
    open.add(end);
    return () => {
      open.delete(end);
    };
  }, [end]);
}

/** A text as it is quoted in a message. */
export const shortText = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Says that a field goes out of sight with something in it that does not count. What no field can show again goes. */
function leaveBehind(field: string): void {
  const left = useStore.getState().refused.get(field);
  if (!left) return;
  if (left.text === '') refuse(field, null);
  const what = left.text === '' ? 'What was typed' : `“${shortText(left.text)}”`;
  tell(`${what} was not taken over${left.text === '' ? '' : ', and waits in its field'}. ${left.problem}`, 'warning');
}

/**
 * What was typed into a field and does not count. It waits in the field, also while another element is shown, until it
 * is mended, taken back, or `value` is another.
 */
export function useRefused(field: string, value: string): Refused | null {
  useEffect(() => () => leaveBehind(field), [field]);
  return useStore(({ refused }) => {
    const kept = refused.get(field);
    return kept?.value === value ? kept : null;
  });
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

/** Has the document as it was when the visit began. */
function withhold(visit: Visit, onCommit: CommitText): void {
  if (useStore.getState().history !== visit.before) typeText(visit, visit.value, onCommit);
}

/**
 * What is being typed into a field, which goes by the name `field`. Every change that counts is in the document at once,
 * so that it counts as unsaved and is kept for the case of a crash; one visit is one step of undo. The field shows the
 * text as typed, the document may have it trimmed.
 */
export function useDraft(field: string, value: string, onCommit: CommitText): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  const refused = useRefused(field, value);
  const visit = useRef<Visit | null>(null);
  const finish = useCallback(() => {
    visit.current = null;
    setTyped(null);
  }, []);
  useFlushed(finish);
  const change = (text: string, problem: string | null = null) => {
    visit.current ??= startVisit(value);
    setTyped(problem === null ? text : null);
    if (problem === null) typeText(visit.current, text, onCommit);
    else withhold(visit.current, onCommit);
    refuse(field, problem === null ? null : { text, problem, value: visit.current.value });
  };
  const cancel = () => {
    if (visit.current) withhold(visit.current, onCommit);
    refuse(field, null);
    finish();
  };
  return {
    text: refused?.text ?? typed ?? value,
    isTyping: refused !== null || typed !== null,
    problem: refused?.problem ?? null,
    change,
    finish,
    cancel,
  };
}
