import type { Catalog } from '../../shared/catalog/catalog.ts';
import { catalog } from './catalog.ts';
import { useStore } from './store.ts';

/** The catalog in use, for components that show something of it; renders again when another one is used. */
export function useCatalog(): Catalog {
  useStore((state) => state.catalogSerial);
  return catalog;
}
