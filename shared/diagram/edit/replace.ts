/** The list with one item changed; the same list when nothing changed or no item has the id. */
export const replace = <T extends { readonly id: string }>(items: readonly T[], id: string, change: (item: T) => T) => {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (item === undefined) return items;
  const changed = change(item);
  return changed === item ? items : items.with(index, changed);
};

/** The list with the items of these ids changed; the same list when nothing changed. */
export const replaceMany = <T extends { readonly id: string }>(
  items: readonly T[],
  ids: ReadonlySet<string>,
  change: (item: T) => T,
): readonly T[] => {
  const next = items.map((item) => (ids.has(item.id) ? change(item) : item));
  return next.some((item, index) => item !== items[index]) ? next : items;
};
