/** The list with one item changed; the same list when nothing changed or no item has the id. */
export const replace = <T extends { readonly id: string }>(items: readonly T[], id: string, change: (item: T) => T) => {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (item === undefined) return items;
  const changed = change(item);
  return changed === item ? items : items.with(index, changed);
};
