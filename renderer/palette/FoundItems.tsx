import classes from './Palette.module.css';
import type { Found } from './search.ts';
import { Tile } from './Tile.tsx';

const count = ({ hits }: Found): string => (hits.length === 1 ? '1 found' : `${hits.length} found`);

/** What a search found, best first, and what there is to say about names that lead to nothing here. */
export function FoundItems({ query, found }: { readonly query: string; readonly found: Found }) {
  const nothing = found.hits.length === 0 && found.explanations.length === 0;
  return (
    <section aria-label="Found">
      <h2 className={classes.heading}>
        <span role="status">{count(found)}</span>
      </h2>
      <div className={classes.tiles} data-look="row">
        {found.hits.map(({ item, because }, index) => (
          <Tile key={`${item.kind}:${item.id}`} item={item} look="row" because={because} reachable={index === 0} />
        ))}
      </div>
      {found.explanations.map(({ text, note }) => (
        <div key={text} className={classes.explanation}>
          <p>{text}</p>
          {note !== null && <p className={classes.note}>{note}</p>}
        </div>
      ))}
      {nothing && (
        <p className={classes.explanation}>
          Nothing is called “{query.trim()}” here. Try another word, such as “stream”, “bucket” or an old service name.
        </p>
      )}
    </section>
  );
}
