import { create } from 'zustand';
import type { CatalogFile } from '../../shared/catalog/parse.ts';
import type { Problem } from '../../shared/catalog/parts.ts';
import type { Override } from '../../shared/catalog/schema.ts';
import { catalog, replaceOwn } from './catalog.ts';

/** An own catalog folder as a host gives it. */
interface Folder {
  readonly name: string;
  readonly location: string | null;
  readonly files: readonly CatalogFile[];
  readonly problems: readonly Problem[];
}

/** What an own catalog folder did to the catalog. */
export interface OwnCatalogState {
  readonly name: string;
  readonly location: string | null;
  /** What is wrong with it; while there is something, none of it is used. */
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly overrides: readonly Override[];
}

interface State {
  readonly own: OwnCatalogState | null;
  /** Counts the changes of `catalog`: what was made from it is made again. */
  readonly serial: number;
}

export const useOwnCatalog = create<State>()(() => ({ own: null, serial: 0 }));

/** Uses a folder that was read, or none. A folder with a problem is not used at all: half a catalog would judge wrongly. */
export function setOwnCatalog(folder: Folder | null): OwnCatalogState | null {
  const usable = folder !== null && folder.problems.length === 0;
  const misfits = replaceOwn(usable ? folder.files : null);
  const problems = [...(folder?.problems ?? []), ...misfits];
  const own = folder && {
    name: folder.name,
    location: folder.location,
    problems,
    files: folder.files.length,
    overrides: catalog.overrides,
  };
  useOwnCatalog.setState(({ serial }) => ({ own, serial: serial + 1 }));
  return own;
}
