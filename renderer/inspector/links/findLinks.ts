/** A piece of a text: words, or the address of a page on the web. */
export interface Piece {
  readonly text: string;
  readonly url: string | null;
}

const CANDIDATE = /https:\/\/[^\s<>"“”„‘’`]{1,2048}/gi;
/** Signs that end a sentence and not an address, at the end of what looks like one. */
const TRAILING = /[.,;:!?'*_~]+$/;

/**
 * The address as the host opens it, if it is one that a person can judge: https, and no user name in it, which would
 * stand where the host is looked for. Null for all others.
 */
export function safeUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' && url.username === '' && url.password === '' && url.href.length <= 2048;
  return isSafe ? url : null;
}

/** Without what belongs to the sentence around it: signs at the end, and a bracket that was opened before. */
function addressIn(candidate: string): string {
  const text = candidate.replace(TRAILING, '');
  const isUnpaired = text.endsWith(')') && !text.includes('(');
  return isUnpaired ? addressIn(text.slice(0, -1)) : text;
}

/** A text taken apart at the addresses in it. */
export function findLinks(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const addWords = (to: number) => {
    if (to > end) pieces.push({ text: text.slice(end, to), url: null });
  };
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    const address = addressIn(candidate);
    const url = safeUrl(address);
    if (!url) continue;
    addWords(index);
    pieces.push({ text: address, url: url.href });
    end = index + address.length;
  }
  addWords(text.length);
  return pieces;
}
