/** Median time of a piece of work in milliseconds: as many runs as fit into the time, at least five. */
export function medianMs(work: () => unknown, budgetMs = 700): number {
  work();
  const times: number[] = [];
  const until = performance.now() + budgetMs;
  while (times.length < 5 || (performance.now() < until && times.length < 500)) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Median time in milliseconds of so many runs of work that is waited for. */
export async function medianMsOf(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  while (times.length < runs) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** One measured piece of work beside the least that any program would need for it. */
export interface Row {
  readonly what: string;
  readonly ms: number;
  readonly floor: string;
  readonly floorMs: number;
}

const fixed = (value: number): string => value.toFixed(value < 1 ? 3 : value < 100 ? 2 : 0);

/** Rows as a table: milliseconds, the floor, and how many times the floor it takes. */
export function table(title: string, rows: readonly Row[]): string {
  const lines = rows.map(({ what, ms, floor, floorMs }) => {
    const ratio = floorMs > 0 ? `${(ms / floorMs).toFixed(1)} x` : '';
    return `  ${what.padEnd(34)}${fixed(ms).padStart(10)} ms${ratio.padStart(11)}   ${floor} ${fixed(floorMs)} ms`;
  });
  return [title, ...lines, ''].join('\n');
}
