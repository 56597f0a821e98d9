import { create } from 'zustand';
import { formatDiagram } from '../../shared/diagram/format.ts';
import type { Host, Recovery } from '../../shared/ipc/contract.ts';
import { isDirty, type State, useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { documentName } from './documentName.ts';

const WAIT_MILLISECONDS = 800;

/** Unsaved work that an earlier run left, newest first. */
export const useRecoveries = create<{ readonly recoveries: readonly Recovery[] }>()(() => ({ recoveries: [] }));

export const setRecoveries = (recoveries: readonly Recovery[]): void => useRecoveries.setState({ recoveries });

/** Takes unsaved work out of the list; what is kept of it stays. */
export const forgetRecovery = (documentId: string): void =>
  useRecoveries.setState(({ recoveries }) => ({
    recoveries: recoveries.filter((each) => each.documentId !== documentId),
  }));

/** Gives unsaved work up for good. */
export async function discardRecovery(host: Host, documentId: string): Promise<void> {
  await host.call('recovery:drop', documentId);
  forgetRecovery(documentId);
}

function put(host: Host, state: State): Promise<boolean> {
  const { documentId, file, history } = state;
  const text = formatDiagram(history.present);
  return host.call('recovery:put', { documentId, name: documentName(state), fileId: file?.id ?? null, text });
}

/** Unsaved work while it is being made. */
export interface RecoveryKeeper {
  /** Keeps at once what is not kept yet. */
  readonly flush: () => void;
  readonly stop: () => void;
}

/**
 * Keeps unsaved work within a second of a step, and at once when its file is gone; drops it when it is saved, undone, or
 * given up for another document. Calls of the host follow one another, so that a drop is never overtaken by the work it drops.
 */
export function keepRecovery(host: Host, milliseconds = WAIT_MILLISECONDS): RecoveryKeeper {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let queue: Promise<void> = Promise.resolve();
  let warned = false;

  const then = (work: () => Promise<void>): void => {
    queue = queue.then(work).catch(warn);
  };
  const warn = (): void => {
    if (!warned) tell('Unsaved work cannot be kept for the case of a crash here. Save often.', 'warning');
    warned = true;
  };
  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const drop = ({ documentId }: State): void => then(() => host.call('recovery:drop', documentId));
  const keep = (): void => {
    cancel();
    const state = useStore.getState();
    then(async () => {
      if (!(await put(host, state))) warn();
    });
  };
  const flush = (): void => {
    if (timer !== null) keep();
  };
  const onChange = (now: State, before: State): void => {
    const replaced = now.documentId !== before.documentId;
    if (replaced || !isDirty(now)) cancel();
    if (isDirty(before) && (replaced || !isDirty(now))) drop(before);
    // Work that was taken up again is kept already.
    if (replaced || !isDirty(now)) return;
    if (now.saved === null && before.saved !== null) keep();
    else if (now.history.present !== before.history.present) timer ??= setTimeout(keep, milliseconds);
  };
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };

  const unsubscribe = useStore.subscribe(onChange);
  document.addEventListener('visibilitychange', onHidden);
  return {
    flush,
    stop: () => {
      flush();
      unsubscribe();
      document.removeEventListener('visibilitychange', onHidden);
    },
  };
}
