import { useMemo } from 'react';
import { SEVERITIES } from '../../shared/catalog/terms.ts';
import { type Tally, worstGap } from '../../shared/validate/report.ts';
import { validate } from '../../shared/validate/validate.ts';
import { OutcomeGlyph } from '../shell/OutcomeGlyph.tsx';
import { catalog } from '../state/catalog.ts';
import { useStore } from '../state/store.ts';
import classes from './StartPage.module.css';
import { type Sample, sizeOf } from './samples.ts';
import { Thumbnail } from './Thumbnail.tsx';

/** "5 critical and 3 high gaps": the two worst severities that there are. */
function gapsText({ bySeverity }: Tally): string {
  const worst = SEVERITIES.filter((severity) => bySeverity[severity] > 0).slice(0, 2);
  if (worst.length === 0) return 'No gaps';
  return `${worst.map((severity) => `${bySeverity[severity]} ${severity}`).join(' and ')} gaps`;
}

function Gaps({ tally }: { readonly tally: Tally }) {
  const worst = worstGap(tally);
  return (
    <span className={classes.gaps}>
      {worst === null ? <OutcomeGlyph outcome="satisfied" /> : <OutcomeGlyph outcome="gap" severity={worst} />}
      {gapsText(tally)}
    </span>
  );
}

interface Props {
  readonly sample: Sample;
  /** Whether its gaps are told: not of what nobody has answered anything on yet. */
  readonly judged: boolean;
  readonly onOpen: () => void;
}

/** A sample or template to open: its picture, what it holds, and its worst gaps. */
export function SampleCard({ sample, judged, onOpen }: Props) {
  const today = useStore((state) => state.today);
  const report = useMemo(() => validate(sample.diagram, catalog, today), [sample, today]);
  return (
    <button type="button" className={classes.card} onClick={onOpen}>
      <Thumbnail diagram={sample.diagram} report={report} judged={judged} />
      <span className={classes.cardName}>{sample.name}</span>
      <span className={classes.more}>{sizeOf(sample.diagram)}</span>
      {judged && <Gaps tally={report.tally} />}
    </button>
  );
}
