import { counted } from '../../shared/export/text.ts';
import type { GapChanges } from '../../shared/validate/gapChanges.ts';

/** What would become of the gaps, in a few words. */
export function effectText({ closed, opened }: GapChanges): string {
  if (closed.length + opened.length === 0) return 'Closes no gap';
  return `Closes ${counted(closed.length, 'gap')}, opens ${opened.length === 0 ? 'none' : opened.length}`;
}

/** What has become of them. */
export function doneText({ closed, opened }: GapChanges): string {
  const news = opened.length === 0 ? '' : `, ${opened.length} new`;
  return `${counted(closed.length, 'gap')} closed${news}`;
}
