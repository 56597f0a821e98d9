import { describe as textsOf } from '../../shared/validate/describe.ts';
import type { GapChanges } from '../../shared/validate/gapChanges.ts';
import { placeName } from '../../shared/validate/placeName.ts';
import type { Finding } from '../../shared/validate/report.ts';
import { SeverityTag } from '../shell/SeverityTag.tsx';
import classes from './Remedy.module.css';

/** More than anybody reads here; the findings have all of them. */
const MOST = 60;

function Gaps({ title, gaps }: { readonly title: string; readonly gaps: readonly Finding[] }) {
  return (
    <>
      <h3 className={classes.heading}>
        {title} ({gaps.length})
      </h3>
      {gaps.length === 0 && <p className={classes.quiet}>None.</p>}
      <ul className={classes.gaps}>
        {gaps.slice(0, MOST).map((gap) => (
          <li key={gap.key}>
            <SeverityTag severity={gap.severity} />
            <span>
              {textsOf(gap).title} <span className={classes.quiet}>{placeName(gap.element)}</span>
            </span>
          </li>
        ))}
      </ul>
      {gaps.length > MOST && <p className={classes.quiet}>And {gaps.length - MOST} more.</p>}
    </>
  );
}

/** The gaps that steps would close, and those that they would open. */
export function EffectList({ effect }: { readonly effect: GapChanges }) {
  return (
    // Scrolls by itself, so it can be reached by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the focus
    <section className={classes.effect} aria-label="What becomes of the gaps" tabIndex={0}>
      <Gaps title="Gaps that open" gaps={effect.opened} />
      <Gaps title="Gaps that close" gaps={effect.closed} />
    </section>
  );
}
