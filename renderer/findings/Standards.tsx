import { useMemo } from 'react';
import { type Standard as Chosen, placesIn } from '../../shared/validate/standards.ts';
import { useCatalog } from '../state/useCatalog.ts';
import classes from './FindingsTable.module.css';
import { chosenStandards, useFilter } from './filter.ts';
import type { Standard } from './rows.ts';

const SHOWN = 2;

const fullText = (standards: readonly Standard[]) => standards.map(({ full }) => full).join(', ');

/** The requirements of the standards that the panel shows come before those of others, in their order. */
function chosenFirst(all: readonly Standard[], chosen: readonly Chosen[]): readonly Standard[] {
  if (chosen.length === 0) return all;
  const placeOf = placesIn(chosen);
  return [...all].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The first requirements that a control serves; the rest as a number. */
export function Standards({ standards: all }: { readonly standards: readonly Standard[] }) {
  const catalog = useCatalog();
  const chosen = useFilter((filter) => filter.standards);
  const standards = useMemo(() => chosenFirst(all, chosenStandards(catalog, chosen)), [all, catalog, chosen]);
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
