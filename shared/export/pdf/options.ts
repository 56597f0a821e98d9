import type { SvgOptions } from '../svg/options.ts';

/** Paper, in points, upright. */
export const PAPERS = {
  a4: { label: 'A4', width: 595.28, height: 841.89 },
  a3: { label: 'A3', width: 841.89, height: 1190.55 },
  letter: { label: 'Letter', width: 612, height: 792 },
} as const;
export type Paper = keyof typeof PAPERS;

/** Space around the content of a page, in points. */
export const MARGIN = 36;

/** How the page of the picture lies; `auto`: as the picture does. */
export const ORIENTATIONS = ['auto', 'landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** How many sheets the picture takes: so many side by side, or as many as 100 % needs. */
export type Tiles = number | 'full';

/** More sheets side by side than this are not offered. */
export const MOST_ACROSS = 20;

/**
 * How a PDF is made. Theme, scope and annotations are those of the picture; paper is never dark, so that `dark` is drawn as
 * `light`. Without `lists`, or without annotations, there is the picture alone.
 */
export interface PdfOptions extends Pick<SvgOptions, 'theme' | 'scope' | 'annotations' | 'lists'> {
  /** `a4`, unless told otherwise. */
  readonly paper?: Paper;
  /** `auto`, unless told otherwise. The report is always upright. */
  readonly orientation?: Orientation;
  /** The picture over several sheets, to be glued; null, unless told otherwise: fitted to one page. */
  readonly tiles?: Tiles | null;
}
