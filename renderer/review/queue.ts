import type { Report } from '../../shared/validate/report.ts';

/** Keys of findings in the order in which they are gone through, and where one is. */
export interface Queue {
  readonly keys: readonly string[];
  readonly at: number;
  /** The gaps that there were in the beginning, also those that are not gone through. */
  readonly known: ReadonlySet<string>;
}

/** Keys of all gaps, worst first. */
export const gapKeys = ({ findings }: Report): readonly string[] =>
  findings.filter(({ outcome }) => outcome === 'gap').map(({ key }) => key);

/** The queue with what has opened since at its end. */
export function grown<T extends Queue>(queue: T, gaps: readonly string[]): T {
  const queued = new Set(queue.keys);
  const opened = gaps.filter((key) => !queue.known.has(key) && !queued.has(key));
  return opened.length === 0 ? queue : { ...queue, keys: [...queue.keys, ...opened] };
}

/** The place of the next gap that is still open, or with -1 of the one before, round the end; null when all are decided. */
export function nextOpen({ keys, at }: Queue, open: ReadonlySet<string>, step: 1 | -1): number | null {
  for (let passed = 1; passed <= keys.length; passed++) {
    const place = (at + step * passed + keys.length * passed) % keys.length;
    if (open.has(keys[place] ?? '')) return place;
  }
  return null;
}

/** True when nothing of the queue is open any more. */
export const isDone = ({ keys }: Queue, open: ReadonlySet<string>): boolean => !keys.some((key) => open.has(key));

/** "12 of 82, 5 decided". */
export function progressText(queue: Queue, open: ReadonlySet<string>): string {
  const { keys, at } = queue;
  if (isDone(queue, open)) return `All ${keys.length} decided`;
  return `${at + 1} of ${keys.length}, ${keys.filter((key) => !open.has(key)).length} decided`;
}
