import { compareFindings, type ElementReport, type Finding, type Report } from './report.ts';

/** Gaps that one of two reports has and the other does not, each list in the order of findings. */
export interface GapChanges {
  readonly opened: readonly Finding[];
  readonly closed: readonly Finding[];
}

const gapsOf = (report: ElementReport | undefined): ReadonlyMap<string, Finding> =>
  new Map((report?.findings ?? []).filter(({ outcome }) => outcome === 'gap').map((each) => [each.key, each]));

const without = (gaps: ReadonlyMap<string, Finding>, others: ReadonlyMap<string, Finding>): readonly Finding[] =>
  [...gaps.values()].filter(({ key }) => !others.has(key));

/** What became of the gaps between two reports. Only elements whose report is another object are looked at: an edit leaves most as they were. */
export function gapChanges(before: Report, after: Report): GapChanges {
  const opened: Finding[] = [];
  const closed: Finding[] = [];
  for (const id of new Set([...before.elements.keys(), ...after.elements.keys()])) {
    const [was, is] = [before.elements.get(id), after.elements.get(id)];
    if (was === is) continue;
    const [old, now] = [gapsOf(was), gapsOf(is)];
    opened.push(...without(now, old));
    closed.push(...without(old, now));
  }
  return { opened: opened.sort(compareFindings), closed: closed.sort(compareFindings) };
}
