import { describe as textsOf } from './describe.ts';
import { gapChanges } from './gapChanges.ts';
import { placeName } from './placeName.ts';
import type { Report } from './report.ts';

const gaps = (count: number): string => `${count} ${count === 1 ? 'gap' : 'gaps'}`;

/**
 * What became of the gaps between two reports, in a sentence for a screen reader: how many closed, how many are new, and
 * the worst new one. Null when none came or went.
 */
export function gapNews(before: Report, after: Report): string | null {
  const { opened, closed } = gapChanges(before, after);
  const [worst] = opened;
  if (!worst) return closed.length === 0 ? null : `${gaps(closed.length)} closed`;
  const named = `${textsOf(worst).title} on ${placeName(worst.element)}`;
  const fresh =
    closed.length === 0 ? `${gaps(opened.length)} new` : `${gaps(closed.length)} closed, ${opened.length} new`;
  return `${fresh}: ${named}${opened.length > 1 ? `, and ${opened.length - 1} more` : ''}`;
}
