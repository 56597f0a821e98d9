import { fitPosition } from '../fit.ts';
import type { Diagram, Position } from '../schema.ts';
import { replace } from './replace.ts';

/** Leads a flow through a point, given from the middle between its two resources; with null it finds its way by itself. */
export function bendFlow(diagram: Diagram, id: string, bend: Readonly<Position> | null): Diagram {
  const flows = replace(diagram.flows, id, (flow) => {
    const { bend: before, ...straight } = flow;
    if (bend === null) return before === undefined ? flow : straight;
    const to = fitPosition(bend);
    return before?.x === to.x && before.y === to.y ? flow : { ...flow, bend: to };
  });
  return flows === diagram.flows ? diagram : { ...diagram, flows };
}
