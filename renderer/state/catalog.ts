import shippedParts from 'virtual:parapet-catalog';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import { link } from '../../shared/catalog/link.ts';
import { type CatalogFile, parseCatalog } from '../../shared/catalog/parse.ts';
import type { Problem } from '../../shared/catalog/parts.ts';

const shipped = link(shippedParts);

/** The catalog that ships with this build, with somebody's own on it. What was made from it has to be made again when `useOwnCatalog` changes. */
export let catalog: Catalog = shipped;

/** Puts an own catalog on the one that ships, or takes it off (null). One with problems is not used; they come back. */
export function replaceOwn(own: readonly CatalogFile[] | null): readonly Problem[] {
  const parsed = own === null ? null : parseCatalog(own, shippedParts);
  catalog = parsed?.ok ? parsed.catalog : shipped;
  return parsed === null || parsed.ok ? [] : parsed.problems;
}
