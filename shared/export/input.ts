import type { Catalog } from '../catalog/catalog.ts';
import type { Diagram } from '../diagram/schema.ts';
import type { Report } from '../validate/report.ts';
import type { Standard } from '../validate/standards.ts';

/** The file that a diagram was read from, so that findings can name the line they are at. */
export interface DiagramSource {
  readonly name: string;
  /** Exactly as it was read. */
  readonly text: string;
}

/** What every export is made from; nothing else, so that the same input gives the same bytes. */
export interface ExportInput {
  readonly diagram: Diagram;
  readonly catalog: Catalog;
  /** The report on `diagram` under `catalog`, for the day `date`. */
  readonly report: Report;
  /** The day (ISO) that the report was made for. */
  readonly date: string;
  /** Shown requirement by requirement; null leaves it out. */
  readonly standard: Standard | null;
  /** Null in a document that was never saved. */
  readonly file: DiagramSource | null;
}
