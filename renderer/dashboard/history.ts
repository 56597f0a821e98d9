import type { Report, Tally } from '../../shared/validate/report.ts';
import type { Version } from '../files/versions.ts';
import { exactTimeText } from '../start/timeText.ts';

/** The gaps that the diagram had for a while. */
export interface Moment {
  /** Id of the saved version; null of the diagram as it is. */
  readonly version: string | null;
  readonly when: string;
  /** Null when that version cannot be read any more. */
  readonly tally: Tally | null;
}

/** The gaps of the saved versions (newest first as they are listed), oldest first, then those of the diagram as it is. */
export const historyOf = (versions: readonly Version[], now: Report): readonly Moment[] => [
  ...versions.toReversed().map(({ id, replacedAt, report }) => ({
    version: id,
    when: `Until ${exactTimeText(replacedAt)}`,
    tally: report?.tally ?? null,
  })),
  { version: null, when: 'Now', tally: now.tally },
];

/** A point of the line: how far to the right and how high, both from 0 to 1. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly gap: number;
  readonly moment: Moment;
}

/** The points of a line through the moments that can be read, evenly spaced; the most gaps stand highest. */
export function pointsOf(moments: readonly Moment[]): readonly Point[] {
  const read = moments.flatMap((moment) => (moment.tally ? [{ moment, gap: moment.tally.gap }] : []));
  const most = Math.max(1, ...read.map(({ gap }) => gap));
  return read.map((each, at) => ({ ...each, x: read.length === 1 ? 1 : at / (read.length - 1), y: each.gap / most }));
}
