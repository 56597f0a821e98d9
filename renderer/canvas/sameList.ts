/** The earlier list when it holds the same: what was made from it, an index or React Flow's lookups, stays as it is. */
export const sameList = <List extends readonly unknown[]>(before: List, now: List): List =>
  before.length === now.length && now.every((item, i) => item === before[i]) ? before : now;
