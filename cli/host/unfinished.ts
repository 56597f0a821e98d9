import { rmSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Files and folders that nobody has any use for when the program is stopped now. */
const unfinished = new Set<string>();

/** Has a file or folder removed when the program is stopped; gives back what takes that back. */
export function removeIfStopped(path: string): () => void {
  unfinished.add(path);
  return () => void unfinished.delete(path);
}

function removeAll(): void {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
}

/** Ends as a stopped program does (Ctrl-C), but leaves nothing half-written behind. `first` is called before. */
export function cleanUpWhenStopped(first: () => void): void {
  for (const signal of SIGNALS) {
    // Once: raised again, the signal ends the program, and the shell sees why.
    process.once(signal, () => {
      first();
      removeAll();
      process.kill(process.pid, signal);
    });
  }
  process.once('exit', removeAll);
}
