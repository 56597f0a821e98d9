import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import { isOpenable, MOST_DROPPED } from '../../shared/ipc/openable.ts';
import type { Handlers } from './setupIpc.ts';

type Refusal = EventPayload<'drop:refused'>;

interface Needs {
  /** Opens files, each in a window. */
  open(files: readonly string[]): void;
  /** Tells the page why one was refused. */
  refuse(refusal: Refusal): void;
}

async function refusalOf(file: string): Promise<Refusal | null> {
  const name = path.basename(file);
  const stat = await fs.stat(file).catch(() => null);
  if (stat?.isDirectory()) return { name, reason: 'folder' };
  return isOpenable(file) ? null : { name, reason: 'wrongKind' }; // whether it can be read is found out by opening it
}

/** The handler for files that were dropped on a window; their paths come from the preload, never from the page. */
export const setupDrop = ({ open, refuse }: Needs): Handlers<'file:dropped'> => ({
  'file:dropped': async (files) => {
    if (files.length > MOST_DROPPED) return refuse({ name: '', reason: 'tooMany' });
    const refusals = await Promise.all(files.map(refusalOf));
    for (const refusal of refusals) if (refusal) refuse(refusal);
    open(files.filter((_, index) => refusals[index] === null));
  },
});
