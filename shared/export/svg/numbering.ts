import type { Severity } from '../../catalog/terms.ts';
import { SEVERITIES } from '../../catalog/terms.ts';
import type { ElementRef, Finding, Report } from '../../validate/report.ts';

/** A gap with the number that it carries in picture and list. */
export interface NumberedGap {
  readonly number: number;
  readonly finding: Finding;
}

/** The gaps of one element; their numbers follow one another, worst first. */
export interface GapGroup {
  readonly element: ElementRef;
  readonly gaps: readonly NumberedGap[];
}

/** A marker: the numbers `first` to `last` are gaps of this severity on one element. */
export interface MarkerRange {
  readonly severity: Severity;
  readonly first: number;
  readonly last: number;
}

/** Findings of one outcome by element, in the order in which the report first names each element. */
export function byElement(findings: readonly Finding[], outcome: Finding['outcome']): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.outcome !== outcome) continue;
    const group = groups.get(finding.element.id);
    if (group) group.push(finding);
    else groups.set(finding.element.id, [finding]);
  }
  return [...groups.values()];
}

/**
 * Numbers all gaps of a report, from the number after `last`. Elements come with their worst gap first, and an element's
 * numbers follow one another, so that a marker on it can say `3–7`.
 */
export function numberGaps({ findings: all }: Pick<Report, 'findings'>, last = 0): readonly GapGroup[] {
  let number = last;
  return byElement(all, 'gap').flatMap((findings) => {
    const first = findings[0];
    if (!first) return [];
    return [{ element: first.element, gaps: findings.map((finding) => ({ number: ++number, finding })) }];
  });
}

/** The markers of an element: one for each severity that it has gaps of. */
export function markersOf(group: GapGroup): readonly MarkerRange[] {
  return SEVERITIES.flatMap((severity) => {
    const own = group.gaps.filter(({ finding }) => finding.severity === severity);
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? [{ severity, first: first.number, last: last.number }] : [];
  });
}

/** `7`, or `3–7`. */
export const rangeText = ({ first, last }: Pick<MarkerRange, 'first' | 'last'>): string =>
  first === last ? `${first}` : `${first}–${last}`;

/** The numbers of all gaps of an element: `7`, or `3–7`. */
export const numbersText = ({ gaps }: GapGroup): string =>
  rangeText({ first: gaps[0]?.number ?? 0, last: gaps.at(-1)?.number ?? 0 });
