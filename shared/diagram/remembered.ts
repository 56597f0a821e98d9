/** The same function, which finds its answer about each thing once: only for one that always gives the same answer. */
export function remembered<K, V extends NonNullable<unknown>>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const there = known.get(key);
    if (there !== undefined) return there;
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
