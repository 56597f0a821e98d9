import { Button } from '@mantine/core';
import { isChange, type Stop, wayOf } from '../../../shared/classify/wayOf.ts';
import { classesOf, DATA_CLASSES, type DataClass } from '../../../shared/dataClasses.ts';
import { leadToGaps } from '../../findings/leadToGaps.ts';
import { nameOfData } from '../../findings/scope.ts';
import { catalog } from '../../state/catalog.ts';
import { useDataAt } from '../../state/derived.ts';
import { goTo } from '../../state/goTo.ts';
import { nameOf } from '../../state/names.ts';
import { flyTo, present, select, useStore } from '../../state/store.ts';
import classes from './Data.module.css';

/** Selects all that data came through, so that it stands out on the canvas. */
function showWay(way: readonly Stop[]): void {
  const ids = way.flatMap(({ by, resource }) => (by === null ? [resource] : [by, resource]));
  select(ids);
  flyTo(ids);
}

function Way({ id, each }: { readonly id: string; readonly each: DataClass }) {
  const diagram = useStore((state) => state.history.present);
  const way = wayOf({ diagram, catalog }, id, each);
  const name = DATA_CLASSES[each];
  return (
    <li className={classes.way}>
      <div className={classes.wayHead}>
        <button
          type="button"
          className={classes.class}
          aria-label={`${name}: show the gaps that such data reach`}
          title={`Gaps where data reach: ${nameOfData(each)}`}
          onClick={() => leadToGaps({ data: each })}
        >
          {name}
        </button>
        {way.length > 1 && (
          <Button size="compact-xs" variant="default" onClick={() => showWay(way)}>
            Show the way<span className="visually-hidden"> of {name} data</span>
          </Button>
        )}
      </div>
      {way.length === 1 ? (
        <span>Enters here</span>
      ) : (
        <ol className={classes.stops} aria-label={`The way of ${name} data`}>
          {way.map((stop, i) => (
            <li key={stop.resource + stop.as}>
              {i > 0 && <span aria-hidden="true">→ </span>}
              <button type="button" className={classes.stop} onClick={() => goTo(stop.resource)}>
                {nameOf(present(), stop.resource)}
              </button>
              {isChange(way, i) && ` (${DATA_CLASSES[stop.as].toLowerCase()})`}
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

/** The classes of data that reach a resource, each with a shortest way that it came by. */
export function Ways({ id }: { readonly id: string }) {
  const reaching = classesOf(useDataAt(id)).toReversed();
  if (reaching.length === 0) return null;
  return (
    <ul className={classes.ways} aria-label="Data that reach it">
      {reaching.map((each) => (
        <Way key={each} id={id} each={each} />
      ))}
    </ul>
  );
}
