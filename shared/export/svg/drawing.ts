import type { Catalog } from '../../catalog/catalog.ts';
import type { Diagram } from '../../diagram/schema.ts';
import type { Report } from '../../validate/report.ts';
import type { IconSource } from '../icon.ts';
import { type GapGroup, numberGaps } from './numbering.ts';
import { PALETTES, type Theme } from './style.ts';

/** What the picture is made of. `date` (ISO) is printed; `report` must be that of `diagram` and `catalog`. */
export interface SvgInput {
  readonly diagram: Diagram;
  readonly catalog: Catalog;
  readonly report: Report;
  /** Gives SVG markup that goes into the document as it is: it must be ours, never a user's. */
  readonly icons: IconSource;
  readonly date: string;
  readonly theme?: Theme;
}

/** The input with what all parts of the picture need of it. */
export interface Drawing extends SvgInput {
  readonly palette: (typeof PALETTES)[Theme];
  readonly groups: readonly GapGroup[];
  readonly groupOf: ReadonlyMap<string, GapGroup>;
}

/** A part of the page: its markup with the origin at its upper left, and its height in pixels. */
export interface Block {
  readonly markup: string;
  readonly height: number;
}

/** Numbers the gaps and picks the colours, once for the whole picture. */
export function toDrawing(input: SvgInput): Drawing {
  const groups = numberGaps(input.report);
  return {
    ...input,
    palette: PALETTES[input.theme ?? 'light'],
    groups,
    groupOf: new Map(groups.map((group) => [group.element.id, group])),
  };
}
