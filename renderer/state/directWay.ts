import type { Catalog } from '../../shared/catalog/catalog.ts';
import type { Diagram, Flow, Resource } from '../../shared/diagram/schema.ts';
import { flowFacts, newMemo } from '../../shared/validate/facts.ts';

const CONTROL = 'flow.direct-connection';

/** Said where the catalog has no better idea than the control's own. */
const DRAW_CARRIER = 'Draw what carries the data between the two.';

/** What to do instead of connecting two resources that AWS has no integration of; null when there is a way. */
export function noDirectWay(catalog: Catalog, diagram: Diagram, source: Resource, target: Resource): string | null {
  const found = catalog.flow(source.service, target.service).controls.find(({ control }) => control.id === CONTROL);
  if (!found) return null;
  const flow: Flow = { id: '', from: source.id, to: target.id, label: '', answers: {}, note: '' };
  const read = flowFacts({ catalog, diagram, memo: newMemo() }, flow, source, target);
  return found.applies?.(read).truth === 'false' ? null : (found.detail ?? DRAW_CARRIER);
}
