import type { Catalog, Subject } from './catalog.ts';
import { contentHash } from './contentHash.ts';
import { controlsOf } from './quality.ts';

/** Which catalog a report was made with: a short hash of all that it says, and how much that is. */
export interface CatalogVersion {
  readonly hash: string;
  readonly services: number;
  readonly boundaries: number;
  readonly pairs: number;
  readonly controls: number;
}

const DIGITS = 8;

const judgedBy = ({ properties, controls, help }: Subject) => ({
  properties,
  help,
  controls: controls.map(({ control }) => control),
});

function contentOf(catalog: Catalog): string {
  const { services, boundaries, topics, frameworks, pairs, names, overrides } = catalog;
  const byKey = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [
    ...byKey(services).map(([, entry]) => ({ ...entry.service, ...judgedBy(entry) })),
    ...byKey(boundaries).map(([, entry]) => ({ ...entry.kind, ...judgedBy(entry) })),
    ...byKey(topics).map(([id, topic]) => ({ id, ...judgedBy(topic) })),
    ...byKey(frameworks).map(([, framework]) => framework),
    ...pairs
      .map(({ from, to, entry }) => ({ key: `${from} ${to}`, rule: entry.rule }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    ...byKey(services).flatMap(([id]) => [catalog.flow(id, '*').rule, catalog.flow('*', id).rule]),
    catalog.flow('*', '*').rule,
    names,
    overrides,
  ];
  return JSON.stringify(parts);
}

const versions = new WeakMap<Catalog, CatalogVersion>();

/** The version of a catalog; the same content gives the same one, wherever it was read from. */
export function catalogVersion(catalog: Catalog): CatalogVersion {
  const known = versions.get(catalog);
  if (known) return known;
  const version = {
    hash: contentHash(contentOf(catalog)).slice(0, DIGITS),
    services: catalog.services.size,
    boundaries: catalog.boundaries.size,
    pairs: catalog.pairs.length,
    controls: controlsOf(catalog).length,
  };
  versions.set(catalog, version);
  return version;
}
