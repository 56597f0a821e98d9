/** What a closing window would lose: changes that are not on disk, or only texts that no document has. */
export type Loss = 'changes' | 'texts';

/** The answer to the question of a closing window that would lose something. */
export type CloseAnswer = 'save' | 'discard' | 'cancel';

interface Actions {
  /** Asks the person, natively: it must work while the page hangs or has crashed. */
  ask(loss: Loss): Promise<CloseAnswer>;
  /** Tells the page to save and then to ask for the close. */
  save(): void;
  /** Drops the unsaved work that was kept for recovery. */
  discard(): Promise<void>;
  close(): void;
}

/** Decides whether the window may close. */
export interface CloseGuard {
  /** True when the window has something to lose: it asks before it closes. */
  isDirty(): boolean;
  setLoss(loss: Loss | null): void;
  /** The page says that all is saved: close without a further question. */
  closeNow(): void;
  /** The page says that it could not save, or has gone: the window stays. */
  stay(): void;
  /** True lets the window close; false keeps it, and the question is asked. */
  mayClose(): boolean;
  /** Closes the window, after the question if there is something to lose; false when the person keeps it. */
  leave(): Promise<boolean>;
}

/**
 * The question is native and not the page's own: a page that hangs could neither ask nor answer, and
 * the person would have to kill the app. "Save" goes through the page, which has the one save function
 * (with "save as" and conflicts) and asks for the close only when the text is on the disk. So each way
 * out ends with the work saved, dropped by choice, or still in the window and in the recovery file.
 */
export function createCloseGuard(actions: Actions): CloseGuard {
  let loss: Loss | null = null;
  let allowed = false;
  let asking = false;
  let leaving: readonly ((left: boolean) => void)[] = [];

  function settle(left: boolean): void {
    const all = leaving;
    leaving = [];
    for (const tell of all) tell(left);
  }

  function closeNow(): void {
    allowed = true;
    actions.close();
    settle(true);
  }

  async function askOnce(would: Loss): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      const answer = await actions.ask(would);
      if (answer === 'save') actions.save();
      if (answer === 'cancel') settle(false);
      if (answer === 'discard') {
        await actions.discard();
        closeNow();
      }
    } finally {
      asking = false;
    }
  }

  return {
    isDirty: () => loss !== null && !allowed,
    setLoss(value) {
      loss = value;
    },
    closeNow,
    stay: () => settle(false),
    mayClose() {
      if (loss === null || allowed) return true;
      void askOnce(loss);
      return false;
    },
    leave: () =>
      new Promise((resolve) => {
        leaving = [...leaving, resolve];
        if (loss === null) closeNow();
        else void askOnce(loss);
      }),
  };
}
