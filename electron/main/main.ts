import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, nativeTheme, powerMonitor, protocol, session, shell } from 'electron';
import { inOrder } from '../files/inOrder.ts';
import { createLastCheck } from '../files/lastCheck.ts';
import { createRecentFiles } from '../files/recentFiles.ts';
import { createRecoveryStore } from '../files/recoveryStore.ts';
import { createSettingsStore } from '../files/settingsStore.ts';
import { type AppWindow, createAppWindow, type Shared } from './appWindow.ts';
import { INITIAL_MENU_STATE, WINDOWLESS_MENU_STATE } from './menuTemplate.ts';
import { createOpenOutside } from './openOutside.ts';
import { setupMainCrash } from './setupCrash.ts';
import { sendEvent, setupIpc } from './setupIpc.ts';
import { type AppMenu, setupMenu } from './setupMenu.ts';
import { setupOpening } from './setupOpening.ts';
import { registerScheme, setupProtocol } from './setupProtocol.ts';
import { setupQuit } from './setupQuit.ts';
import { createRecoveries } from './setupRecovery.ts';
import { hardenSession, setupSecurity } from './setupSecurity.ts';
import { setupSessionEnd } from './setupSessionEnd.ts';
import { setupUpdates } from './setupUpdates.ts';
import { ORIGIN, trustFor } from './trust.ts';
import { createWindows } from './windows.ts';

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

async function load({ window }: AppWindow): Promise<void> {
  try {
    await window.loadURL(devServer ?? `${ORIGIN}/index.html`);
  } catch (error) {
    if (!window.isDestroyed()) throw error; // closed before it was there
  }
}

/** Everything that there is once, and the windows, which share it. */
function start(): void {
  let menu: AppMenu | null = null; // null before ready

  const userData = app.getPath('userData');
  const settings = createSettingsStore(path.join(userData, 'settings.json'));
  const windows = createWindows((after) => {
    const made = createAppWindow(shared, after);
    void load(made);
    return made;
  }, showMenu);

  const shared: Shared = {
    preload: path.join(OUT, 'preload/preload.cjs'),
    userData,
    recent: createRecentFiles(path.join(userData, 'recent.json')),
    saves: inOrder(),
    recoveryOf: createRecoveries(createRecoveryStore(path.join(userData, 'recovery'))),
    settings,
    set: (wanted) => {
      const kept = settings.set(wanted);
      nativeTheme.themeSource = settings.get().theme;
      for (const { window } of windows.list()) sendEvent(window.webContents, 'settings:changed', settings.get());
      return kept;
    },
    updates: setupUpdates({
      app,
      session,
      lastCheck: createLastCheck(path.join(userData, 'update-check')),
      isWeekly: () => settings.get().updateCheck,
    }),
    openOutside,
    windowOf: windows.withFile,
    openFiles: (files) => void openFiles(files),
    newWindow: () => void windows.open(),
    menuChanged: showMenu,
  };

  function showMenu(): void {
    menu?.show(windows.front()?.menuState() ?? WINDOWLESS_MENU_STATE);
  }

  async function openFiles(files: readonly string[]): Promise<void> {
    for (const file of files) await windows.openFile(file);
  }

  const earlyFiles = setupOpening({
    app,
    show: () => windows.front()?.show(),
    open: (files) => void openFiles(files),
  });

  function onReady(): void {
    nativeTheme.themeSource = settings.get().theme;
    hardenSession(session.defaultSession, trust);
    setupProtocol(protocol, path.join(OUT, 'renderer'));
    setupIpc(ipcMain, (contents) => windows.of(contents)?.handlers ?? null, trust);
    menu = setupMenu(INITIAL_MENU_STATE, (id) => {
      const front = windows.front();
      if (front) sendEvent(front.window.webContents, 'menu:command', id);
      else windows.open();
    });
    const files = earlyFiles();
    if (files.length > 0) void openFiles(files);
    else windows.open();
    app.on('activate', () => windows.front() ?? windows.open());
  }

  setupQuit(app, windows.list);
  setupSessionEnd(app, powerMonitor);
  // On macOS an app goes on without windows.
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit());
  void app.whenReady().then(onReady);
}
