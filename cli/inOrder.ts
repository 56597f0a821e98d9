/** Tasks that each worker may be ahead of the one whose result is waited for: bounds what is kept in memory. */
const AHEAD = 4;

/**
 * Results of tasks in the order of the tasks, each as soon as it and all before it are there. Every worker has one task
 * at a time; tasks are started only a few ahead of what was taken. Workers must not reject.
 */
export async function* inOrder<Task, Result>(
  tasks: readonly Task[],
  workers: readonly ((task: Task) => Promise<Result>)[],
): AsyncGenerator<Result> {
  type Worker = (typeof workers)[number];
  const idle: Worker[] = [...workers];
  const waiting: ((worker: Worker) => void)[] = [];
  const work = async (task: Task): Promise<Result> => {
    const worker = idle.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)));
    const result = await worker(task);
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
    return result;
  };
  const results: Promise<Result>[] = [];
  let taken = 0;
  for (const task of tasks) {
    results.push(work(task));
    if (results.length < workers.length * AHEAD && taken + results.length < tasks.length) continue;
    const first = results.shift();
    if (first) yield await first;
    taken++;
  }
  for (const rest of results) yield await rest;
}
