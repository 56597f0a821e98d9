import type { Severity } from '../../shared/catalog/terms.ts';
import type { JsonProblem } from '../../shared/export/json.ts';
import type { SarifPart } from '../../shared/export/sarif/model.ts';
import type { Tally } from '../../shared/validate/report.ts';
import type { PageId, PictureStyle, Rendered } from '../render.ts';
import type { Detail } from './checkView.ts';
import type { JsonPart } from './jsonPart.ts';
import type { Utf8 } from './spelled.ts';

/** Formats that `check` prints: text for people, and all that are exported. */
export type CheckFormat = 'text' | Rendered;

/** What a reviewer is told once. Data only: it travels to worker threads. */
export interface ReviewSetup {
  /** Somebody's own catalog folder. */
  readonly catalog: string | null;
  readonly standard: string | null;
  readonly formats: readonly CheckFormat[];
  readonly failOn: Severity;
  readonly detail: Detail;
  readonly colours: boolean;
  readonly style: PictureStyle;
}

/** A file to review. */
export interface ReviewTask {
  readonly file: string;
  /** The keys of the gaps that the baseline has of it; null without a baseline. */
  readonly baseline: readonly string[] | null;
  /** Where its picture is, seen from the Markdown report; null: nowhere. */
  readonly picture: string | null;
}

/** What one file adds to a SARIF log; results as `sarifText` has them. */
export interface SarifLines extends Omit<SarifPart, 'results'> {
  readonly results: Utf8;
}

/** What one file adds to the documents that all files share. */
export interface Parts {
  readonly text: Utf8;
  readonly json: JsonPart | null;
  /** Lines without the heading. */
  readonly csv: Utf8;
  readonly sarif: SarifLines | null;
  readonly markdown: Utf8;
}

/** A document of one diagram alone, or why there is none. */
export interface Page {
  readonly format: PageId;
  readonly data: string | Uint8Array | null;
  readonly why: string;
}

/** What came of one file. Data only. */
export interface FileReview {
  readonly file: string;
  readonly problem: JsonProblem | null;
  /** For standard error. */
  readonly complaint: string;
  readonly parts: Parts;
  readonly pages: readonly Page[];
  readonly tally: Tally;
  readonly brokenRules: number;
  /** Keys of all gaps, and of all paths that rules forbid. */
  readonly gaps: readonly string[];
  /** Of these, those at or above the threshold that the baseline does not have. */
  readonly failing: number;
  /** Keys that the baseline has of this file and that are not among them any more. */
  readonly stale: readonly string[];
}
