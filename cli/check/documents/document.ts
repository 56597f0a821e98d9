import type { Catalog } from '../../../shared/catalog/catalog.ts';
import type { Standard } from '../../../shared/validate/standards.ts';
import type { Chunk, Io } from '../../io.ts';
import type { FileReview } from '../fileReview.ts';

/** A document that grows by one file after the other. Call `end` once, or not at all; `drop` in any case. */
export interface Document {
  readonly add: (review: FileReview) => Promise<void>;
  readonly end: () => Promise<void>;
  /** Frees what the document keeps, whether it was ended or not. */
  readonly drop: () => Promise<void>;
}

/** What documents are made with. */
export interface DocumentView {
  readonly io: Io;
  readonly catalog: Catalog;
  readonly standard: Standard | null;
  readonly colours: boolean;
  readonly quiet: boolean;
}

/** Where a document goes, piece by piece. */
export type Write = (chunk: Chunk) => void | Promise<void>;

/** For documents that keep nothing. */
export const nothing = async (): Promise<void> => {};
