import { type FirstFileSaveOptions, fileOpen, fileSave } from 'browser-fs-access';
import { diagramText } from '../../shared/import/picture.ts';
import {
  type DiagramFile,
  type ExportResult,
  type FileVersion,
  type In,
  MAX_FILE_BYTES,
  type OpenFailure,
  type OpenResult,
  type SaveAsResult,
  type SaveResult,
} from '../../shared/ipc/contract.ts';
import { safeFileName } from '../../shared/ipc/safeFileName.ts';
import { currentBytes, hashOf, isAllowed, toText, writeBytes } from './fileHandle.ts';
import { isCancelled, toOpenFailure, toSaveFailure } from './webFailure.ts';
import type { WebStore } from './webStore.ts';

interface KnownFile {
  readonly name: string;
  /** Null in a browser without file access: saving downloads the file again. */
  readonly handle: FileSystemFileHandle | null;
  /** Its entry in the list of recent files; null where there is none. */
  readonly entry: string | null;
  /** Of what was read or written last; null when it was never known. */
  hash: string | null;
  /** The content that the page was last told of, so that it is told once. */
  told: string | null;
}

type ChangedOutside = { readonly id: string; readonly kind: 'changed' | 'removed' };

/** Opening and saving with what a browser has for it. */
export interface WebFiles {
  open(): Promise<OpenResult>;
  openHandle(handle: FileSystemFileHandle): Promise<OpenResult>;
  /** A file that cannot be saved in place. */
  openFile(file: File): Promise<OpenResult>;
  /** A file that this page knows, as it is now, under a new id. */
  openAgain(id: string): Promise<OpenResult>;
  save(input: In<'file:save'>[0]): Promise<SaveResult>;
  saveAs(input: In<'file:saveAs'>[0]): Promise<SaveAsResult>;
  exportFile(input: In<'file:export'>[0]): Promise<ExportResult>;
  versions(id: string): Promise<readonly FileVersion[]>;
  versionText(id: string): Promise<string | null>;
  changedOutside(): Promise<readonly ChangedOutside[]>;
  /** What names a file in every page of this browser; null when nothing does. */
  entryOf(id: string): string | null;
}

const DIAGRAMS = {
  description: 'Parapet diagrams',
  extensions: ['.parapet'],
  mimeTypes: ['application/vnd.parapet+json'],
  id: 'parapet',
};

/** Pictures that hold a diagram open as well. */
const PICTURES = {
  description: 'Exported pictures',
  extensions: ['.svg', '.png'],
  mimeTypes: ['image/svg+xml', 'image/png'],
};

const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

const refuse = (reason: OpenFailure['reason'], name: string, detail: string): OpenFailure => ({
  state: 'failed',
  reason,
  name,
  detail,
});

/** What is kept between visits. */
type Kept = Pick<WebStore, 'addRecent' | 'keepVersion' | 'versions' | 'versionText'>;

/**
 * Files of one page; those that can be opened again on a later visit, and what they held, go into `kept`. `elsewhere` has
 * the entries of files that other pages have open.
 */
export function createWebFiles(kept: Kept, elsewhere: () => Promise<ReadonlySet<string>>): WebFiles {
  const known = new Map<string, KnownFile>();

  async function add(name: string, handle: FileSystemFileHandle | null, hash: string): Promise<DiagramFile> {
    const id = crypto.randomUUID();
    // A list that cannot be kept is no reason to refuse.
    const entry = handle && (await kept.addRecent(handle).catch(() => null));
    known.set(id, { name, handle, entry, hash, told: null });
    return { id, name, location: null };
  }

  const entryOf = (id: string): string | null => known.get(id)?.entry ?? null;

  async function read(file: File, handle: FileSystemFileHandle | null): Promise<OpenResult> {
    const { name, size } = file;
    if (size > MAX_FILE_BYTES) {
      return refuse('tooLarge', name, `It has ${mebibytes(size)}; the limit is ${mebibytes(MAX_FILE_BYTES)}.`);
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const found = diagramText(bytes, toText);
    if (found.text === null) return refuse('notText', name, found.why);
    const { text, picture } = found;
    const added = await add(name, handle, await hashOf(bytes));
    const isElsewhere = (await elsewhere()).has(entryOf(added.id) ?? '');
    return { state: 'opened', file: { ...added, text, readOnly: false, picture, elsewhere: isElsewhere } };
  }

  async function open(): Promise<OpenResult> {
    try {
      const file = await fileOpen([DIAGRAMS, PICTURES]);
      return await read(file, file.handle ?? null);
    } catch (error) {
      return isCancelled(error) ? { state: 'cancelled' } : toOpenFailure(error, '');
    }
  }

  async function openHandle(handle: FileSystemFileHandle): Promise<OpenResult> {
    try {
      if (!(await isAllowed(handle, 'read', true))) {
        return refuse('noPermission', handle.name, 'The browser was not allowed to read it.');
      }
      return await read(await handle.getFile(), handle);
    } catch (error) {
      return toOpenFailure(error, handle.name);
    }
  }

  async function openAgain(id: string): Promise<OpenResult> {
    const handle = known.get(id)?.handle ?? null;
    return handle ? openHandle(handle) : refuse('noPermission', '', 'The browser gives no access to it.');
  }

  async function save({ id, text, overwrite }: In<'file:save'>[0]): Promise<SaveResult> {
    const file = known.get(id);
    if (!file) return { state: 'failed', reason: 'notFound', detail: 'This file was not opened in this page.' };
    const bytes = new TextEncoder().encode(text);
    try {
      if (file.handle === null) await fileSave(new Blob([bytes]), { ...DIAGRAMS, fileName: file.name });
      else {
        if (!(await isAllowed(file.handle, 'readwrite', true))) {
          return { state: 'failed', reason: 'noPermission', detail: 'The browser was not allowed to write to it.' };
        }
        const there = await currentBytes(file.handle);
        if (there && !overwrite && (await hashOf(there)) !== file.hash) return { state: 'conflict' };
        const before = there && toText(there);
        if (before !== null) await kept.keepVersion(file.handle, before).catch(() => {});
        await writeBytes(file.handle, bytes);
      }
      file.hash = await hashOf(bytes);
      return { state: 'saved', name: file.name };
    } catch (error) {
      return toSaveFailure(error);
    }
  }

  async function saveNew(bytes: Uint8Array<ArrayBuffer>, options: FirstFileSaveOptions) {
    try {
      const handle = await fileSave(new Blob([bytes], { type: options.mimeTypes?.[0] ?? '' }), options);
      return { state: 'saved', handle, name: handle?.name ?? options.fileName ?? '' } as const;
    } catch (error) {
      return isCancelled(error) ? ({ state: 'cancelled' } as const) : toSaveFailure(error);
    }
  }

  async function saveAs({ suggestedName, text }: In<'file:saveAs'>[0]): Promise<SaveAsResult> {
    const bytes = new TextEncoder().encode(text);
    const result = await saveNew(bytes, { ...DIAGRAMS, fileName: safeFileName(suggestedName, 'parapet') });
    if (result.state !== 'saved') return result;
    return { state: 'saved', file: await add(result.name, result.handle, await hashOf(bytes)) };
  }

  async function exportFile(input: In<'file:export'>[0]): Promise<ExportResult> {
    const { content } = input;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    const result = await saveNew(bytes, {
      fileName: safeFileName(input.suggestedName, input.extension),
      extensions: [`.${input.extension}`],
      mimeTypes: [input.mimeType],
      id: 'parapet-export',
    });
    return result.state === 'saved' ? { state: 'saved', name: result.name } : result;
  }

  async function changeOf(file: KnownFile): Promise<'changed' | 'removed' | null> {
    if (file.handle === null || !(await isAllowed(file.handle, 'read', false))) return null;
    const bytes = await currentBytes(file.handle).catch(() => undefined);
    if (bytes === undefined) return null; // not readable just now: a save will say why
    const seen = bytes === null ? 'removed' : await hashOf(bytes);
    if (seen === file.hash) file.told = null;
    if (seen === file.hash || seen === file.told) return null;
    file.told = seen;
    return bytes === null ? 'removed' : 'changed';
  }

  async function changedOutside(): Promise<readonly ChangedOutside[]> {
    const changes: ChangedOutside[] = [];
    for (const [id, file] of known) {
      const kind = await changeOf(file);
      if (kind) changes.push({ id, kind });
    }
    return changes;
  }

  async function versions(id: string): Promise<readonly FileVersion[]> {
    const handle = known.get(id)?.handle ?? null;
    return handle ? kept.versions(handle).catch(() => []) : [];
  }

  const versionText = (id: string): Promise<string | null> => kept.versionText(id).catch(() => null);

  const openFile = (file: File): Promise<OpenResult> =>
    read(file, null).catch((error: unknown) => toOpenFailure(error, file.name));

  return {
    entryOf,
    versions,
    versionText,
    open,
    openFile,
    openHandle,
    openAgain,
    save,
    saveAs,
    exportFile,
    changedOutside,
  };
}
