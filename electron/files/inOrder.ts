/** Runs tasks one after the other, in the order they were given; each caller gets its own outcome. */
export type InOrder = <T>(task: () => Promise<T>) => Promise<T>;

/** A queue of its own. */
export function inOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    last = mine.catch(() => {});
    return mine;
  };
}
