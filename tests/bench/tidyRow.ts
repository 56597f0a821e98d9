import path from 'node:path';
import { Worker } from 'node:worker_threads';
import ELK from 'elkjs/lib/elk.bundled.js';
import type { Diagram } from '../../shared/diagram/schema.ts';
import { applyTidied, tidyTasks } from '../../shared/diagram/tidy/tidy.ts';
import type { ElkGraph } from '../../shared/diagram/tidy/toElk.ts';
import { medianMsOf, type Row } from './measure.ts';

const RUNS = 3;

// The bundle runs from out/bench.
const PROGRAM = path.resolve(import.meta.dirname, '../../node_modules/elkjs/lib/elk.bundled.js');

const LAYS_OUT = `
  const { parentPort, workerData } = require('node:worker_threads');
  const ELK = require(workerData.program);
  new ELK().layout(workerData.graph).then((answer) => parentPort.postMessage(answer));
`;

/** Lays a graph out in a thread that is started for it and ended afterwards, as the window does. */
async function inNewThread(graph: ElkGraph): Promise<ElkGraph> {
  const worker = new Worker(LAYS_OUT, { eval: true, workerData: { program: PROGRAM, graph } });
  try {
    return await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  } finally {
    await worker.terminate();
  }
}

/** Tidy layout from the command to the new diagram; the floor is elk alone on the same graph, warm. */
export async function tidyRow(diagram: Diagram): Promise<Row> {
  const ms = await medianMsOf(RUNS, async () => {
    const tasks = tidyTasks(diagram, 'all');
    applyTidied(diagram, tasks, await Promise.all(tasks.map(({ graph }) => inNewThread(graph))));
  });
  const elk = new ELK();
  const [task] = tidyTasks(diagram, 'all');
  if (!task) throw new Error('nothing to lay out');
  const layOut = () => elk.layout(structuredClone(task.graph));
  await layOut();
  return {
    what: 'tidy layout, worker included',
    ms,
    floor: 'elk alone, warm',
    floorMs: await medianMsOf(RUNS, layOut),
  };
}
