import type { Diagram } from '../schema.ts';
import { refuseFlow } from './add.ts';
import { replace } from './replace.ts';

/** The end of a flow that data leaves, or the one that it enters. */
export type FlowEnd = 'from' | 'to';

/** Why an end of a flow cannot be put onto something else, in words, or null when it can. */
export function refuseReconnect(diagram: Diagram, id: string, end: FlowEnd, onto: string): string | null {
  const flow = diagram.flows.find((each) => each.id === id);
  if (!flow) return 'The flow is not on the canvas any more.';
  return end === 'from' ? refuseFlow(diagram, onto, flow.to) : refuseFlow(diagram, flow.from, onto);
}

/**
 * Puts one end of a flow onto another resource. The flow keeps its id, label, note and decisions, and the answers that
 * `keeps` says yes to; where somebody led it was meant for the old place, so from there on it finds its way by itself.
 * What `refuseReconnect` has a word against changes nothing.
 */
export function reconnect(
  diagram: Diagram,
  id: string,
  end: FlowEnd,
  onto: string,
  keeps: (property: string) => boolean = () => true,
): Diagram {
  if (refuseReconnect(diagram, id, end, onto) !== null) return diagram;
  const flows = replace(diagram.flows, id, (flow) => {
    if (flow[end] === onto) return flow;
    const { bend: _bend, ...unbent } = flow;
    const answers = Object.entries(flow.answers);
    const kept = answers.filter(([property]) => keeps(property));
    return {
      ...unbent,
      [end]: onto,
      answers: kept.length === answers.length ? flow.answers : Object.fromEntries(kept),
    };
  });
  return flows === diagram.flows ? diagram : { ...diagram, flows };
}
