import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from './store.ts';

const open = new Set<() => void>();

/** Commits what is typed but not committed yet, as leaving the field would. Called before a command reads the document. */
export function flushDrafts(): void {
  for (const flush of open) flush();
}

export interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Commits what was typed, if it differs. */
  readonly finish: () => void;
  /** Forgets what was typed. */
  readonly cancel: () => void;
}

/**
 * What is being typed into a field, apart from the document until the field is left: one visit is one step of undo.
 * A field that disappears while it is being typed into (the selection changed) commits first.
 */
export function useDraft(value: string, onCommit: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, value, onCommit });
  useLayoutEffect(() => {
    latest.current = { draft, value, onCommit };
  });
  const finish = useCallback(() => {
    const now = latest.current;
    if (now.draft === null) return;
    latest.current = { ...now, draft: null };
    setDraft(null);
    if (now.draft !== now.value) now.onCommit(now.draft);
  }, []);
  useEffect(() => {
    const { documentId } = useStore.getState();
    const flush = () => {
      // What was typed into one document has no business in the next one.
      if (useStore.getState().documentId === documentId) finish();
    };
    open.add(flush);
    return () => {
      open.delete(flush);
      flush();
    };
  }, [finish]);
  return { text: draft ?? value, change: setDraft, finish, cancel: () => setDraft(null) };
}
