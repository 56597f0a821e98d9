import { useMemo } from 'react';
import { SEVERITIES } from '../../shared/catalog/terms.ts';
import { type Tally, worstGap } from '../../shared/validate/report.ts';
import { OutcomeGlyph } from '../shell/OutcomeGlyph.tsx';
import { catalog } from '../state/catalog.ts';
import { useStore } from '../state/store.ts';
import classes from './StartPage.module.css';
import { type Sample, sizeOf, tallyOfSample } from './samples.ts';

/** "5 critical and 3 high gaps": the two worst severities that there are. */
function gapsText({ bySeverity }: Tally): string {
  const worst = SEVERITIES.filter((severity) => bySeverity[severity] > 0).slice(0, 2);
  if (worst.length === 0) return 'No gaps';
  return `${worst.map((severity) => `${bySeverity[severity]} ${severity}`).join(' and ')} gaps`;
}

/** A sample to open, with what it holds and its worst gaps. */
export function SampleCard({ sample, onOpen }: { readonly sample: Sample; readonly onOpen: () => void }) {
  const today = useStore((state) => state.today);
  const tally = useMemo(() => tallyOfSample(sample.diagram, catalog, today), [sample, today]);
  const worst = worstGap(tally);
  return (
    <button type="button" className={classes.card} onClick={onOpen}>
      <span className={classes.cardName}>{sample.name}</span>
      <span className={classes.more}>{sizeOf(sample.diagram)}</span>
      <span className={classes.gaps}>
        {worst === null ? <OutcomeGlyph outcome="satisfied" /> : <OutcomeGlyph outcome="gap" severity={worst} />}
        {gapsText(tally)}
      </span>
    </button>
  );
}
