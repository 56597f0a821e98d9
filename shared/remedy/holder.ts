import type { Catalog } from '../catalog/catalog.ts';
import { boundariesAround } from '../diagram/graph.ts';
import type { Diagram } from '../diagram/schema.ts';

/**
 * The nearest place from `inside` outwards that may hold a boundary of this kind: the id of a boundary, null for the
 * bare canvas; undefined where there is none.
 */
export function holderOf(diagram: Diagram, catalog: Catalog, inside: string | null, kind: string) {
  const allowed = catalog.boundaries.get(kind)?.kind.inside ?? [];
  const holder = boundariesAround(diagram, inside).find((each) => allowed.includes(each.kind));
  return holder ? holder.id : allowed.includes(null) ? null : undefined;
}
