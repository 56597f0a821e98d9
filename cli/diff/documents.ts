import type { Catalog } from '../../shared/catalog/catalog.ts';
import { type ComparedStates, compareStates } from '../../shared/export/comparison.ts';
import { toComparisonMarkdown } from '../../shared/export/comparisonMarkdown.ts';
import type { IconSource } from '../../shared/export/icon.ts';
import { exportComparison } from '../../shared/export/svg/comparison/exportComparison.ts';
import type { Theme } from '../../shared/export/svg/style.ts';
import type { Paint } from '../paint.ts';
import { diffText } from './diffText.ts';
import type { Pair } from './pair.ts';

export const DIFF_FORMATS = ['text', 'json', 'markdown', 'svg'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];
/** The formats that tell of all diagrams in one document. */
export type SharedFormat = Exclude<DiffFormat, 'svg'>;

export const isShared = (format: DiffFormat): format is SharedFormat => format !== 'svg';

/** A pair, judged and in words. */
export interface ComparedPair extends ComparedStates {
  readonly pair: Pair;
}

/** Judges both states of a pair and compares them. */
export const comparePair = (pair: Pair, catalog: Catalog, today: string): ComparedPair => ({
  pair,
  ...compareStates(pair, catalog, today),
});

/** What documents of comparisons are made with. */
export interface Setting {
  readonly date: string;
  readonly paint: Paint;
  /** Addresses of pictures by file, for Markdown. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** One document of all pairs. */
export function sharedDocument(format: SharedFormat, pairs: readonly ComparedPair[], setting: Setting): string {
  const { date, paint, pictures } = setting;
  const reviews = pairs.map(({ review }) => review);
  switch (format) {
    case 'text':
      return diffText(reviews, paint);
    case 'markdown':
      return toComparisonMarkdown(
        pairs.map(({ review, pair }) => ({ review, picture: pictures.get(pair.file) ?? null })),
      );
    case 'json':
      return `${JSON.stringify({ format: 'parapet-comparison', version: 1, date, comparisons: reviews }, null, 2)}\n`;
  }
}

/** What a picture is drawn with. */
export interface PictureSetting {
  readonly catalog: Catalog;
  readonly icons: IconSource;
  readonly date: string;
  readonly theme: Theme;
}

/** Both states of a pair in one picture. */
export const picture = ({ pair, before, after, comparison, review }: ComparedPair, setting: PictureSetting): string =>
  exportComparison({ before, after, comparison, review, names: pair.states, ...setting });
