import { describe as textsOf } from './describe.ts';
import { placeName } from './placeName.ts';
import { compareFindings, type ElementReport, type Finding, type Report } from './report.ts';

const gapsOf = (report: ElementReport | undefined): ReadonlyMap<string, Finding> =>
  new Map((report?.findings ?? []).filter(({ outcome }) => outcome === 'gap').map((each) => [each.key, each]));

interface Change {
  readonly opened: readonly Finding[];
  readonly closed: number;
}

/** Only elements whose report is another object are looked at: an edit leaves most as they were. */
function changeOf(before: Report, after: Report): Change {
  const opened: Finding[] = [];
  let closed = 0;
  for (const id of new Set([...before.elements.keys(), ...after.elements.keys()])) {
    const [was, is] = [before.elements.get(id), after.elements.get(id)];
    if (was === is) continue;
    const [old, now] = [gapsOf(was), gapsOf(is)];
    for (const [key, finding] of now) if (!old.has(key)) opened.push(finding);
    for (const key of old.keys()) if (!now.has(key)) closed++;
  }
  return { opened: opened.sort(compareFindings), closed };
}

const gaps = (count: number): string => `${count} ${count === 1 ? 'gap' : 'gaps'}`;

/**
 * What became of the gaps between two reports, in a sentence for a screen reader: how many closed, how many are new, and
 * the worst new one. Null when none came or went.
 */
export function gapNews(before: Report, after: Report): string | null {
  const { opened, closed } = changeOf(before, after);
  const [worst] = opened;
  if (!worst) return closed === 0 ? null : `${gaps(closed)} closed`;
  const named = `${textsOf(worst).title} on ${placeName(worst.element)}`;
  const fresh = closed === 0 ? `${gaps(opened.length)} new` : `${gaps(closed)} closed, ${opened.length} new`;
  return `${fresh}: ${named}${opened.length > 1 ? `, and ${opened.length - 1} more` : ''}`;
}
