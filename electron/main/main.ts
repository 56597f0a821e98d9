import path from 'node:path';
import { app, BrowserWindow, clipboard, dialog, ipcMain, protocol, session, shell } from 'electron';
import { createFileGrants, type FileGrants } from '../files/fileGrants.ts';
import { createRecentFiles } from '../files/recentFiles.ts';
import { createRecoveryStore } from '../files/recoveryStore.ts';
import { createRememberedFolder } from '../files/rememberedFolder.ts';
import { createOpenOutside } from './openOutside.ts';
import { setupClipboard } from './setupClipboard.ts';
import { setupMainCrash, setupPageCrash } from './setupCrash.ts';
import { setupFiles } from './setupFiles.ts';
import { type Handlers, sendEvent, setupIpc } from './setupIpc.ts';
import { type AppMenu, setupMenu } from './setupMenu.ts';
import { setupOpening } from './setupOpening.ts';
import { setupOwnCatalog } from './setupOwnCatalog.ts';
import { registerScheme, setupProtocol } from './setupProtocol.ts';
import { setupRecovery } from './setupRecovery.ts';
import { hardenSession, setupSecurity } from './setupSecurity.ts';
import { type MainWindow, setupWindow } from './setupWindow.ts';
import { ORIGIN, trustFor } from './trust.ts';

const OUT = path.resolve(import.meta.dirname, '..');
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const trust = trustFor(devServer);
const openOutside = createOpenOutside(dialog, shell);

// Before ready, and without awaiting it here: Electron gets ready only after this module has run.
setupMainCrash();
registerScheme(protocol);
setupSecurity(app, trust, (url, from) => void openOutside(url, BrowserWindow.fromWebContents(from)));

if (app.requestSingleInstanceLock()) start();
else app.quit();

async function tellOutsideChanges(grants: FileGrants, { window }: MainWindow): Promise<void> {
  const changes = await grants.changedOutside();
  if (window.isDestroyed()) return;
  for (const change of changes) sendEvent(window.webContents, 'file:changedOutside', change);
}

/** Everything that there is once: what the handlers share is in this closure, and nowhere else. */
function start(): void {
  let main: MainWindow | null = null; // null before it is made and after it is closed
  let menu: AppMenu | null = null;

  const userData = app.getPath('userData');
  const grants = createFileGrants(path.join(userData, 'backups'));
  const recent = createRecentFiles(path.join(userData, 'recent.json'));
  const recovery = setupRecovery(createRecoveryStore(path.join(userData, 'recovery')), grants);
  const files = setupFiles({ grants, recent, window: () => main?.window ?? null });
  const remembered = createRememberedFolder(path.join(userData, 'own-catalog.json'));
  const ownCatalog = setupOwnCatalog(remembered, () => main?.window ?? null);
  const opening = setupOpening({
    app,
    open: files.openPath,
    send: (result) => main && sendEvent(main.window.webContents, 'file:opened', result),
    show: () => main?.show(),
  });

  const handlers: Handlers = {
    ...files.handlers,
    ...recovery.handlers,
    ...ownCatalog.handlers,
    ...setupClipboard(clipboard, () => main?.window ?? null),
    'app:start': async () => ({
      opened: await opening.pageStarted(),
      recoveries: await recovery.list(),
      ownCatalog: await ownCatalog.read(),
    }),
    'window:state': (state) => {
      menu?.show(state);
      main?.setState(state);
    },
    // After this answer has left: a closed window cannot be told.
    'window:close': () => void setImmediate(() => main?.guard.closeNow()),
    'link:open': (url) => openOutside(url, main?.window ?? null),
  };

  async function openWindow(): Promise<void> {
    hardenSession(session.defaultSession, trust);
    setupProtocol(protocol, path.join(OUT, 'renderer'));
    setupIpc(ipcMain, handlers, trust);
    menu = setupMenu((id) => main && sendEvent(main.window.webContents, 'menu:command', id));
    const made = await setupWindow({
      preload: path.join(OUT, 'preload/preload.cjs'),
      boundsFile: path.join(userData, 'window.json'),
      save: (window) => sendEvent(window.webContents, 'save:andClose', null),
      discard: recovery.dropMine,
    });
    main = made;
    made.window.on('closed', () => {
      main = null;
    });
    made.window.on('focus', () => void tellOutsideChanges(grants, made));
    made.window.webContents.on('did-start-loading', opening.pageGone);
    setupPageCrash(made.window, () => {
      opening.pageGone();
      made.guard.setDirty(false); // what the page had is in the recovery file
    });
    await made.window.loadURL(devServer ?? `${ORIGIN}/index.html`);
  }

  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(openWindow);
}
