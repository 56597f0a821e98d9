import { remember, remembered } from '../state/remembered.ts';
import { announce } from '../state/store.ts';
import type { PaletteItem } from './search.ts';

/** How an item is remembered. */
export const keyOfItem = ({ kind, id }: Pick<PaletteItem, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Puts a star on an item, or takes it off. */
export function toggleFavourite(item: PaletteItem): void {
  const key = keyOfItem(item);
  const { favourites } = remembered();
  const had = favourites.includes(key);
  remember('favourites', had ? favourites.filter((each) => each !== key) : [...favourites, key]);
  const name = item.kind === 'service' ? item.service.shortName : item.boundary.name;
  announce(had ? `${name} is no favourite any more` : `${name} is a favourite`);
}

const KEPT = 12;

/** Notes that an item was put on the canvas. */
export function noteUse(item: Pick<PaletteItem, 'kind' | 'id'>): void {
  const key = keyOfItem(item);
  const others = remembered().recentItems.filter((each) => each !== key);
  remember('recentItems', [key, ...others].slice(0, KEPT));
}

/** Folds a group of the palette, or unfolds it. */
export function toggleGroup(id: string): void {
  const { closedGroups } = remembered();
  const closed = closedGroups.includes(id);
  remember('closedGroups', closed ? closedGroups.filter((each) => each !== id) : [...closedGroups, id]);
}
