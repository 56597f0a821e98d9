import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { ExportResult, In, OpenResult, RecentFile, SaveAsResult } from '../../shared/ipc/contract.ts';
import { safeFileName } from '../../shared/ipc/safeFileName.ts';
import { atomicWrite } from '../files/atomicWrite.ts';
import { toSaveFailure } from '../files/failure.ts';
import type { FileGrants } from '../files/fileGrants.ts';
import type { RecentEntry, RecentFiles } from '../files/recentFiles.ts';
import { withExtension } from '../files/withExtension.ts';
import type { Handlers } from './setupIpc.ts';

const DIAGRAMS = { name: 'Parapet diagrams', extensions: ['parapet'] };
/** Pictures that hold a diagram open as well. */
const PICTURES = { name: 'Exported pictures', extensions: ['svg', 'png'] };
const ALL_FILES = { name: 'All files', extensions: ['*'] };

type FileChannel =
  | 'file:open'
  | 'file:openRecent'
  | 'file:openAgain'
  | 'file:save'
  | 'file:saveAs'
  | 'file:export'
  | RecentChannel;
type ExportWish = In<'file:export'>[0];
type RecentChannel = 'recent:list' | 'recent:clear' | 'versions:list' | 'versions:read';

interface Needs {
  readonly grants: FileGrants;
  readonly recent: RecentFiles;
  readonly window: () => BrowserWindow | null;
  /** Whether another window has the file open. */
  isElsewhere(file: string): boolean;
}

/** Opening and saving with native dialogs. */
export interface Files {
  readonly handlers: Handlers<FileChannel>;
  /** Opens a path that came from the system: the command line, a double click. */
  openPath(file: string): Promise<OpenResult>;
}

const toRecentFile = (entry: RecentEntry): RecentFile => ({
  id: entry.id,
  name: path.basename(entry.path),
  location: path.dirname(entry.path),
  openedAt: entry.openedAt,
});

/** The handlers for files; paths come from dialogs and from the list of recent files, never from the page. */
export function setupFiles({ grants, recent, window, isElsewhere }: Needs): Files {
  async function remember(file: string): Promise<void> {
    app.addRecentDocument(file);
    await recent.add(file);
  }

  /** Electron's dialogs begin in Downloads unless told otherwise. */
  async function lastFolder(): Promise<string> {
    const [newest] = await recent.list();
    return newest ? path.dirname(newest.path) : app.getPath('documents');
  }

  async function openPath(file: string): Promise<OpenResult> {
    const result = await grants.open(file);
    if (result.state !== 'opened') return result;
    const real = grants.known(result.file.id)?.path ?? file;
    await remember(real);
    return { ...result, file: { ...result.file, elsewhere: isElsewhere(real) } };
  }

  async function open(): Promise<OpenResult> {
    const parent = window();
    if (!parent) return { state: 'cancelled' };
    const { filePaths } = await dialog.showOpenDialog(parent, {
      properties: ['openFile'],
      defaultPath: await lastFolder(),
      filters: [DIAGRAMS, PICTURES, ALL_FILES],
    });
    const [file] = filePaths;
    return file === undefined ? { state: 'cancelled' } : openPath(file);
  }

  async function openRecent(id: string): Promise<OpenResult> {
    const file = await recent.pathOf(id);
    if (file !== null) return openPath(file);
    return { state: 'failed', reason: 'notFound', name: '', detail: 'It is no longer in the list of recent files.' };
  }

  async function openAgain(id: string): Promise<OpenResult> {
    const file = grants.known(id);
    if (file) return grants.open(file.path);
    return { state: 'failed', reason: 'notFound', name: '', detail: 'This file was not opened in this window.' };
  }

  async function askWhere(suggestedName: string, filter: Electron.FileFilter): Promise<string | null> {
    const parent = window();
    const extension = filter.extensions[0] ?? '';
    if (!parent) return null;
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      defaultPath: path.join(await lastFolder(), safeFileName(suggestedName, extension)),
      filters: [filter, ALL_FILES],
    });
    return canceled || filePath === '' ? null : withExtension(filePath, extension);
  }

  async function saveAs(suggestedName: string, text: string): Promise<SaveAsResult> {
    const file = await askWhere(suggestedName, DIAGRAMS);
    if (file === null) return { state: 'cancelled' };
    const result = await grants.saveAs(file, text);
    if (result.state === 'saved') await remember(grants.known(result.file.id)?.path ?? file);
    return result;
  }

  async function exportFile({ suggestedName, extension, content }: ExportWish): Promise<ExportResult> {
    const file = await askWhere(suggestedName, { name: extension.toUpperCase(), extensions: [extension] });
    if (file === null) return { state: 'cancelled' };
    try {
      await atomicWrite(file, content);
      return { state: 'saved', name: path.basename(file) };
    } catch (error) {
      return toSaveFailure(error);
    }
  }

  return {
    openPath,
    handlers: {
      'file:open': open,
      'file:openRecent': openRecent,
      'file:openAgain': openAgain,
      'file:save': ({ id, text, overwrite }) => grants.save(id, text, overwrite ?? false),
      'file:saveAs': ({ suggestedName, text }) => saveAs(suggestedName, text),
      'file:export': exportFile,
      'versions:list': grants.versions,
      'versions:read': grants.versionText,
      'recent:list': async () => (await recent.list()).map(toRecentFile),
      'recent:clear': async () => {
        app.clearRecentDocuments();
        await recent.clear();
      },
    },
  };
}
