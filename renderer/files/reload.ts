import type { DiagramFile, Host, OpenResult } from '../../shared/ipc/contract.ts';
import { commit, flyTo, markSaved } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { acceptFile, openBroke } from './acceptFile.ts';

/** The file again, as it is on disk now. A file is in the list of recent ones from the moment it is opened or saved. */
async function readAgain(host: Host, { name, location }: DiagramFile): Promise<OpenResult> {
  try {
    const same = (await host.call('recent:list')).filter((each) => each.name === name && each.location === location);
    const [only, ...others] = same;
    // A browser knows no folders: where two files have the same name, only the person can say which.
    return only && others.length === 0 ? await host.call('file:openRecent', only.id) : await host.call('file:open');
  } catch (error) {
    return openBroke(name, error);
  }
}

/** Takes what is on disk in place of what is open, as a step that can be undone. False when nothing was taken. */
export async function reload(host: Host, file: DiagramFile): Promise<boolean> {
  const accepted = await acceptFile(await readAgain(host, file));
  if (!accepted) return false;
  commit(`Reload ${file.name}`, () => accepted.diagram);
  markSaved(accepted.diagram, accepted.file ?? file);
  flyTo('all');
  tell(`Reloaded ${file.name}`);
  return true;
}
