import { parentPort, workerData } from 'node:worker_threads';
import type { ReviewSetup, ReviewTask } from '../check/fileReview.ts';
import { buffersOf } from '../check/parts.ts';
import { createReviewer } from '../check/review.ts';
import type { Io } from '../io.ts';

/** The work of a worker thread: answers each task with its review. */
export async function serveReviews(io: Io): Promise<void> {
  const setup: ReviewSetup = workerData;
  const review = await createReviewer(io, setup);
  if (!review) throw new Error('the catalog could not be read');
  parentPort?.on('message', async (task: ReviewTask) => {
    const done = await review(task);
    parentPort?.postMessage(done, buffersOf(done.parts));
  });
}
