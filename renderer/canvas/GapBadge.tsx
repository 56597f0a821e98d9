import type { Tally } from '../../shared/validate/report.ts';
import { badgeOf } from './badge.ts';
import classes from './GapBadge.module.css';

/** Counts of one element as a mark on its corner. */
export function GapBadge({
  tally,
  rolledUp = false,
}: {
  readonly tally: Tally | undefined;
  readonly rolledUp?: boolean;
}) {
  const { tone, glyph, count, text } = badgeOf(tally);
  if (tone === 'none') return null;
  const label = rolledUp ? `In all: ${text}` : text;
  return (
    <span className={classes.badge} data-tone={tone} data-testid="badge" role="img" aria-label={label} title={label}>
      <span aria-hidden="true">
        {glyph}
        {count !== null && <span className={classes.count}>{count}</span>}
      </span>
    </span>
  );
}
