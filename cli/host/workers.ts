import { Worker } from 'node:worker_threads';
import type { FileReview, ReviewSetup, ReviewTask } from '../check/fileReview.ts';
import { faultyReview } from '../check/review.ts';
import type { Reviewer } from '../io.ts';

/** Most of what a review makes is garbage soon after: with room for it, less is moved to where it stays. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** One worker thread with the program's own file, started anew when a file was too much for it. */
function startReviewer(program: URL, setup: ReviewSetup): Reviewer {
  let answer = (_review: FileReview): void => {};
  let fail = (_why: string): void => {};
  const start = (): Worker => {
    const started = new Worker(program, { workerData: setup, resourceLimits });
    started.on('message', (review: FileReview) => answer(review));
    started.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
    return started;
  };
  let worker = start();
  return {
    review: (task: ReviewTask) =>
      new Promise((resolve) => {
        answer = resolve;
        fail = (why) => {
          worker = start();
          resolve(faultyReview(task.file, why));
        };
        worker.postMessage(task);
      }),
    close: async () => void (await worker.terminate()),
  };
}

/** Reviewers in worker threads of their own. */
export const startReviewers = (program: URL, count: number, setup: ReviewSetup): readonly Reviewer[] =>
  Array.from({ length: count }, () => startReviewer(program, setup));
