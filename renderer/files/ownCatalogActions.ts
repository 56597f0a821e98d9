import type { Host, OwnCatalog } from '../../shared/ipc/contract.ts';
import { forgetRefused, isOwnInUse, refuseOwnCatalog, setOwnCatalog } from '../state/ownCatalog.ts';
import { announce } from '../state/store.ts';
import { tell } from '../state/tell.ts';

/** Puts a folder to use and says what came of it. */
function use(folder: OwnCatalog | null): void {
  const own = setOwnCatalog(folder);
  if (own === null) announce('The catalog that ships is in use alone.');
  else if (own.problems.length > 0) announce(`The catalog ${own.name} has problems and is not used.`);
  else announce(`The catalog ${own.name} is in use.`);
}

/** Uses the folder of an earlier run. */
export function startOwnCatalog(folder: OwnCatalog | null): void {
  if (folder === null) return;
  const own = setOwnCatalog(folder);
  if (own && own.problems.length > 0) {
    tell(`Your catalog "${own.name}" has problems and is not used. File menu → Own catalog… says which.`);
  }
}

/** A browser cannot read a folder again once it is mended: there a good catalog stays until a good one takes its place. */
const keepsOwn = (host: Host, folder: OwnCatalog): boolean =>
  host.kind === 'web' && folder.problems.length > 0 && isOwnInUse();

/** Lets the person choose a folder, and uses it or says why not. */
export async function chooseOwnCatalog(host: Host): Promise<void> {
  forgetRefused();
  try {
    const result = await host.call('catalog:choose');
    if (result.state !== 'chosen') return;
    if (keepsOwn(host, result.catalog)) refuseOwnCatalog(result.catalog);
    else use(result.catalog);
  } catch (error) {
    const detail = error instanceof Error ? ` The system says: ${error.message}` : '';
    tell(`The folder could not be read. What was in use is still in use.${detail}`, 'warning');
  }
}

export const readOwnCatalogAgain = async (host: Host): Promise<void> => use(await host.call('catalog:read'));

export async function forgetOwnCatalog(host: Host): Promise<void> {
  await host.call('catalog:forget');
  use(null);
}
