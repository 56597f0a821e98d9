import type { Catalog } from '../../shared/catalog/catalog.ts';
import { SERVICE_GROUP_IDS, SERVICE_GROUPS } from '../../shared/catalog/terms.ts';
import type { PaletteItem } from './search.ts';
import type { TileLook } from './Tile.tsx';

export interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly look: TileLook;
  readonly items: readonly PaletteItem[];
}

/** Outermost first, as one draws them. */
const ORDER = ['account', 'region', 'vpc', 'private-subnet', 'public-subnet', 'security-group', 'on-premises'];

const place = (id: string): number => (ORDER.indexOf(id) + ORDER.length + 1) % (ORDER.length + 1);

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
