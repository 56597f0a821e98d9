import { IconChevronRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useRemembered } from '../state/remembered.ts';
import { useCatalog } from '../state/useCatalog.ts';
import { likedGroups, type PaletteGroup, paletteGroups } from './groups.ts';
import { keyOfItem, toggleGroup } from './liked.ts';
import { moveAmongTiles } from './moveFocus.ts';
import classes from './Palette.module.css';
import { Tile } from './Tile.tsx';

interface GroupProps {
  readonly group: PaletteGroup;
  readonly open: boolean;
  /** True for the group whose first tile Tab reaches. */
  readonly first: boolean;
}

/** What is said after an item's name in the groups where it stands once more. */
const ALSO: Readonly<Record<string, string>> = { recent: 'used last' };

function Group({ group: { id, title, look, items }, open, first }: GroupProps) {
  const tiles = `palette-${id}-tiles`;
  return (
    <section aria-labelledby={`palette-${id}`}>
      <h2 className={classes.heading}>
        <button
          type="button"
          id={`palette-${id}`}
          className={classes.fold}
          data-tile="heading"
          tabIndex={first && !open ? 0 : -1}
          aria-expanded={open}
          aria-controls={tiles}
          onClick={() => toggleGroup(id)}
          onKeyDown={moveAmongTiles}
        >
          {title}
          <IconChevronRight className={classes.chevron} data-open={open} size={12} aria-hidden="true" />
        </button>
      </h2>
      <div id={tiles} className={classes.tiles} data-look={look} hidden={!open}>
        {open &&
          items.map((item, index) => (
            <Tile
              key={keyOfItem(item)}
              item={item}
              look={look}
              because={ALSO[id] ?? null}
              reachable={first && index === 0}
            />
          ))}
      </div>
    </section>
  );
}

/** All that can be put on the canvas, in groups that fold; what somebody has starred and used stands above. */
export function Groups({ recent }: { readonly recent: readonly string[] }) {
  const catalog = useCatalog();
  const favourites = useRemembered((each) => each.favourites);
  const closed = useRemembered((each) => each.closedGroups);
  const groups = useMemo(() => {
    const all = paletteGroups(catalog);
    return [...likedGroups(all, favourites, recent), ...all];
  }, [catalog, favourites, recent]);
  const first = groups.find(({ id }) => !closed.includes(id)) ?? groups[0];
  return groups.map((group) => (
    <Group key={group.id} group={group} open={!closed.includes(group.id)} first={group === first} />
  ));
}
