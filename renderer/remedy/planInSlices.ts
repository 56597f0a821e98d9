import type { Situation } from '../../shared/remedy/effect.ts';
import { type Plan, planning } from '../../shared/remedy/plan.ts';

/** Milliseconds of work after which the window gets its turn. */
const SLICE = 8;

const rest = () => new Promise<void>((done) => setTimeout(done));

/** The changes that close most gaps, found while the window stays alive; null when `signal` ends the search. */
export async function planInSlices(situation: Situation, signal?: AbortSignal): Promise<Plan | null> {
  const work = planning(situation);
  while (!signal?.aborted) {
    const end = performance.now() + SLICE;
    while (performance.now() < end) {
      const { done, value } = work.next();
      if (done) return value;
    }
    await rest();
  }
  return null;
}
