import path from 'node:path';
import { type BrowserWindow, clipboard } from 'electron';
import type { OpenResult, WindowState } from '../../shared/ipc/contract.ts';
import type { Settings } from '../../shared/ipc/settings.ts';
import { createFileGrants, type FileGrants } from '../files/fileGrants.ts';
import type { InOrder } from '../files/inOrder.ts';
import type { RecentFiles } from '../files/recentFiles.ts';
import type { SettingsStore } from '../files/settingsStore.ts';
import type { CloseGuard, Loss } from './closeGuard.ts';
import { INITIAL_MENU_STATE, type MenuState } from './menuTemplate.ts';
import type { OpenOutside } from './openOutside.ts';
import { printWindow } from './printWindow.ts';
import { setupClipboard } from './setupClipboard.ts';
import { setupPageCrash } from './setupCrash.ts';
import { setupDrop } from './setupDrop.ts';
import { setupFiles } from './setupFiles.ts';
import { type Handlers, sendEvent } from './setupIpc.ts';
import { setupOwnCatalog } from './setupOwnCatalog.ts';
import type { WindowRecovery } from './setupRecovery.ts';
import { setupWindow } from './setupWindow.ts';

/** What closing a window in this state would lose. */
function lossOf({ dirty, waiting }: WindowState): Loss | null {
  if (dirty) return 'changes';
  return waiting ? 'texts' : null;
}

/** How Electron says that something runs, nobody knows how long, and that nothing does. */
const UNKNOWN_PROGRESS = 2;
const NO_PROGRESS = -1;

/** What all windows have in common. */
export interface Shared {
  readonly preload: string;
  readonly userData: string;
  readonly recent: RecentFiles;
  /** Saves of all windows come one after the other. */
  readonly saves: InOrder;
  readonly recoveryOf: (grants: FileGrants) => WindowRecovery;
  readonly settings: SettingsStore;
  /** Changes settings, and tells all windows. */
  readonly set: (settings: Settings) => Promise<boolean>;
  readonly updates: Handlers<'update:check' | 'update:weekly'>;
  readonly openOutside: OpenOutside;
  /** The window that has a file open, if it is not the one that asks. */
  readonly windowOf: (file: string, asking: AppWindow) => AppWindow | null;
  readonly newWindow: () => void;
  /** Opens files from outside, each in a window. */
  readonly openFiles: (files: readonly string[]) => void;
  /** What the native menu shows for a window has changed. */
  readonly menuChanged: () => void;
}

/** One window: its page, the files and the unsaved work that are its own, and what answers its page. */
export interface AppWindow {
  readonly window: BrowserWindow;
  /** Names its page, also once it has gone. */
  readonly contentsId: number;
  readonly guard: CloseGuard;
  readonly handlers: Handlers;
  readonly menuState: () => MenuState;
  /** Where the file is that is open in it, links resolved; null when there is none. */
  readonly openFile: () => string | null;
  /** True when a file may come here: there is no document, and none on its way. */
  readonly isFree: () => boolean;
  /** Hands the page a file to open, at once or when it listens. */
  readonly hand: (file: string) => void;
  /** Brings it to the front. */
  readonly show: () => void;
}

async function tellOutsideChanges(grants: FileGrants, window: BrowserWindow): Promise<void> {
  const changes = await grants.changedOutside();
  if (window.isDestroyed()) return;
  for (const change of changes) sendEvent(window.webContents, 'file:changedOutside', change);
}

/** Makes a window that comes after another, or is the first; its page is not loaded yet. */
export function createAppWindow(shared: Shared, after: BrowserWindow | null): AppWindow {
  const grants = createFileGrants(path.join(shared.userData, 'backups'), shared.saves);
  const recovery = shared.recoveryOf(grants);
  const { window, guard } = setupWindow({
    preload: shared.preload,
    boundsFile: path.join(shared.userData, 'window.json'),
    after,
    save: ({ webContents }) => sendEvent(webContents, 'save:andClose', null),
    discard: recovery.dropMine,
  });
  const files = setupFiles({
    grants,
    recent: shared.recent,
    window: () => window,
    isElsewhere: (file) => shared.windowOf(file, self) !== null,
  });
  const ownCatalog = setupOwnCatalog(shared.settings, () => window);
  let state: WindowState | null = null;
  let waiting: string | null = null;
  let listening = false;

  async function take(file: string): Promise<OpenResult> {
    waiting = file;
    const result = await files.openPath(file);
    waiting = null;
    return result;
  }

  function pageGone(): void {
    listening = false;
    guard.stay();
  }

  const handlers: Handlers = {
    ...files.handlers,
    ...recovery.handlers,
    ...ownCatalog.handlers,
    ...setupDrop({
      open: (dropped) => {
        self.show(); // it is the one that is meant, if it has nothing else
        shared.openFiles(dropped);
      },
      refuse: (refusal) => sendEvent(window.webContents, 'drop:refused', refusal),
    }),
    ...setupClipboard(clipboard, () => window),
    ...shared.updates,
    'app:start': async () => {
      listening = true;
      return {
        opened: waiting === null ? null : await take(waiting),
        recoveries: await recovery.list(),
        ownCatalog: await ownCatalog.read(),
        settings: shared.settings.get(),
        damagedSettings: shared.settings.damaged,
      };
    },
    'settings:set': shared.set,
    'window:state': (next) => {
      state = next;
      guard.setLoss(lossOf(next));
      window.setTitle(next.title);
      window.setDocumentEdited(next.dirty);
      window.setProgressBar(next.busy ? UNKNOWN_PROGRESS : NO_PROGRESS);
      shared.menuChanged();
    },
    'window:print': () => printWindow(window.webContents),
    'window:new': shared.newWindow,
    'window:goTo': (id) => {
      const file = grants.known(id);
      const other = file && shared.windowOf(file.path, self);
      other?.show();
      return other !== null;
    },
    // After this answer has left: a closed window cannot be told.
    'window:close': (saved) => void setImmediate(saved ? guard.closeNow : guard.stay),
    'link:open': (url) => shared.openOutside(url, window),
  };

  const self: AppWindow = {
    window,
    contentsId: window.webContents.id,
    guard,
    handlers,
    menuState: () => state ?? INITIAL_MENU_STATE,
    openFile: () => (state?.fileId ? (grants.known(state.fileId)?.path ?? null) : waiting),
    isFree: () => waiting === null && (state?.empty ?? true),
    hand: (file) => {
      if (listening) void take(file).then((result) => sendEvent(window.webContents, 'file:opened', result));
      else waiting = file;
    },
    show: () => {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };

  window.on('closed', recovery.release);
  window.on('focus', () => void tellOutsideChanges(grants, window));
  window.webContents.on('did-start-loading', pageGone);
  setupPageCrash(window, () => {
    pageGone();
    guard.setLoss(null); // what the page had is in the recovery file
  });
  return self;
}
