import type { Catalog } from '../../../catalog/catalog.ts';
import type { Comparison, FindingChanges } from '../../../validate/compare.ts';
import { type Judged, tallyOf } from '../../../validate/report.ts';
import { type ComparedReview, toldChanges } from '../../comparison.ts';
import type { IconSource } from '../../icon.ts';
import { type Drawing, toDrawing } from '../drawing.ts';
import type { Mark } from '../marks.ts';
import { type GapGroup, numberGaps } from '../numbering.ts';
import type { SvgOptions } from '../options.ts';
import { mergeStates } from './mergeStates.ts';

/** What a picture of two states is made of; `comparison` and `review` must be of `before` and `after`. */
export interface ComparisonPictureInput extends Pick<SvgOptions, 'theme' | 'lettering' | 'embedFont'> {
  readonly before: Judged;
  readonly after: Judged;
  readonly comparison: Comparison;
  readonly review: ComparedReview;
  readonly catalog: Catalog;
  readonly icons: IconSource;
  /** ISO date. */
  readonly date: string;
  /** What the states are called in the title block. */
  readonly names: { readonly before: string; readonly after: string };
}

/** A picture of two states: its gaps are those that opened; `closed` has those that closed, numbered after them. */
export interface ComparisonDrawing extends Drawing {
  readonly closed: readonly GapGroup[];
  readonly comparison: Comparison;
}

const findingsOf = (moved: FindingChanges['opened']) => moved.map(({ finding }) => finding);

const byElementId = (groups: readonly GapGroup[]): ReadonlyMap<string, GapGroup> =>
  new Map(groups.map((group) => [group.element.id, group]));

/** Marks of what the comparison tells; an element that only moved has none, as its text says nothing of it either. */
function marksOf({ comparison: { diff } }: ComparisonPictureInput): ReadonlyMap<string, Mark> {
  return new Map<string, Mark>([
    ...diff.added.map((id) => [id, 'added'] as const),
    ...diff.removed.map((id) => [id, 'removed'] as const),
    ...toldChanges(diff).map(({ id }) => [id, 'changed'] as const),
  ]);
}

/** Both states as one drawing, with marks and the gaps that opened and closed. */
export function toComparisonDrawing(input: ComparisonPictureInput): ComparisonDrawing {
  const { before, after, comparison } = input;
  const [opened, closed] = [findingsOf(comparison.gaps.opened), findingsOf(comparison.gaps.closed)];
  const groups = numberGaps({ findings: opened });
  const closedGroups = numberGaps({ findings: closed }, opened.length);
  const diagram = mergeStates(before.diagram, after.diagram);
  return {
    ...toDrawing({ ...input, diagram, report: after.report, annotations: 'gaps', embed: false }),
    tally: tallyOf(opened),
    findings: opened,
    groups,
    groupOf: byElementId(groups),
    marks: { of: marksOf(input), closed: byElementId(closedGroups) },
    closed: closedGroups,
    comparison,
  };
}
