import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { DiagramFile, OpenedFile, OpenFailure, SaveFailure, SaveResult } from '../../shared/ipc/contract.ts';
import { atomicWrite } from './atomicWrite.ts';
import { contentHash } from './contentHash.ts';
import { codeOf, toSaveFailure } from './failure.ts';
import { type InOrder, inOrder } from './inOrder.ts';
import { isReadOnly, readDiagramFile } from './readDiagramFile.ts';
import { createVersions, type KeptVersion } from './versions.ts';

interface Grant {
  readonly path: string;
  /** Of what was read or written last; null when it was never known. */
  hash: string | null;
  /** The content that the renderer was last told of, so that it is told once. */
  told: string | null;
}

type OpenOutcome = { readonly state: 'opened'; readonly file: OpenedFile } | OpenFailure;
type SaveAsOutcome = { readonly state: 'saved'; readonly file: DiagramFile } | SaveFailure;
type Change = { readonly id: string; readonly kind: 'changed' | 'removed' };

/** The files that the user has picked. The renderer only ever holds an id; main keeps the path. */
export interface FileGrants {
  open(file: string): Promise<OpenOutcome>;
  /** Saves, unless the file on disk is no longer the one that was read or written last. */
  save(id: string, text: string, overwrite: boolean): Promise<SaveResult>;
  saveAs(file: string, text: string): Promise<SaveAsOutcome>;
  /** Takes a file up again whose content was known in an earlier run. */
  adopt(file: string, hash: string | null): DiagramFile;
  known(id: string): { readonly path: string; readonly hash: string | null } | null;
  /** What the file held before it was saved over, newest first. */
  versions(id: string): Promise<readonly KeptVersion[]>;
  /** The text of one of them; null when it is gone. */
  versionText(id: string, version: string): Promise<string | null>;
  /** Files whose content is not our own last one, each change told once. */
  changedOutside(): Promise<readonly Change[]>;
}

async function readIfThere(file: string): Promise<Uint8Array | null> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Refuses a file marked as read-only: replacing it by a rename would pass over the mark. */
async function refuseReadOnly(file: string): Promise<SaveFailure | null> {
  const stat = await fs.stat(file).catch(() => null);
  if (stat === null || !(await isReadOnly(file, stat))) return null;
  return { state: 'failed', reason: 'readOnly', detail: `${path.basename(file)} is marked as read-only.` };
}

const toDiagramFile = (id: string, file: string): DiagramFile => ({
  id,
  name: path.basename(file),
  location: path.dirname(file),
});

/**
 * Grants that keep earlier versions in the folder `backups`. Those of several windows share `queued`: of two saves of one
 * file the second must see the first.
 */
export function createFileGrants(
  backups: string,
  queued: InOrder = inOrder(),
  now: () => Date = () => new Date(),
): FileGrants {
  const grants = new Map<string, Grant>();
  const versions = createVersions(backups);

  const add = (file: string, hash: string | null): DiagramFile => {
    const id = randomUUID();
    grants.set(id, { path: file, hash, told: null });
    return toDiagramFile(id, file);
  };

  async function open(file: string): Promise<OpenOutcome> {
    const read = await readDiagramFile(file);
    if (read.state === 'failed') return read;
    return {
      state: 'opened',
      file: { ...add(read.path, read.hash), text: read.text, readOnly: read.readOnly, picture: read.picture ?? false },
    };
  }

  async function replace(file: string, current: Uint8Array | null, text: string): Promise<SaveFailure | null> {
    const refused = await refuseReadOnly(file);
    if (refused) return refused;
    // A backup that cannot be kept (a full system disk) must not keep the work from being saved.
    if (current) await versions.keep(file, current, now()).catch(() => {});
    await atomicWrite(file, text);
    return null;
  }

  async function save(id: string, text: string, overwrite: boolean): Promise<SaveResult> {
    const grant = grants.get(id);
    if (!grant) return { state: 'failed', reason: 'notFound', detail: 'This file was not opened in this window.' };
    try {
      const current = await readIfThere(grant.path);
      if (current && !overwrite && contentHash(current) !== grant.hash) return { state: 'conflict' };
      const failure = await replace(grant.path, current, text);
      if (failure) return failure;
      grant.hash = contentHash(text);
      return { state: 'saved', name: path.basename(grant.path) };
    } catch (error) {
      return toSaveFailure(error);
    }
  }

  async function saveAs(file: string, text: string): Promise<SaveAsOutcome> {
    try {
      const failure = await replace(file, await readIfThere(file), text);
      if (failure) return failure;
      return { state: 'saved', file: add(await fs.realpath(file), contentHash(text)) };
    } catch (error) {
      return toSaveFailure(error);
    }
  }

  async function changeOf(grant: Grant): Promise<'changed' | 'removed' | null> {
    const bytes = await readIfThere(grant.path).catch(() => undefined);
    if (bytes === undefined) return null; // not readable just now: a save will say why
    const seen = bytes === null ? 'removed' : contentHash(bytes);
    if (seen === grant.hash) grant.told = null;
    if (seen === grant.hash || seen === grant.told) return null;
    grant.told = seen;
    return bytes === null ? 'removed' : 'changed';
  }

  async function changedOutside(): Promise<readonly Change[]> {
    const changes: Change[] = [];
    for (const [id, grant] of grants) {
      const kind = await changeOf(grant);
      if (kind) changes.push({ id, kind });
    }
    return changes;
  }

  async function versionText(id: string, version: string): Promise<string | null> {
    const grant = grants.get(id);
    const bytes = grant ? await versions.read(grant.path, version) : null;
    return bytes && Buffer.from(bytes).toString();
  }

  return {
    open: (file) => queued(() => open(file)),
    save: (id, text, overwrite) => queued(() => save(id, text, overwrite)),
    saveAs: (file, text) => queued(() => saveAs(file, text)),
    adopt: add,
    known: (id) => grants.get(id) ?? null,
    versions: async (id) => {
      const grant = grants.get(id);
      return grant ? versions.list(grant.path) : [];
    },
    versionText,
    changedOutside: () => queued(changedOutside),
  };
}
