import { create } from 'zustand';
import type { CatalogFile } from '../../shared/catalog/parse.ts';
import type { Problem } from '../../shared/catalog/parts.ts';
import type { Override } from '../../shared/catalog/schema.ts';
import { catalog, replaceOwn } from './catalog.ts';
import { catalogChanged } from './store.ts';

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
  /** A folder that was chosen and not taken, with what is wrong with it: the one in use stays. */
  readonly refused: OwnCatalogState | null;
}

export const useOwnCatalog = create<State>()(() => ({ own: null, refused: null }));

const stateOf = ({ name, location, files }: Folder, problems: readonly Problem[]): OwnCatalogState => ({
  name,
  location,
  problems,
  files: files.length,
  overrides: catalog.overrides,
});

/** True while an own catalog without a fault is in use. */
export const isOwnInUse = (): boolean => useOwnCatalog.getState().own?.problems.length === 0;

/** Says of a folder what is wrong with it, and changes nothing else. */
export const refuseOwnCatalog = (folder: Folder): void =>
  useOwnCatalog.setState({ refused: stateOf(folder, folder.problems) });

/** Forgets about a folder that was not taken. */
export const forgetRefused = (): void => useOwnCatalog.setState({ refused: null });

/** Uses a folder that was read, or none. A folder with a problem is not used at all: half a catalog would judge wrongly. */
export function setOwnCatalog(folder: Folder | null): OwnCatalogState | null {
  const usable = folder !== null && folder.problems.length === 0;
  const misfits = replaceOwn(usable ? folder.files : null);
  const own = folder && stateOf(folder, [...folder.problems, ...misfits]);
  useOwnCatalog.setState({ own, refused: null });
  catalogChanged();
  return own;
}
