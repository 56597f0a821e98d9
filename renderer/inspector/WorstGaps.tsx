import { describe as textsOf } from '../../shared/validate/describe.ts';
import { placeName } from '../../shared/validate/placeName.ts';
import type { Finding } from '../../shared/validate/report.ts';
import { OutcomeGlyph } from '../shell/OutcomeGlyph.tsx';
import { SeverityTag } from '../shell/SeverityTag.tsx';
import { showFinding } from './showFinding.ts';
import classes from './summary.module.css';

interface WorstGapsProps {
  readonly findings: readonly Finding[];
  /** How many of them are shown. */
  readonly most: number;
}

/** The gaps to begin with. Findings come sorted, worst first. */
export function WorstGaps({ findings, most }: WorstGapsProps) {
  const worst = findings.slice(0, most).filter(({ outcome }) => outcome === 'gap');
  if (worst.length === 0) return null;
  return (
    <section aria-label="Worst gaps">
      <h3 className={classes.heading}>Worst gaps</h3>
      <ul className={classes.list}>
        {worst.map((finding) => {
          const { severity } = finding;
          return (
            <li key={finding.key}>
              <button type="button" className={classes.finding} onClick={() => showFinding(finding)}>
                <OutcomeGlyph outcome="gap" severity={severity} />
                <span className={classes.words}>
                  {textsOf(finding).title}
                  <span className={classes.where}>{placeName(finding.element)}</span>
                </span>
                <SeverityTag severity={severity} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
