import { compareFindings, type Finding } from './report.ts';

/** The index of the first finding in a sorted list that does not come before `wanted`. */
function indexFor(sorted: readonly Finding[], wanted: Finding): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle];
    if (at !== undefined && compareFindings(at, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A sorted list of findings without `gone` and with `fresh`, still sorted. Costs comparisons only for those two; the
 * rest is copied in pieces. Every finding of `gone` must be in the list.
 */
export function mergeFindings(
  sorted: readonly Finding[],
  gone: readonly Finding[],
  fresh: readonly Finding[],
): readonly Finding[] {
  const cuts = [
    ...gone.map((finding) => ({ at: indexFor(sorted, finding), skip: 1, add: null })),
    ...fresh.map((finding) => ({ at: indexFor(sorted, finding), skip: 0, add: finding })),
  ].sort((a, b) => a.at - b.at || (a.add && b.add ? compareFindings(a.add, b.add) : a.skip - b.skip));
  const pieces: (readonly Finding[])[] = [];
  let from = 0;
  for (const { at, skip, add } of cuts) {
    if (at > from) pieces.push(sorted.slice(from, at));
    if (add) pieces.push([add]);
    from = Math.max(from, at) + skip;
  }
  pieces.push(sorted.slice(from));
  return pieces.flat();
}
