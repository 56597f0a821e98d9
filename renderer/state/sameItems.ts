/**
 * Whether two lists hold the same items in the same order: the very same objects, or with the same id and `alike`. After an
 * edit few are other objects, so it costs little more than a look at each.
 */
export function sameItems<Item extends { readonly id: string }>(
  before: readonly Item[],
  now: readonly Item[],
  alike: (a: Item, b: Item) => boolean,
): boolean {
  if (before === now) return true;
  return (
    before.length === now.length &&
    now.every((item, i) => {
      const old = before[i];
      return old === item || (old !== undefined && old.id === item.id && alike(old, item));
    })
  );
}
