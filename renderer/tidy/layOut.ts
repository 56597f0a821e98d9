import ELK from 'elkjs/lib/elk-api.js';
import programUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { ElkGraph } from '../../shared/diagram/tidy/toElk.ts';

const NOT_STARTED = 'The program that computes layouts could not be started.';

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

/** Has elk lay graphs out in a worker, one after the other; ends the worker afterwards, or at once when told to. */
export async function layOut(graphs: readonly ElkGraph[], signal: AbortSignal): Promise<readonly ElkGraph[]> {
  signal.throwIfAborted();
  const worker = new Worker(programUrl);
  const elk = new ELK({ workerFactory: () => worker, algorithms: ['layered', 'rectpacking'] });
  // Elk itself never answers when its worker fails or is ended.
  const ended = new Promise<never>((_resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message || NOT_STARTED));
    signal.addEventListener('abort', () => reject(new Error('Cancelled')));
  });
  try {
    const answers: ElkGraph[] = [];
    for (const graph of graphs) answers.push(await Promise.race([elk.layout(graph), ended]));
    return answers;
  } catch (error) {
    throw new Error(messageOf(error));
  } finally {
    worker.terminate();
  }
}
