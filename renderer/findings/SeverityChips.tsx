import { SEVERITIES, type Severity } from '../../shared/catalog/terms.ts';
import { SEVERITY_STYLES } from '../../shared/export/svg/style.ts';
import classes from './FilterBar.module.css';
import { toggleSeverity, useFilter } from './filter.ts';

/** How many there are of each severity; a press shows only those. */
export function SeverityChips({ counts }: { readonly counts: Readonly<Record<Severity, number>> }) {
  const chosen = useFilter(({ severities }) => severities);
  const shown = SEVERITIES.filter((severity) => counts[severity] > 0 || chosen.includes(severity));
  if (shown.length === 0) return null;
  return (
    <fieldset className={classes.chips} data-chosen={chosen.length > 0}>
      <legend className="visually-hidden">Severity</legend>
      {shown.map((severity) => (
        <button
          key={severity}
          type="button"
          className={classes.chip}
          aria-pressed={chosen.includes(severity)}
          onClick={() => toggleSeverity(severity)}
        >
          <span className={classes.dot} data-tone={severity} aria-hidden="true" />
          {SEVERITY_STYLES[severity].label} {counts[severity]}
        </button>
      ))}
    </fieldset>
  );
}
