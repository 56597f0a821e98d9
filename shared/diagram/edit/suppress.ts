import { fitDecision } from '../fit.ts';
import type { Diagram, Suppression } from '../schema.ts';

/** Records a decision about one control on one element, in place of an earlier one. Without a justification, nothing. */
export function suppress(diagram: Diagram, decision: Suppression): Diagram {
  const fitted = fitDecision(decision);
  if (fitted === null) return diagram;
  const others = unsuppress(diagram, decision.control, decision.element).suppressions;
  return { ...diagram, suppressions: [...others, fitted] };
}

/** Takes a decision back. */
export function unsuppress(diagram: Diagram, control: string, element: string): Diagram {
  const suppressions = diagram.suppressions.filter((each) => each.control !== control || each.element !== element);
  return suppressions.length === diagram.suppressions.length ? diagram : { ...diagram, suppressions };
}
