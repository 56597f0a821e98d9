import { promises as fs } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { type CloseAnswer, type CloseGuard, createCloseGuard, type Loss } from './closeGuard.ts';
import { webPreferences } from './setupSecurity.ts';
import { type Area, cascade, fitBounds, readWindowBounds, writeWindowBounds } from './windowBounds.ts';

interface Needs {
  readonly preload: string;
  readonly boundsFile: string;
  /** The window that this one comes after, if there is one. */
  readonly after: BrowserWindow | null;
  /** Tells the page to save and then to ask for the close. */
  save(window: BrowserWindow): void;
  discard(): Promise<void>;
}

/** A window, and who decides whether it may close. */
export interface GuardedWindow {
  readonly window: BrowserWindow;
  readonly guard: CloseGuard;
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

async function askToLeaveTexts(window: BrowserWindow): Promise<CloseAnswer> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Leave texts behind?',
    detail: 'They were not taken over, wait in their fields, and are lost with this window.',
    buttons: ['Back to the diagram', 'Leave behind'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1 ? 'discard' : 'cancel';
}

const QUESTIONS: Readonly<Record<Loss, (window: BrowserWindow) => Promise<CloseAnswer>>> = {
  changes: askToSave,
  texts: askToLeaveTexts,
};

/** The launcher reads this mark: an end before it is there is a failed start. */
async function markReady(): Promise<void> {
  const mark = app.isPackaged ? undefined : process.env.PARAPET_READY_FILE;
  if (mark) await fs.writeFile(mark, '').catch(() => {});
}

function keepBounds(window: BrowserWindow, file: string): void {
  writeWindowBounds(file, { ...window.getNormalBounds(), maximized: window.isMaximized() });
}

interface Place extends Partial<Area> {
  readonly maximized: boolean;
}

/** Beside the window that it comes after, else where the last one was closed. */
function placeOf({ after, boundsFile }: Pick<Needs, 'after' | 'boundsFile'>): Place {
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  if (after) return { ...cascade(after.getNormalBounds(), displays), maximized: false };
  const saved = readWindowBounds(boundsFile);
  return { ...fitBounds(saved, displays), maximized: saved?.maximized ?? false };
}

/** Makes the window, hidden until its page is drawn; loads nothing yet. */
export function setupWindow({ preload, boundsFile, after, save, discard }: Needs): GuardedWindow {
  const { maximized, ...bounds } = placeOf({ after, boundsFile });
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 800,
    minHeight: 500,
    show: false,
    title: 'Parapet',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: webPreferences(path.resolve(preload), !app.isPackaged),
  });
  if (maximized) window.maximize();
  const guard = createCloseGuard({
    ask: (loss) => QUESTIONS[loss](window),
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
  return { window, guard };
}
