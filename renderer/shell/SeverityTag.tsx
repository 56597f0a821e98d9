import type { Severity } from '../../shared/catalog/terms.ts';
import classes from './SeverityTag.module.css';

/** A severity in words, tinted. */
export function SeverityTag({ severity }: { readonly severity: Severity }) {
  return (
    <span className={classes.tag} data-tone={severity}>
      {severity}
    </span>
  );
}
