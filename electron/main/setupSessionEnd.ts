import { type App, BrowserWindow, type PowerMonitor } from 'electron';
import { sendEvent } from './setupIpc.ts';

const keepWork = ({ webContents }: BrowserWindow): void => sendEvent(webContents, 'work:keep', null);

/**
 * The session or the system ends: each page keeps at once what it would have kept within a second. Nothing is asked and
 * nothing is delayed: nobody may be there to answer, and the next start offers the work.
 */
export function setupSessionEnd(app: App, powerMonitor: PowerMonitor): void {
  // Windows tells windows, the others tell the app.
  app.on('browser-window-created', (_event, window) => window.on('query-session-end', () => keepWork(window)));
  void app.whenReady().then(() => powerMonitor.on('shutdown', () => BrowserWindow.getAllWindows().forEach(keepWork)));
}
