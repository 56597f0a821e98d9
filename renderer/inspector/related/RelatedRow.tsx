import type { ReactNode } from 'react';
import { NO_TALLY, worstGap } from '../../../shared/validate/report.ts';
import { OutcomeGlyph } from '../../shell/OutcomeGlyph.tsx';
import { useElementReport, useRollup } from '../../state/derived.ts';
import { select } from '../../state/store.ts';
import classes from './Related.module.css';

interface RelatedRowProps {
  /** The element that a click selects. */
  readonly id: string;
  readonly icon: ReactNode;
  readonly name: string;
  readonly detail: string;
}

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;

/** Another element in one line, with the worst that is to be said of it and of what it holds. */
export function RelatedRow({ id, icon, name, detail }: RelatedRowProps) {
  const own = useElementReport(id)?.tally;
  const tally = useRollup(id) ?? own ?? NO_TALLY;
  const severity = worstGap(tally);
  return (
    <li>
      <button type="button" className={classes.row} onClick={() => select([id])}>
        {icon}
        <span className={classes.words}>
          <span className={classes.name}>{name}</span>
          <span className={classes.detail}>{detail}</span>
        </span>
        {severity !== null ? (
          <>
            <OutcomeGlyph outcome="gap" severity={severity} />
            <span className={classes.count}>
              {count(tally.gap, 'gap')}, {severity}
            </span>
          </>
        ) : tally.unknown > 0 ? (
          <>
            <OutcomeGlyph outcome="unknown" />
            <span className={classes.count}>{tally.unknown} open</span>
          </>
        ) : tally.satisfied > 0 ? (
          <OutcomeGlyph outcome="satisfied" />
        ) : null}
      </button>
    </li>
  );
}
