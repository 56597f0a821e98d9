import { useId, useState } from 'react';
import { SEVERITIES } from '../../shared/catalog/terms.ts';
import { counted, severitiesText } from '../../shared/export/text.ts';
import type { Tally } from '../../shared/validate/report.ts';
import type { Filter } from '../findings/filter.ts';
import type { Bar, Chart } from './charts.ts';
import classes from './Dashboard.module.css';

/** More bars than this are shown when asked for. */
const MANY = 9;

/** One part for each severity, each with a pattern of its own. */
function Segments({ tally, most }: { readonly tally: Tally; readonly most: number }) {
  return (
    <span className={classes.track} aria-hidden="true">
      {SEVERITIES.filter((severity) => tally.bySeverity[severity] > 0).map((severity) => (
        <span
          key={severity}
          className={classes.segment}
          data-tone={severity}
          style={{ width: `${(tally.bySeverity[severity] / most) * 100}%` }}
        />
      ))}
    </span>
  );
}

interface BarRowProps {
  readonly bar: Bar;
  readonly most: number;
  readonly onShow: (filter: Partial<Filter>) => void;
}

function BarRow({ bar: { label, tally, depth, filter }, most, onShow }: BarRowProps) {
  return (
    <li>
      <button
        type="button"
        className={classes.bar}
        aria-label={`${label}: ${counted(tally.gap, 'gap')}`}
        title={`${label}: ${severitiesText(tally)}`}
        onClick={() => onShow(filter)}
      >
        <span className={classes.label} style={{ paddingInlineStart: Math.min(depth, 5) * 10 }}>
          {label}
        </span>
        <Segments tally={tally} most={most} />
        <span className={classes.count}>{tally.gap}</span>
      </button>
    </li>
  );
}

interface BarChartProps {
  readonly chart: Chart;
  /** Shows the gaps that a bar stands for. */
  readonly onShow: (filter: Partial<Filter>) => void;
}

/** Bars of gaps; each is a button that shows its gaps. */
export function BarChart({ chart: { title, note, bars }, onShow }: BarChartProps) {
  const [all, setAll] = useState(false);
  const id = useId();
  const shown = all ? bars : bars.slice(0, MANY);
  const most = Math.max(...shown.map(({ tally }) => tally.gap));
  return (
    <section className={classes.chart} aria-labelledby={id}>
      <h3 id={id} className={classes.heading}>
        {title}
      </h3>
      {note && <p className={classes.note}>{note}</p>}
      <ul className={classes.bars}>
        {shown.map((bar) => (
          <BarRow key={bar.key} bar={bar} most={most} onShow={onShow} />
        ))}
      </ul>
      {bars.length > MANY && (
        <button type="button" className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show the largest only' : `Show ${bars.length - MANY} more`}
          <span className="visually-hidden"> {title.toLowerCase()}</span>
        </button>
      )}
    </section>
  );
}
