import { promises as fs } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { WindowState } from '../../shared/ipc/contract.ts';
import { type CloseAnswer, type CloseGuard, createCloseGuard } from './closeGuard.ts';
import { webPreferences } from './setupSecurity.ts';
import { fitBounds, readWindowBounds, writeWindowBounds } from './windowBounds.ts';

interface Needs {
  readonly preload: string;
  readonly boundsFile: string;
  /** Tells the page to save and then to ask for the close. */
  save(window: BrowserWindow): void;
  discard(): Promise<void>;
}

/** The one window, and who decides whether it may close. */
export interface MainWindow {
  readonly window: BrowserWindow;
  readonly guard: CloseGuard;
  /** Brings it to the front. */
  show(): void;
  /** Shows the renderer's title and unsaved mark. */
  setState(state: Pick<WindowState, 'title' | 'dirty'>): void;
}

const ANSWERS = ['save', 'discard', 'cancel'] as const satisfies readonly CloseAnswer[];

async function askToSave(window: BrowserWindow): Promise<CloseAnswer> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Do you want to save your changes?',
    detail: 'They are lost if you do not save them.',
    buttons: ['Save', 'Don’t save', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return ANSWERS[response] ?? 'cancel';
}

/** The launcher reads this mark: an end before it is there is a failed start. */
async function markReady(): Promise<void> {
  const mark = app.isPackaged ? undefined : process.env.PARAPET_READY_FILE;
  if (mark) await fs.writeFile(mark, '').catch(() => {});
}

function keepBounds(window: BrowserWindow, file: string): void {
  writeWindowBounds(file, { ...window.getNormalBounds(), maximized: window.isMaximized() });
}

function toMainWindow(window: BrowserWindow, guard: CloseGuard): MainWindow {
  return {
    window,
    guard,
    show() {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    setState({ title, dirty }) {
      guard.setDirty(dirty);
      window.setTitle(title);
      window.setDocumentEdited(dirty);
    },
  };
}

/** Makes the window, hidden until its page is drawn; loads nothing yet. */
export async function setupWindow({ preload, boundsFile, save, discard }: Needs): Promise<MainWindow> {
  const saved = await readWindowBounds(boundsFile);
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...fitBounds(saved, displays),
    minWidth: 800,
    minHeight: 500,
    show: false,
    title: 'Parapet',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: webPreferences(path.resolve(preload), !app.isPackaged),
  });
  if (saved?.maximized) window.maximize();
  const guard = createCloseGuard({
    ask: () => askToSave(window),
    save: () => save(window),
    discard,
    close: () => window.close(),
  });
  window.once('ready-to-show', () => {
    window.show();
    void markReady();
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', (event) => {
    if (guard.mayClose()) keepBounds(window, boundsFile);
    else event.preventDefault();
  });
  return toMainWindow(window, guard);
}
