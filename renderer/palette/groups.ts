import type { Catalog } from '../../shared/catalog/catalog.ts';
import { SERVICE_GROUP_IDS, SERVICE_GROUPS } from '../../shared/catalog/terms.ts';
import { keyOfItem } from './liked.ts';
import type { PaletteItem } from './search.ts';
import type { TileLook } from './Tile.tsx';

export interface PaletteGroup {
  /** `favourites` and `recent` hold items that stand in another group, too. */
  readonly id: string;
  readonly title: string;
  readonly look: TileLook;
  readonly items: readonly PaletteItem[];
}

/** Outermost first, as one draws them. */
const ORDER = ['account', 'region', 'vpc', 'private-subnet', 'public-subnet', 'security-group', 'on-premises'];

const place = (id: string): number => (ORDER.indexOf(id) + ORDER.length + 1) % (ORDER.length + 1);

const SHOWN_RECENT = 6;

/** The groups above all others, of what somebody has starred and used; items that the catalog no longer has are left out. */
export function likedGroups(
  groups: readonly PaletteGroup[],
  favourites: readonly string[],
  recent: readonly string[],
): readonly PaletteGroup[] {
  const items = new Map(groups.flatMap((group) => group.items.map((item) => [keyOfItem(item), item] as const)));
  const group = (id: string, title: string, keys: readonly string[]): PaletteGroup => ({
    id,
    title,
    look: 'grid',
    items: keys.flatMap((key) => items.get(key) ?? []),
  });
  const others = recent.filter((key) => items.has(key) && !favourites.includes(key)).slice(0, SHOWN_RECENT);
  return [group('favourites', 'Favourites', favourites), group('recent', 'Used last', others)].filter(
    (each) => each.items.length > 0,
  );
}

/** What the palette offers: services by group, boundaries last. Retired services are left out. */
export function paletteGroups(catalog: Catalog): readonly PaletteGroup[] {
  const services = [...catalog.services.values()].filter(({ service }) => service.retired === undefined);
  const groups = SERVICE_GROUP_IDS.map((id) => ({
    id,
    title: SERVICE_GROUPS[id],
    look: 'grid' as const,
    items: services
      .filter(({ service }) => service.group === id)
      .map(({ service }) => ({ kind: 'service' as const, id: service.id, service }))
      .sort((a, b) => a.service.shortName.localeCompare(b.service.shortName, 'en')),
  }));
  const boundaries = [...catalog.boundaries.values()]
    .map(({ kind }) => ({ kind: 'boundary' as const, id: kind.id, boundary: kind }))
    .sort((a, b) => place(a.id) - place(b.id) || a.id.localeCompare(b.id, 'en'));
  const all = [...groups, { id: 'boundaries', title: 'Boundaries', look: 'pill' as const, items: boundaries }];
  return all.filter((group) => group.items.length > 0);
}
