import { classify } from '../../classify/classify.ts';
import { reaching } from '../../classify/propagate.ts';
import type { ClassSet } from '../../dataClasses.ts';
import { type ElementReport, type Finding, sumTallies, type Tally } from '../../validate/report.ts';
import type { Standard } from '../../validate/standards.ts';
import type { IconSource } from '../icon.ts';
import type { ExportInput } from '../input.ts';
import { createOutlines, type Letters, type Outlines } from './letters.ts';
import type { Marks } from './marks.ts';
import { type GapGroup, numberGaps } from './numbering.ts';
import type { Annotations, SvgOptions } from './options.ts';
import { type Shown, shownIds, shownOf } from './scope.ts';
import { PALETTES, type Palette, type Theme } from './style.ts';

/** What the picture is made of. `date` (ISO) is printed; `report` must be that of `diagram` and `catalog`. */
export interface SvgInput extends Pick<ExportInput, 'diagram' | 'catalog' | 'report' | 'date'>, SvgOptions {
  /** Gives SVG markup that goes into the document as it is: it must be ours, never a user's. */
  readonly icons: IconSource;
  /** Named in the title block. */
  readonly standard?: Standard | null;
}

/** The input with what all parts of the picture need of it. */
export interface Drawing extends SvgInput {
  readonly theme: Theme;
  readonly annotations: Annotations;
  readonly palette: Palette;
  readonly shown: Shown;
  /** Counts of what is shown. */
  readonly tally: Tally;
  /** How letters of the picture are drawn, and those of the lists. */
  readonly letters: { readonly outlines: Outlines; readonly picture: Letters; readonly lists: Letters };
  /** Gaps of what is shown; their numbers are those of the whole report. */
  readonly groups: readonly GapGroup[];
  readonly groupOf: ReadonlyMap<string, GapGroup>;
  /** Findings of what is shown. */
  readonly findings: readonly Finding[];
  /** What the report says of an element; null where the picture is to say nothing of it. */
  readonly judged: (id: string) => ElementReport | null;
  /** The classes of data that reach a resource; none where the picture is to say nothing of it. */
  readonly dataAt: (id: string) => ClassSet;
  /** What became of elements, in a picture of two states. */
  readonly marks?: Marks;
}

/** A part of the page: its markup with the origin at its upper left, and its height in pixels. */
export interface Block {
  readonly markup: string;
  readonly height: number;
}

function lettersOf(lettering: SvgInput['lettering']): Drawing['letters'] {
  const outlines = createOutlines(lettering === 'outlines');
  return {
    outlines,
    picture: lettering === 'text' ? 'text' : outlines,
    lists: lettering === 'outlines' ? outlines : 'text',
  };
}

function tallyOf({ report }: SvgInput, ids: ReadonlySet<string>): Tally {
  const own = [...report.elements].filter(([id]) => ids.has(id));
  return own.length === report.elements.size ? report.tally : sumTallies(own.map(([, { tally }]) => tally));
}

/** Numbers the gaps, picks what is shown and the colours, once for the whole picture. */
export function toDrawing(input: SvgInput): Drawing {
  const { diagram, report, theme = 'light', annotations = 'all', scope = { kind: 'all' }, lettering } = input;
  const shown = shownOf(diagram, scope);
  const ids = shownIds(shown);
  const groups = annotations === 'none' ? [] : numberGaps(report).filter(({ element }) => ids.has(element.id));
  return {
    ...input,
    theme,
    annotations,
    palette: PALETTES[theme],
    shown,
    tally: tallyOf(input, ids),
    letters: lettersOf(lettering),
    groups,
    groupOf: new Map(groups.map((group) => [group.element.id, group])),
    findings: annotations === 'none' ? [] : report.findings.filter(({ element }) => ids.has(element.id)),
    dataAt: (id) => (annotations === 'all' ? reaching(classify(input), id) : 0),
    judged: (id) => (annotations === 'all' ? (report.elements.get(id) ?? null) : null),
  };
}
