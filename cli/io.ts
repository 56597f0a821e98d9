import type { CatalogFolder } from '../electron/files/readCatalogFolder.ts';
import type { ReadFile } from '../electron/files/readDiagramFile.ts';
import type { ResvgProgram } from '../shared/export/png/rasterize.ts';
import type { OpenFailure } from '../shared/ipc/contract.ts';
import type { FileReview, ReviewSetup, ReviewTask } from './check/fileReview.ts';

/** Where the name of a file leads. */
export interface Place {
  /** Absolute, links resolved. */
  readonly path: string;
  /** The same for every spelling of one file, in whatever case; null when there is none. */
  readonly file: string | null;
}

/** The diagrams that names, folders and patterns stand for, in the order of the names, each once. */
export interface FoundFiles {
  readonly files: readonly string[];
  /** Folders and patterns that stand for no diagram. */
  readonly empty: readonly string[];
}

/** Text, or its bytes in UTF-8. */
export type Chunk = string | Uint8Array;

/** A file that is written piece by piece and is there, whole, after `commit` only. */
export interface Output {
  readonly write: (chunk: Chunk) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Text put aside on the disk until its turn has come. */
export interface Spool {
  readonly write: (chunk: Chunk) => Promise<void>;
  /** Once, after all is written: its bytes, cut anywhere. */
  readonly read: () => AsyncIterable<Uint8Array>;
  readonly remove: () => Promise<void>;
}

/** Reviews one file at a time. Never rejects: a fault is a review with a problem. */
export interface Reviewer {
  readonly review: (task: ReviewTask) => Promise<FileReview>;
  readonly close: () => Promise<void>;
}

/** What git said: its standard output, or why it failed. */
export type GitAnswer = { readonly ok: true; readonly stdout: string } | { readonly ok: false; readonly why: string };

/** Everything that the command line takes from the system; tests hand in their own. */
export interface Io {
  /** A promise where the reader is slow: wait for it before writing much more. */
  readonly stdout: (data: string | Uint8Array) => void | Promise<void>;
  readonly stderr: (text: string) => void;
  /** Shows how far a long run is, in place of what it showed before; null where there is no terminal. */
  readonly progress: ((line: string) => void) | null;
  readonly readDiagram: (file: string) => Promise<ReadFile | OpenFailure>;
  /** A text file; rejects with the system's error. */
  readonly readText: (file: string) => Promise<string>;
  readonly findFiles: (names: readonly string[]) => Promise<FoundFiles>;
  readonly locate: (file: string) => Promise<Place>;
  readonly isFolder: (file: string) => Promise<boolean>;
  /** Replaces a file in one step, and makes its folder; rejects with the system's error. */
  readonly writeFile: (file: string, data: string | Uint8Array) => Promise<void>;
  /** Like `writeFile`, piece by piece. */
  readonly openOutput: (file: string) => Promise<Output>;
  readonly openSpool: () => Promise<Spool>;
  /** Runs git where the person stands. */
  readonly git: (args: readonly string[]) => Promise<GitAnswer>;
  readonly startReviewers: (count: number, setup: ReviewSetup) => Promise<readonly Reviewer[]>;
  /** How many threads the machine runs at once. */
  readonly cores: number;
  /** Somebody's own catalog folder. */
  readonly readOwnCatalog: (folder: string) => Promise<CatalogFolder>;
  /** File names of `data/icons` → SVG text. */
  readonly readIcons: () => Promise<Readonly<Record<string, string>>>;
  /** The program that draws PNG. */
  readonly resvg: () => ResvgProgram;
  /** Names of the samples that ship → their text. */
  readonly readSamples: () => Promise<Readonly<Record<string, string>>>;
  /** ISO date. */
  readonly today: string;
  /** True when stdout is a terminal that shows colours. */
  readonly colours: boolean;
}

/** 0: nothing at or above the threshold; 1: findings; 2: wrong usage; 3: a file could not be read or written. */
export const EXIT = { clean: 0, findings: 1, usage: 2, unreadable: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
