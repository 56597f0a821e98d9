/** A text made ready for being searched: once, however often somebody types. */
export interface Name {
  readonly words: readonly string[];
  /** All words, one space between them; once more without the name of the maker. */
  readonly whole: string;
  readonly short: string;
  /** Without spaces: "dynamo db" is DynamoDB. */
  readonly tight: string;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const MAKER = /^(Amazon|AWS) /;

/** A name, or what somebody types, made ready. */
export function nameOf(text: string): Name {
  const words = wordsOf(text);
  const whole = words.join(' ');
  const short = MAKER.test(text) ? words.slice(1).join(' ') : whole;
  return { words, whole, short, tight: words.join('') };
}

/** The worst fit, one with letters mistyped; better ones are smaller. */
export const MISTYPED = 4;

/** How well a query fits a name: 0 the very name, 1 its beginning, 2 beginnings of its words, 3 parts of it; null not. */
export function fitOf(query: Name, name: Name): number | null {
  if (query.whole === name.whole || query.whole === name.short || query.tight === name.tight) return 0;
  if (name.whole.startsWith(query.whole) || name.short.startsWith(query.whole)) return 1;
  if (query.words.length > 1 && name.tight.startsWith(query.tight)) return 1;
  if (query.words.every((word) => name.words.some((candidate) => candidate.startsWith(word)))) return 2;
  return query.words.every((word) => name.whole.includes(word)) ? 3 : null;
}

/** How many letters of a word may be wrong. Short words mean what they say. */
const slips = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** True when a word is the other one's beginning but for some letters left out, put in, exchanged or swapped. */
function isSlipOf(word: string, meant: string): boolean {
  const most = slips(word);
  // A slip in the first letter is rare, and allowing it finds anything.
  if (most === 0 || word[0] !== meant[0] || meant.length < word.length - most) return false;
  const width = Math.min(meant.length, word.length + most);
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= width; column++) {
      const same = word[row - 1] === meant[column - 1];
      const swapped = row > 1 && word[row - 1] === meant[column - 2] && word[row - 2] === meant[column - 1];
      const here = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
      line.push(here);
      if (here < least) least = here;
    }
    if (least > most) return false;
    before = last;
    last = line;
  }
  return Math.min(...last) <= most;
}

/** Judges whether names fit a query with letters mistyped. Remembers words: thousands of names have few of them. */
export function slipJudge(query: Name): (name: Name) => number | null {
  const known = query.words.map(() => new Map<string, boolean>());
  const fits = (word: string, index: number, candidate: string): boolean => {
    const verdict = known[index]?.get(candidate) ?? (candidate.startsWith(word) || isSlipOf(word, candidate));
    known[index]?.set(candidate, verdict);
    return verdict;
  };
  return (name) => {
    const all = query.words.every((word, index) => name.words.some((candidate) => fits(word, index, candidate)));
    const apart = query.words.length > 1 && isSlipOf(query.tight, name.tight);
    return all || apart ? MISTYPED : null;
  };
}
