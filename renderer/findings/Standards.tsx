import classes from './Findings.module.css';
import type { Standard } from './rows.ts';

const SHOWN = 2;

const fullText = (standards: readonly Standard[]) => standards.map(({ full }) => full).join(', ');

/** The first requirements that a control serves; the rest as a number. */
export function Standards({ standards }: { readonly standards: readonly Standard[] }) {
  const more = standards.slice(SHOWN);
  return (
    <span className={classes.standards} title={fullText(standards)}>
      {standards.slice(0, SHOWN).map((standard) => (
        <span key={standard.full} className={classes.standard}>
          {standard.requirement}
        </span>
      ))}
      {more.length > 0 && (
        <span className={classes.more}>
          +{more.length}
          <span className="visually-hidden"> more: {fullText(more)}</span>
        </span>
      )}
    </span>
  );
}
