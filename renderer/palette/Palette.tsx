import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { remembered } from '../state/remembered.ts';
import { useCatalog } from '../state/useCatalog.ts';
import { addItem } from './add.ts';
import { DragPreview } from './DragPreview.tsx';
import { FoundItems } from './FoundItems.tsx';
import { Groups } from './Groups.tsx';
import classes from './Palette.module.css';
import { searchPalette } from './search.ts';

/** The left panel: all that can be put on the canvas, and a search over today's and old names. */
export function Palette() {
  const catalog = useCatalog();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const found = useMemo(() => searchPalette(catalog, asked), [catalog, asked]);
  const list = useRef<HTMLDivElement>(null);
  // As it was when one came here: tiles that move away under the pointer are hit in vain.
  const [recent, setRecent] = useState(() => remembered().recentItems);
  const refresh = () => setRecent(remembered().recentItems);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget) && !currentTarget.matches(':hover')) refresh();
  };

  const onSearchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      const first = searchPalette(catalog, query).hits[0];
      if (first) addItem(first.item);
      event.currentTarget.select(); // what is typed next takes the place of what was found
    } else if (event.key === 'Escape') setQuery('');
    else if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[data-tile=item]')?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <nav
      className={classes.palette}
      aria-label="Services and boundaries"
      onPointerLeave={({ currentTarget }) => {
        if (!currentTarget.contains(document.activeElement)) refresh();
      }}
      onBlur={onBlur}
    >
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
        {asked.trim() === '' ? <Groups recent={recent} /> : <FoundItems query={asked} found={found} />}
      </div>
      <DragPreview />
    </nav>
  );
}
