import classes from './Findings.module.css';

const SHOWN = 2;

/** The first requirements that a control serves; the rest as a number. */
export function Standards({ standards }: { readonly standards: readonly string[] }) {
  const more = standards.slice(SHOWN);
  return (
    <span className={classes.standards} title={standards.join(', ')}>
      {standards.slice(0, SHOWN).map((standard) => (
        <span key={standard} className={classes.standard}>
          {standard}
        </span>
      ))}
      {more.length > 0 && (
        <span className={classes.more}>
          +{more.length}
          <span className="visually-hidden"> more: {more.join(', ')}</span>
        </span>
      )}
    </span>
  );
}
