import type { Theme } from './style.ts';

/** What is drawn: all, one boundary with what is in it, or elements with what they contain and connect. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'boundary'; readonly id: string }
  | { readonly kind: 'elements'; readonly ids: readonly string[] };

/** What is said of security: everything, gaps without questions and ticks, or nothing at all. */
export const ANNOTATIONS = ['all', 'gaps', 'none'] as const;
export type Annotations = (typeof ANNOTATIONS)[number];

/**
 * How letters are drawn. `mixed`: the picture as outlines, which look the same in every program, and the lists as text
 * in an embedded font, which can be searched and copied. `text`: everything as text. `outlines`: everything as outlines, for
 * programs without fonts; `□` and a note stand for characters that the font has no letters for (Arabic, CJK, emoji).
 */
export type Lettering = 'mixed' | 'text' | 'outlines';

/** How a picture is drawn; every option has a default. */
export interface SvgOptions {
  /** `light`, unless told otherwise. */
  readonly theme?: Theme;
  /** All of the diagram, unless told otherwise. */
  readonly scope?: Scope;
  /** `all`, unless told otherwise. */
  readonly annotations?: Annotations;
  /** The lists of gaps, questions and decisions under the picture; there, unless told otherwise. */
  readonly lists?: boolean;
  /** `mixed`, unless told otherwise. */
  readonly lettering?: Lettering;
  /** Whether the font of what is text goes along; yes, unless told otherwise. */
  readonly embedFont?: boolean;
  /** Whether the diagram goes along, so that Parapet opens the picture; yes where all of it is shown. */
  readonly embed?: boolean;
}
