import { IconStar, IconStarFilled } from '@tabler/icons-react';
import type { DragEvent, KeyboardEvent } from 'react';
import { iconUri } from '../icons.ts';
import { useRemembered } from '../state/remembered.ts';
import { addItem, DRAG_TYPES } from './add.ts';
import { showDragPreview } from './DragPreview.tsx';
import { keyOfItem, toggleFavourite } from './liked.ts';
import { moveAmongTiles } from './moveFocus.ts';
import type { PaletteItem } from './search.ts';
import classes from './Tile.module.css';

/** `grid`: icon above the name. `pill`: the name in the boundary's colour. `row`: found by a search. */
export type TileLook = 'grid' | 'pill' | 'row';

/** The key that puts a star on the tile that has the focus. */
const STAR_KEY = '*';

/** Characters of a name that fit on three lines of a tile in any case. */
const LONG = 24;

interface Props {
  readonly item: PaletteItem;
  readonly look: TileLook;
  /** The one tile that Tab reaches; the arrow keys lead from it to the others. */
  readonly reachable: boolean;
  /** Said after the name, and below it in a row. */
  readonly because?: string | null;
}

function startDrag(event: DragEvent<HTMLElement>, item: PaletteItem): void {
  event.dataTransfer.setData(DRAG_TYPES[item.kind], item.id);
  event.dataTransfer.effectAllowed = 'copy';
  showDragPreview(event, item);
}

interface StarProps {
  readonly item: PaletteItem;
  readonly short: string;
  readonly starred: boolean;
}

/** For the mouse; the key does the same on the tile. */
function Star({ item, short, starred }: StarProps) {
  const Icon = starred ? IconStarFilled : IconStar;
  const label = starred ? `Take the star off ${short}` : `Put a star on ${short}`;
  return (
    <button
      type="button"
      className={classes.star}
      data-starred={starred}
      tabIndex={-1}
      aria-label={label}
      title={`${label} (${STAR_KEY})`}
      onClick={() => toggleFavourite(item)}
    >
      <Icon size={12} aria-hidden="true" />
    </button>
  );
}

/** Something that can be put on the canvas: by a click, by Enter, by dragging it there. */
export function Tile({ item, look, reachable, because = null }: Props) {
  const starred = useRemembered(({ favourites }) => favourites.includes(keyOfItem(item)));
  const what = item.kind === 'service' ? item.service : item.boundary;
  const short = item.kind === 'service' ? item.service.shortName : item.boundary.name;
  // The visible text is part of the name that one says to a voice control.
  const name = what.name.includes(short) ? what.name : `${short}, ${what.name}`;
  const label = [name, because, starred ? 'favourite' : null].filter((part) => part !== null).join(', ');
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === STAR_KEY) toggleFavourite(item);
    else moveAmongTiles(event);
  };
  return (
    <div className={classes.cell}>
      <button
        type="button"
        className={classes.tile}
        data-tile="item"
        data-look={look}
        data-kind={item.kind === 'boundary' ? item.id : undefined}
        tabIndex={reachable ? 0 : -1}
        aria-label={label}
        aria-keyshortcuts={STAR_KEY}
        title={what.summary}
        draggable
        onDragStart={(event) => startDrag(event, item)}
        onClick={() => addItem(item)}
        onKeyDown={onKeyDown}
      >
        {look !== 'pill' && (
          <span className={classes.icon} style={{ backgroundImage: `url("${iconUri(what.icon)}")` }} />
        )}
        <span className={classes.words}>
          <span className={classes.name} data-long={short.length > LONG}>
            {short}
          </span>
          {look === 'row' && <span className={classes.more}>{because ?? what.name}</span>}
        </span>
      </button>
      <Star item={item} short={short} starred={starred} />
    </div>
  );
}
