/** Text in UTF-8: threads hand it over without a copy, and only the one that made it encodes it. */
export type Utf8 = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const utf8 = (text: string): Utf8 => encoder.encode(text);

/**
 * A value as it stands `depth` levels deep in a pretty-printed document. It is written inside so many lists, whose
 * brackets are cut off: that is much faster than to indent its lines afterwards.
 */
export function indented(value: unknown, depth: number): string {
  let nested = value;
  for (let level = 0; level < depth; level++) nested = [nested];
  // Each list adds a bracket, a line break and the indentation of its level, before and after.
  const text = JSON.stringify(nested, null, 2);
  return text.slice(depth * (depth + 3), text.length - depth * (depth + 1));
}

/** Items of a list that itself is `depth` levels deep, without its brackets. */
export const listed = (items: readonly unknown[], depth: number): string =>
  items.length === 0 ? '' : indented(items, depth).slice(1, -2 * (depth + 1));
