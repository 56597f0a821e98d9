import type { DragEvent } from 'react';
import { iconUri } from '../icons.ts';
import { addItem, DRAG_TYPES } from './add.ts';
import { moveAmongTiles } from './moveFocus.ts';
import type { PaletteItem } from './search.ts';
import classes from './Tile.module.css';

/** `grid`: icon above the name. `pill`: the name in the boundary's colour. `row`: found by a search. */
export type TileLook = 'grid' | 'pill' | 'row';

interface Props {
  readonly item: PaletteItem;
  readonly look: TileLook;
  /** The one tile that Tab reaches; the arrow keys lead from it to the others. */
  readonly reachable: boolean;
  /** Said below the name. */
  readonly because?: string | null;
}

function startDrag(event: DragEvent<HTMLElement>, item: PaletteItem): void {
  event.dataTransfer.setData(DRAG_TYPES[item.kind], item.id);
  event.dataTransfer.effectAllowed = 'copy';
  const icon = event.currentTarget.querySelector('img');
  if (icon) event.dataTransfer.setDragImage(icon, icon.width / 2, icon.height / 2);
}

/** Something that can be put on the canvas: by a click, by Enter, by dragging it there. */
export function Tile({ item, look, reachable, because = null }: Props) {
  const what = item.kind === 'service' ? item.service : item.boundary;
  const short = item.kind === 'service' ? item.service.shortName : item.boundary.name;
  // The visible text is part of the name that one says to a voice control.
  const label = what.name.includes(short) ? what.name : `${short}, ${what.name}`;
  return (
    <button
      type="button"
      className={classes.tile}
      data-tile
      data-look={look}
      data-kind={item.kind === 'boundary' ? item.id : undefined}
      tabIndex={reachable ? 0 : -1}
      aria-label={because === null ? label : `${label}, ${because}`}
      title={what.summary}
      draggable
      onDragStart={(event) => startDrag(event, item)}
      onClick={() => addItem(item)}
      onKeyDown={moveAmongTiles}
    >
      {look !== 'pill' && <img className={classes.icon} src={iconUri(what.icon)} alt="" draggable={false} />}
      <span className={classes.words}>
        <span className={classes.name}>{short}</span>
        {look === 'row' && <span className={classes.more}>{because ?? what.name}</span>}
      </span>
    </button>
  );
}
