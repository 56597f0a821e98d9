import type { Catalog } from '../../shared/catalog/catalog.ts';
import { type CatalogFile, parseCatalog } from '../../shared/catalog/parse.ts';
import type { Problem } from '../../shared/catalog/parts.ts';

const FILES = import.meta.glob<unknown>(
  [
    '../../data/services/*.json',
    '../../data/boundaries/*.json',
    '../../data/flow-controls/*.json',
    '../../data/flows/*.json',
    '../../data/frameworks/*.json',
    '../../data/names/*.json',
  ],
  { eager: true, import: 'default' },
);

const SHIPPED: readonly CatalogFile[] = Object.entries(FILES).map(([path, content]) => {
  return { path: path.replace('../../data/', ''), content };
});

function parseShipped(): Catalog {
  const parsed = parseCatalog(SHIPPED);
  if (parsed.ok) return parsed.catalog;
  throw new Error(parsed.problems.map(({ file, path, message }) => `${file} ${path}: ${message}`).join('\n'));
}

const shipped = parseShipped();

/** The catalog that ships with this build, with somebody's own on it. What was made from it has to be made again when `useOwnCatalog` changes. */
export let catalog: Catalog = shipped;

/** Puts an own catalog on the one that ships, or takes it off (null). One with problems is not used; they come back. */
export function replaceOwn(own: readonly CatalogFile[] | null): readonly Problem[] {
  const parsed = own === null ? null : parseCatalog(SHIPPED, own);
  catalog = parsed?.ok ? parsed.catalog : shipped;
  return parsed === null || parsed.ok ? [] : parsed.problems;
}
