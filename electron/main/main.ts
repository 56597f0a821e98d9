import path from 'node:path';
import { app, type BrowserWindow, ipcMain, protocol, session, shell } from 'electron';
import { createFileGrants } from '../files/fileGrants.ts';
import { createRecentFiles } from '../files/recentFiles.ts';
import { createRecoveryStore } from '../files/recoveryStore.ts';
import type { CloseGuard } from './closeGuard.ts';
import { setupMainCrash, setupPageCrash } from './setupCrash.ts';
import { setupFiles } from './setupFiles.ts';
import { type Handlers, sendEvent, setupIpc } from './setupIpc.ts';
import { type AppMenu, setupMenu } from './setupMenu.ts';
import { setupOpening } from './setupOpening.ts';
import { registerScheme, setupProtocol } from './setupProtocol.ts';
import { setupRecovery } from './setupRecovery.ts';
import { hardenSession, setupSecurity } from './setupSecurity.ts';
import { setupWindow } from './setupWindow.ts';
import { externalUrl, ORIGIN, trustFor } from './trust.ts';

const OUT = path.resolve(import.meta.dirname, '..');
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const trust = trustFor(devServer);

// Before ready, and without awaiting it here: Electron gets ready only after this module has run.
setupMainCrash();
registerScheme(protocol);
setupSecurity(app, shell, trust);

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  let window: BrowserWindow | null = null;
  let guard: CloseGuard | null = null;
  let menu: AppMenu | null = null;

  const userData = app.getPath('userData');
  const grants = createFileGrants(path.join(userData, 'backups'));
  const recent = createRecentFiles(path.join(userData, 'recent.json'));
  const recovery = setupRecovery(createRecoveryStore(path.join(userData, 'recovery')), grants);
  const files = setupFiles({ grants, recent, window: () => window });

  const opening = setupOpening({
    app,
    open: files.openPath,
    send: (result) => window && sendEvent(window.webContents, 'file:opened', result),
    show: () => {
      if (window?.isMinimized()) window.restore();
      window?.focus();
    },
  });

  const handlers: Handlers = {
    ...files.handlers,
    ...recovery.handlers,
    'app:start': async () => ({ opened: await opening.pageStarted(), recoveries: await recovery.list() }),
    'window:state': (state) => {
      guard?.setDirty(state.dirty);
      menu?.show(state);
      window?.setTitle(state.title);
      window?.setDocumentEdited(state.dirty);
    },
    'window:close': () => {
      // After this answer has left: a closed window cannot be told.
      setImmediate(() => guard?.closeNow());
    },
    'link:open': async (url) => {
      const external = externalUrl(url);
      if (external !== null) await shell.openExternal(external);
      return external !== null;
    },
  };

  async function tellOutsideChanges(): Promise<void> {
    const changes = await grants.changedOutside();
    for (const change of changes) if (window) sendEvent(window.webContents, 'file:changedOutside', change);
  }

  async function openWindow(): Promise<void> {
    hardenSession(session.defaultSession, trust);
    setupProtocol(protocol, path.join(OUT, 'renderer'));
    setupIpc(ipcMain, handlers, trust);
    menu = setupMenu((id) => window && sendEvent(window.webContents, 'menu:command', id));
    const made = await setupWindow({
      preload: path.join(OUT, 'preload/preload.cjs'),
      boundsFile: path.join(userData, 'window.json'),
      save: (target) => sendEvent(target.webContents, 'save:andClose', null),
      discard: recovery.dropMine,
    });
    window = made.window;
    guard = made.guard;
    window.on('closed', () => {
      window = null;
    });
    window.on('focus', () => void tellOutsideChanges());
    window.webContents.on('did-start-loading', opening.pageGone);
    setupPageCrash(window, () => {
      opening.pageGone();
      guard?.setDirty(false); // what the page had is in the recovery file now
    });
    await window.loadURL(devServer ?? `${ORIGIN}/index.html`);
  }

  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(openWindow);
}
