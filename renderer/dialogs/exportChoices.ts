import type { Diagram } from '../../shared/diagram/schema.ts';
import { FORMAT_IDS, FORMATS } from '../../shared/export/formats.ts';
import { type Orientation, PAPERS, type Paper, type Tiles } from '../../shared/export/pdf/options.ts';
import type { Scale } from '../../shared/export/png/picture.ts';
import type { Annotations, Scope } from '../../shared/export/svg/options.ts';
import type { Theme } from '../../shared/export/svg/style.ts';
import type { ExportWish } from '../files/exportActions.ts';
import type { Exported } from '../files/exportFormats.ts';
import { nameOf } from '../state/names.ts';

/*
 * What the export dialog offers.
 */

/** What stands in the dialog; `scope` is `all`, `selection`, or the id of a boundary. */
export interface ExportChoice extends Omit<ExportWish, 'scope' | 'scale' | 'standard' | 'tiles'> {
  readonly theme: Theme;
  readonly annotations: Annotations;
  readonly lists: boolean;
  readonly embed: boolean;
  readonly scope: string;
  readonly scale: `${Scale}`;
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly tiles: keyof typeof TILES;
  readonly standard: string;
}

/** What the dialog opens with first. */
export const FIRST_CHOICE: ExportChoice = {
  format: 'svg',
  theme: 'light',
  annotations: 'all',
  lists: true,
  embed: true,
  scope: 'all',
  scale: '2',
  paper: 'a4',
  orientation: 'auto',
  tiles: 'one',
  standard: '',
};

const OFFERED = {
  svg: true,
  png: true,
  pdf: true,
  html: true,
  markdown: true,
  json: true,
  csv: true,
  sarif: true,
} satisfies Record<Exported, true>;

/** Formats that are a picture: theme, part and annotations can be chosen. */
export const isPicture = (format: Exported): boolean => format === 'svg' || format === 'png';

export const FORMAT_CHOICES = FORMAT_IDS.filter((id): id is Exported => Object.hasOwn(OFFERED, id)).map((id) => ({
  value: id,
  label: `${FORMATS[id].label} (.${FORMATS[id].extension})`,
}));

export const THEME_CHOICES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'print', label: 'Black and white' },
] as const;

export const ANNOTATION_CHOICES = [
  { value: 'all', label: 'All' },
  { value: 'gaps', label: 'Only gaps' },
  { value: 'none', label: 'None' },
] as const;

export const SCALE_CHOICES = [
  { value: '1', label: '1×' },
  { value: '2', label: '2×' },
  { value: '4', label: '4×' },
] as const;

export const PAPER_CHOICES = [
  { value: 'a4', label: PAPERS.a4.label },
  { value: 'a3', label: PAPERS.a3.label },
  { value: 'letter', label: PAPERS.letter.label },
] as const;

export const ORIENTATION_CHOICES = [
  { value: 'auto', label: 'Automatic' },
  { value: 'landscape', label: 'Landscape' },
  { value: 'portrait', label: 'Portrait' },
] as const;

const TILES = { one: null, two: 2, three: 3, four: 4, full: 'full' } as const satisfies Record<string, Tiles | null>;

export const TILES_CHOICES = [
  { value: 'one', label: 'Fitted to one page' },
  { value: 'two', label: '2 sheets wide' },
  { value: 'three', label: '3 sheets wide' },
  { value: 'four', label: '4 sheets wide' },
  { value: 'full', label: 'Full size, on as many sheets as it takes' },
] as const;

/** Colours of what is printed: paper is never dark. */
export const PAPER_THEME_CHOICES = THEME_CHOICES.filter(({ value }) => value !== 'dark');

/** The parts of a diagram that can be shown: all, what is selected, each boundary. */
export const scopeChoices = (diagram: Diagram, selected: number) => [
  { value: 'all', label: 'The whole diagram' },
  ...(selected === 0 ? [] : [{ value: 'selection', label: `What is selected (${selected})` }]),
  ...diagram.boundaries.map(({ id }) => ({ value: id, label: `Only ${nameOf(diagram, id)}` })),
];

const SCALES: Readonly<Record<ExportChoice['scale'], Scale>> = { 1: 1, 2: 2, 4: 4 };

function toScope(scope: string, selection: readonly string[]): Scope {
  if (scope === 'all') return { kind: 'all' };
  return scope === 'selection' ? { kind: 'elements', ids: selection } : { kind: 'boundary', id: scope };
}

/** What the choices ask for. */
export const toWish = (choice: ExportChoice, selection: readonly string[]): ExportWish => ({
  ...choice,
  scope: toScope(choice.scope, selection),
  scale: SCALES[choice.scale],
  tiles: TILES[choice.tiles],
  standard: choice.standard === '' ? null : choice.standard,
});
