import { app, type BrowserWindow, dialog } from 'electron';

const MINUTE = 60_000;
const MOST_RELOADS = 3;

/** A mistake of ours in the main process: say so once and end. Unsaved work is already in its recovery file. Call before ready. */
export function setupMainCrash(): void {
  process.on('uncaughtException', (error) => {
    console.error(error);
    dialog.showErrorBox(
      'Parapet has to close',
      `Something went wrong that it cannot mend. Your unsaved work is offered at the next start.\n\n${error.message}`,
    );
    app.exit(1);
  });
  // The graphics process and others like it hold no work, and Chromium starts them again; only say so.
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') console.error(`The process ${type} has gone: ${reason}, ${exitCode}.`);
  });
}

/** A page that crashed is loaded again, which offers the unsaved work; not more than three times a minute. */
export function setupPageCrash(window: BrowserWindow, pageGone: () => void): void {
  let reloads: readonly number[] = [];

  async function reload(): Promise<void> {
    reloads = [...reloads.filter((at) => Date.now() - at < MINUTE), Date.now()];
    if (reloads.length <= MOST_RELOADS) return window.webContents.reload();
    await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The window keeps failing.',
      detail: 'Close Parapet and start it again: your unsaved work is offered then.',
    });
  }

  window.webContents.on('render-process-gone', (_event, details) => {
    pageGone();
    if (details.reason !== 'clean-exit') void reload();
  });
  window.on('unresponsive', async () => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'The window does not answer.',
      detail: 'Loading it again offers your work as it was a few seconds ago.',
      buttons: ['Wait', 'Load again'],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 1) window.webContents.forcefullyCrashRenderer();
  });
}
