import { canContain } from '../../../shared/diagram/edit/move.ts';
import { boundariesById } from '../../../shared/diagram/graph.ts';
import { placedOf } from '../../../shared/diagram/placed.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { catalog } from '../../state/catalog.ts';
import { pathOf } from '../element.ts';

export interface Placement {
  /** A boundary's id; empty for the bare canvas. */
  readonly value: string;
  readonly label: string;
}

/** Where a resource, boundary or text may stand, by name; where it stands now is always among them. */
export function placementsOf(diagram: Diagram, id: string): readonly Placement[] {
  const placed = placedOf(diagram, id);
  if (!placed) return [];
  const kinds = catalog.boundaries.get(boundariesById(diagram.boundaries).get(id)?.kind ?? '')?.kind.inside;
  const allowed = (kind: string | null, container: string | null) =>
    container === placed.inside || (canContain(diagram, container, id) && (kinds?.includes(kind) ?? true));
  const boundaries = diagram.boundaries
    .filter((boundary) => allowed(boundary.kind, boundary.id))
    .map((boundary) => ({ value: boundary.id, label: pathOf(diagram, boundary.id) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return [...(allowed(null, null) ? [{ value: '', label: 'No boundary' }] : []), ...boundaries];
}

/** Where all of several elements may stand and not all stand already, in the order of the first. */
export function commonPlacements(diagram: Diagram, ids: readonly string[]): readonly Placement[] {
  const [first = [], ...others] = ids.map((id) => placementsOf(diagram, id));
  const now = new Set(ids.map((id) => placedOf(diagram, id)?.inside ?? ''));
  const [only] = now.size === 1 ? now : [];
  return first.filter(
    ({ value }) => value !== only && others.every((each) => each.some((other) => other.value === value)),
  );
}
