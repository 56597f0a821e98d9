import shippedParts from 'virtual:parapet-catalog';
import type { Catalog } from '../../shared/catalog/catalog.ts';
import { link } from '../../shared/catalog/link.ts';
import { type CatalogFile, type ParsedCatalog, parseCatalog } from '../../shared/catalog/parse.ts';
import type { Problem } from '../../shared/catalog/parts.ts';

const shipped = link(shippedParts);

/** The catalog that ships with this build, with somebody's own on it. Components read it with `useCatalog`. */
export let catalog: Catalog = shipped;

const parsedOf = new WeakMap<readonly CatalogFile[], ParsedCatalog>();

function parse(own: readonly CatalogFile[]): ParsedCatalog {
  const parsed = parsedOf.get(own) ?? parseCatalog(own, shippedParts);
  parsedOf.set(own, parsed);
  return parsed;
}

/** What is wrong with an own catalog, which is not put to use. */
export function problemsOf(own: readonly CatalogFile[]): readonly Problem[] {
  const parsed = parse(own);
  return parsed.ok ? [] : parsed.problems;
}

/** Puts an own catalog on the one that ships, or takes it off (null). One with problems is not used; they come back. */
export function replaceOwn(own: readonly CatalogFile[] | null): readonly Problem[] {
  const parsed = own === null ? null : parse(own);
  catalog = parsed?.ok ? parsed.catalog : shipped;
  return parsed === null || parsed.ok ? [] : parsed.problems;
}
