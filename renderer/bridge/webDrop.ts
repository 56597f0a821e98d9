import type { EventPayload, OpenResult } from '../../shared/ipc/contract.ts';
import { isOpenable } from '../../shared/ipc/openable.ts';
import type { WebFiles } from './webFiles.ts';

type Item = DataTransferItem & {
  // Not yet in the DOM types: in Chromium only.
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
};

/** Who is told what came of a drop. */
interface Told {
  opened(result: OpenResult): void;
  refused(refusal: EventPayload<'drop:refused'>): void;
}

/** Opens what was dropped on the page; a page has room for one file. */
async function openDropped([item, ...others]: readonly Item[], files: WebFiles, told: Told): Promise<void> {
  // Both before anything is waited for: the browser takes the items away then.
  const file = item?.getAsFile() ?? null;
  const asked = item?.getAsFileSystemHandle?.();
  const handle = (await asked?.catch(() => null)) ?? null;
  const name = handle?.name ?? file?.name ?? '';
  if (others.length > 0) told.refused({ name: '', reason: 'tooMany' });
  else if (handle?.kind === 'directory') told.refused({ name, reason: 'folder' });
  else if (!isOpenable(name)) told.refused({ name, reason: 'wrongKind' });
  else if (handle) told.opened(await files.openHandle(handle as FileSystemFileHandle));
  else if (file) told.opened(await files.openFile(file));
}

/** Opens what is dropped on the page from now on. */
export function setupDrop(files: WebFiles, told: Told): void {
  window.addEventListener('drop', (event) => {
    const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file');
    if (items.length === 0) return;
    event.preventDefault();
    void openDropped(items, files, told);
  });
}
