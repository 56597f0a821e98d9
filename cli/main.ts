import { isMainThread } from 'node:worker_threads';
import { createHost } from './host/host.ts';
import { serveReviews } from './host/serveReviews.ts';
import { cleanUpWhenStopped } from './host/unfinished.ts';
import { run } from './run.ts';

const io = createHost(new URL(import.meta.url));
if (isMainThread) {
  cleanUpWhenStopped(() => io.progress?.(''));
  // Not process.exit: what was written to a pipe must get out first.
  const code = await run(process.argv.slice(2), io);
  process.exitCode ??= code;
} else {
  await serveReviews(io);
}
