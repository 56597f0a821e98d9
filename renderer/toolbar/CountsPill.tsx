import { UnstyledButton } from '@mantine/core';
import { SEVERITIES, type Severity } from '../../shared/catalog/terms.ts';
import { brokenText } from '../../shared/exposure/words.ts';
import { applicable, type Tally, worstGap } from '../../shared/validate/report.ts';
import { runCommand } from '../commands/runCommand.ts';
import { useCommandContext } from '../commands/useCommandContext.ts';
import { reportOf, useRules } from '../state/derived.ts';
import { usePanelShown } from '../state/panels.ts';
import { useStore } from '../state/store.ts';
import classes from './Toolbar.module.css';

/** In words; a narrow window shows the two worst severities only. */
function Gaps({ tally: { bySeverity, unknown } }: { readonly tally: Tally }) {
  const gaps = SEVERITIES.filter((severity) => bySeverity[severity] > 0);
  if (gaps.length === 0) return unknown > 0 ? `No gaps · ${unknown} open` : 'No gaps';
  const words = gaps.map((severity) => `${bySeverity[severity]} ${severity}`);
  return (
    <>
      {words.slice(0, 2).join(' · ')}
      {words.length > 2 && <span className={classes.wide}> · {words.slice(2).join(' · ')}</span>}
    </>
  );
}

const severest = (severities: readonly (Severity | null)[]): Severity | undefined =>
  SEVERITIES.find((severity) => severities.includes(severity));

/** The counts of the whole diagram; shows and hides the findings. */
export function CountsPill() {
  const context = useCommandContext();
  const tally = useStore((state) => reportOf(state).tally);
  const broken = useRules().filter(({ standing }) => standing === 'broken');
  const worst = severest([worstGap(tally), ...broken.map(({ rule }) => rule.severity)]);
  const open = usePanelShown('findings');
  return (
    <UnstyledButton
      className={classes.pill}
      data-testid="counts"
      aria-expanded={open}
      title={open ? 'Hide findings' : 'Show findings'}
      onClick={() => runCommand('toggleFindings', context)}
    >
      <span className={classes.dot} data-tone={worst ?? (tally.unknown > 0 ? 'unknown' : 'ok')} aria-hidden="true" />
      <span className={classes.gaps}>
        <Gaps tally={tally} />
        {broken.length > 0 && ` · ${brokenText(broken.length)}`}
      </span>
      <span className={classes.met}>
        {tally.satisfied} / {applicable(tally)} met
      </span>
    </UnstyledButton>
  );
}
