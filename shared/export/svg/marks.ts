import type { GapGroup } from './numbering.ts';
import type { Palette } from './style.ts';

/** What became of an element between two states of a diagram. */
export const MARKS = ['added', 'removed', 'changed'] as const;
export type Mark = (typeof MARKS)[number];

/** What a picture of two states says on its elements, by their ids. */
export interface Marks {
  readonly of: ReadonlyMap<string, Mark>;
  /** Gaps that closed; those that opened are the gaps of the picture. */
  readonly closed: ReadonlyMap<string, GapGroup>;
}

/** What a mark is called and drawn as: glyph and line tell marks apart without colour. */
interface MarkStyle {
  readonly label: string;
  /** Path data in a box of 10 by 10. */
  readonly glyph: string;
  readonly dash: string;
  readonly colour: keyof Pick<Palette, 'met' | 'text' | 'accepted'>;
}

export const MARK_STYLES: Readonly<Record<Mark, MarkStyle>> = {
  added: { label: 'Added', glyph: 'M4 .5h2v3.5h3.5v2h-3.5v3.5h-2v-3.5h-3.5v-2h3.5z', dash: '10 4', colour: 'met' },
  removed: { label: 'Removed', glyph: 'M.5 4h9v2h-9z', dash: '2 4', colour: 'text' },
  changed: { label: 'Changed', glyph: 'M.5 9.5l.9-3.1L7.2.6l2.2 2.2L3.6 8.6z', dash: '9 3 2 3', colour: 'accepted' },
};
