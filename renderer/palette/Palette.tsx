import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useCatalog } from '../state/useCatalog.ts';
import { addItem } from './add.ts';
import { FoundItems } from './FoundItems.tsx';
import { paletteGroups } from './groups.ts';
import classes from './Palette.module.css';
import { searchPalette } from './search.ts';
import { Tile } from './Tile.tsx';

function Groups() {
  const catalog = useCatalog();
  const groups = useMemo(() => paletteGroups(catalog), [catalog]);
  return groups.map((group, at) => (
    <section key={group.id} aria-labelledby={`palette-${group.id}`}>
      <h2 id={`palette-${group.id}`} className={classes.heading}>
        {group.title}
      </h2>
      <div className={classes.tiles} data-look={group.look}>
        {group.items.map((item, index) => (
          <Tile key={item.id} item={item} look={group.look} reachable={at === 0 && index === 0} />
        ))}
      </div>
    </section>
  ));
}

/** The left panel: all that can be put on the canvas, and a search over today's and old names. */
export function Palette() {
  const catalog = useCatalog();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const found = useMemo(() => searchPalette(catalog, asked), [catalog, asked]);
  const list = useRef<HTMLDivElement>(null);

  const onSearchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      const first = searchPalette(catalog, query).hits[0];
      if (first) addItem(first.item);
      event.currentTarget.select(); // what is typed next takes the place of what was found
    } else if (event.key === 'Escape') setQuery('');
    else if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[data-tile]')?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <nav className={classes.palette} aria-label="Services and boundaries">
      <div className={classes.search}>
        <TextInput
          id="palette-search"
          type="search"
          size="sm"
          aria-label="Search services"
          placeholder="Search…"
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onSearchKey}
        />
      </div>
      <div ref={list} className={classes.list} data-tiles>
        {asked.trim() === '' ? <Groups /> : <FoundItems query={asked} found={found} />}
      </div>
    </nav>
  );
}
