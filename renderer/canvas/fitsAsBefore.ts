import type { Diagram, Flow } from '../../shared/diagram/schema.ts';
import type { Report } from '../../shared/validate/report.ts';
import { flowPill } from './flowPill.ts';

/** A document at rest, as far as the places of pills follow from it. */
export interface Ground {
  readonly diagram: Diagram;
  readonly report: Pick<Report, 'elements'>;
}

/** Widths of what the pill of a flow may say. */
export const widthsOf = ({ report }: Pick<Ground, 'report'>, { id, label }: Flow): readonly number[] =>
  flowPill(report.elements.get(id), label).wordings.map(({ width }) => width);

/** True when nothing went elsewhere, came or left; then flows run as they did. */
function standsAsBefore(before: Diagram, now: Diagram): boolean {
  if (before.boundaries !== now.boundaries || before.texts !== now.texts || before.flows !== now.flows) return false;
  if (before.resources.length !== now.resources.length) return false;
  return now.resources.every((resource, i) => {
    const old = before.resources[i];
    if (old === resource) return true;
    return old?.id === resource.id && old.inside === resource.inside && old.position === resource.position;
  });
}

/** True when every pill has its place as before: after most answers, since few change what the pill of a flow says. */
export function fitsAsBefore(before: Ground, now: Ground): boolean {
  if (!standsAsBefore(before.diagram, now.diagram)) return false;
  return now.diagram.flows.every((flow) => {
    if (before.report.elements.get(flow.id) === now.report.elements.get(flow.id)) return true;
    const [old, widths] = [widthsOf(before, flow), widthsOf(now, flow)];
    return old.length === widths.length && old.every((width, i) => width === widths[i]);
  });
}
