/** An item of a list before and after an edit; one of them may be missing. */
export interface Changed<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** Items that differ between two lists, by id. Lists that keep their order cost one comparison an item. */
export function changes<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  differ: (a: T, b: T) => boolean,
): readonly Changed<T>[] {
  if (before === after) return [];
  const aligned = before.length === after.length && after.every((item, i) => item.id === before[i]?.id);
  if (aligned) {
    return after.flatMap((item, i) => {
      const old = before[i];
      return old !== undefined && old !== item && differ(old, item) ? [{ before: old, after: item }] : [];
    });
  }
  const old = new Map(before.map((item) => [item.id, item]));
  const found: Changed<T>[] = [];
  for (const item of after) {
    const was = old.get(item.id);
    old.delete(item.id);
    if (was === undefined || (was !== item && differ(was, item))) found.push({ before: was, after: item });
  }
  for (const was of old.values()) found.push({ before: was, after: undefined });
  return found;
}
