import { canContain } from '../../../shared/diagram/edit/move.ts';
import type { Diagram } from '../../../shared/diagram/schema.ts';
import { catalog } from '../../state/catalog.ts';
import { isFlow, isResource, itemOf, pathOf } from '../element.ts';

export interface Placement {
  /** A boundary's id; empty for the bare canvas. */
  readonly value: string;
  readonly label: string;
}

/** Where an element may stand, by name; where it stands now is always among them. */
export function placementsOf(diagram: Diagram, id: string): readonly Placement[] {
  const item = itemOf(diagram, id);
  if (!item || isFlow(item)) return [];
  const kinds = isResource(item) ? undefined : catalog.boundaries.get(item.kind)?.kind.inside;
  const allowed = (kind: string | null, container: string | null) =>
    container === item.inside || (canContain(diagram, container, id) && (kinds?.includes(kind) ?? true));
  const boundaries = diagram.boundaries
    .filter((boundary) => allowed(boundary.kind, boundary.id))
    .map((boundary) => ({ value: boundary.id, label: pathOf(diagram, boundary.id) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return [...(allowed(null, null) ? [{ value: '', label: 'No boundary' }] : []), ...boundaries];
}

function placeOf(diagram: Diagram, id: string): string {
  const item = itemOf(diagram, id);
  return !item || isFlow(item) ? '' : (item.inside ?? '');
}

/** Where all of several elements may stand and not all stand already, in the order of the first. */
export function commonPlacements(diagram: Diagram, ids: readonly string[]): readonly Placement[] {
  const [first = [], ...others] = ids.map((id) => placementsOf(diagram, id));
  const now = new Set(ids.map((id) => placeOf(diagram, id)));
  const [only] = now.size === 1 ? now : [];
  return first.filter(
    ({ value }) => value !== only && others.every((each) => each.some((other) => other.value === value)),
  );
}
