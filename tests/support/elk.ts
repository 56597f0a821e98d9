import ELK from 'elkjs/lib/elk.bundled.js';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { applyTidied, tidyTasks } from '../../shared/diagram/tidy/tidy.ts';
import type { ElkGraph } from '../../shared/diagram/tidy/toElk.ts';

const elk = new ELK();

/** Lays a graph out in this thread. */
export const layOut = async (graph: ElkGraph): Promise<ElkGraph> => elk.layout(structuredClone(graph));

/** Tidies a diagram as the app does, but in this thread. */
export async function tidied(diagram: Diagram, selection: readonly string[] | 'all' = 'all'): Promise<Diagram> {
  const tasks = tidyTasks(diagram, selection);
  const answers: ElkGraph[] = [];
  for (const { graph } of tasks) answers.push(await layOut(graph));
  return applyTidied(diagram, tasks, answers);
}
