import { useMemo } from 'react';
import { SEVERITIES } from '../../shared/catalog/terms.ts';
import { SEVERITY_STYLES } from '../../shared/export/svg/style.ts';
import type { Assessment } from '../../shared/validate/report.ts';
import classes from './FilterBar.module.css';
import { countBySeverity, toggleSeverity, useFilter } from './filter.ts';

/** How many there are of each severity; a press shows only those. */
export function SeverityChips({ candidates }: { readonly candidates: readonly Assessment[] }) {
  const chosen = useFilter(({ severities }) => severities);
  const counts = useMemo(() => countBySeverity(candidates), [candidates]);
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
