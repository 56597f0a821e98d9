import type { Host } from '../../shared/ipc/contract.ts';
import { settings, useSettings } from '../state/settings.ts';
import { isDirty, type State, useStore } from '../state/store.ts';
import { save } from './saveActions.ts';

const WAIT_MILLISECONDS = 4_000;

/**
 * Saves a document that has a file some seconds after the last step, while somebody has set that. What did not succeed is
 * not tried again until a save has: the person has been told why, and is not to be asked at each step. The function that
 * comes back ends it.
 */
export function keepSaving(host: Host, milliseconds = WAIT_MILLISECONDS): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The state of the file that a save has failed on. */
  let failedOn: State['saved'] | undefined;

  async function run(): Promise<void> {
    const { saved } = useStore.getState();
    if (!(await save(host))) failedOn = saved;
  }

  function plan(): void {
    clearTimeout(timer);
    const state = useStore.getState();
    // What has changed on disk, or is no longer there, is a question that only the person can answer.
    const isAsked = settings().autosave && state.file !== null && state.saved !== null && state.saved !== failedOn;
    if (isAsked && isDirty(state)) timer = setTimeout(() => void run(), milliseconds);
  }

  const ends = [
    useStore.subscribe((now, before) => {
      if (now.history.present !== before.history.present || now.saved !== before.saved) plan();
    }),
    useSettings.subscribe((now, before) => {
      if (now.autosave !== before.autosave) plan();
    }),
    () => clearTimeout(timer),
  ];
  return () => {
    for (const end of ends) end();
  };
}
