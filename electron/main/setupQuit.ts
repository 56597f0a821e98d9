import type { App } from 'electron';
import type { AppWindow } from './appWindow.ts';

/**
 * Asks window after window before the app quits; whoever cancels keeps that window and all that were not asked yet. Left
 * to itself Electron tells all to close at once, and the windows with nothing to lose are gone when somebody cancels.
 */
export function setupQuit(app: Pick<App, 'on' | 'quit'>, windows: () => readonly AppWindow[]): void {
  let turn = 0;
  const unsaved = (): readonly AppWindow[] => windows().filter(({ guard }) => guard.isDirty());

  async function closeUnsaved(mine: number): Promise<void> {
    for (const each of unsaved()) {
      each.show();
      // Somebody may have asked to quit once more, while a page that hangs has not answered.
      if (!(await each.guard.leave()) || mine !== turn) return;
    }
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (unsaved().length === 0) return;
    event.preventDefault();
    void closeUnsaved(++turn);
  });
}
