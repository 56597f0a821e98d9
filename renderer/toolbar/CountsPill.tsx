import { UnstyledButton } from '@mantine/core';
import { SEVERITIES } from '../../shared/catalog/terms.ts';
import { applicable, type Tally, worstGap } from '../../shared/validate/report.ts';
import { reportOf } from '../state/derived.ts';
import { runCommand } from '../state/runCommand.ts';
import { useStore } from '../state/store.ts';
import { useCommandContext } from '../state/useCommandContext.ts';
import classes from './Toolbar.module.css';

function gapsText({ bySeverity, unknown }: Tally): string {
  const gaps = SEVERITIES.filter((severity) => bySeverity[severity] > 0);
  if (gaps.length > 0) return gaps.map((severity) => `${bySeverity[severity]} ${severity}`).join(' · ');
  if (unknown > 0) return `No gaps · ${unknown} open`;
  return 'No gaps';
}

/** The counts of the whole diagram; shows and hides the findings. */
export function CountsPill() {
  const context = useCommandContext();
  const tally = useStore((state) => reportOf(state).tally);
  const open = useStore((state) => state.findingsOpen);
  return (
    <UnstyledButton
      className={classes.pill}
      data-testid="counts"
      aria-expanded={open}
      title={open ? 'Hide findings' : 'Show findings'}
      onClick={() => runCommand('toggleFindings', context)}
    >
      <span
        className={classes.dot}
        data-tone={worstGap(tally) ?? (tally.unknown > 0 ? 'unknown' : 'ok')}
        aria-hidden="true"
      />
      <span className={classes.gaps}>{gapsText(tally)}</span>
      <span className={classes.met}>
        {tally.satisfied} / {applicable(tally)} met
      </span>
    </UnstyledButton>
  );
}
