import type { CatalogFolder } from '../electron/files/readCatalogFolder.ts';
import type { ReadFile } from '../electron/files/readDiagramFile.ts';
import type { OpenFailure } from '../shared/ipc/contract.ts';

/** Where the name of a file leads. */
export interface Place {
  /** Absolute, links resolved. */
  readonly path: string;
  /** The same for every spelling of one file, in whatever case; null when there is none. */
  readonly file: string | null;
}

/** Everything that the command line takes from the system; tests hand in their own. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly readDiagram: (file: string) => Promise<ReadFile | OpenFailure>;
  readonly locate: (file: string) => Promise<Place>;
  /** Replaces a file in one step; rejects with the system's error. */
  readonly writeFile: (file: string, text: string) => Promise<void>;
  /** Somebody's own catalog folder. */
  readonly readOwnCatalog: (folder: string) => Promise<CatalogFolder>;
  /** File names of `data/icons` → SVG text. */
  readonly readIcons: () => Promise<Readonly<Record<string, string>>>;
  /** ISO date. */
  readonly today: string;
  /** True when stdout is a terminal that shows colours. */
  readonly colours: boolean;
}

/** 0: nothing at or above the threshold; 1: findings; 2: wrong usage; 3: a file could not be read or written. */
export const EXIT = { clean: 0, findings: 1, usage: 2, unreadable: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
