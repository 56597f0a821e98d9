import type { FileProblem } from './fileProblem.ts';

type Expecting = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const BLANK = /[ \t\n\r]*/y;

/** Where a match of a sticky expression at `from` ends, or -1. */
function endOf(expression: RegExp, text: string, from: number): number {
  expression.lastIndex = from;
  return expression.test(text) ? expression.lastIndex : -1;
}

/** Where the string that begins at `from` ends, or -1. */
function endOfString(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '"') return i + 1;
    if (text[i] === '\n') return -1;
    if (text[i] === '\\') i++;
  }
  return -1;
}

const wantsValue = (expecting: Expecting) => expecting === 'value' || expecting === 'valueOrEnd';
const wantsKey = (expecting: Expecting) => expecting === 'key' || expecting === 'keyOrEnd';

/** Steps over one token; null when it may not stand there. */
function step(text: string, at: number, expecting: Expecting, open: string[]): readonly [number, Expecting] | null {
  const token = text[at] ?? '';
  const after = (): Expecting => (open.length === 0 ? 'nothing' : 'commaOrEnd');
  if (wantsValue(expecting) && (token === '{' || token === '[')) {
    open.push(token === '{' ? '}' : ']');
    return [at + 1, token === '{' ? 'keyOrEnd' : 'valueOrEnd'];
  }
  if (token !== '' && token === open.at(-1) && expecting.endsWith('OrEnd')) {
    open.pop();
    return [at + 1, after()];
  }
  if (expecting === 'commaOrEnd' && token === ',') return [at + 1, open.at(-1) === '}' ? 'key' : 'value'];
  if (expecting === 'colon' && token === ':') return [at + 1, 'value'];
  const end = token === '"' ? endOfString(text, at) : wantsValue(expecting) ? endOf(LITERAL, text, at) : -1;
  if (end < 0) return null;
  if (wantsKey(expecting)) return token === '"' ? [end, 'colon'] : null;
  return wantsValue(expecting) ? [end, after()] : null;
}

/** One token of a JSON text. */
export interface JsonToken {
  readonly start: number;
  readonly end: number;
  /** How many objects and lists are open after it. */
  readonly depth: number;
  readonly isKey: boolean;
}

/** Goes through a JSON text token by token. The offset at which it stops being JSON; the text's length when it breaks off. */
export function readTokens(text: string, each: (token: JsonToken) => void): number {
  const open: string[] = [];
  let expecting: Expecting = 'value';
  for (let at = endOf(BLANK, text, 0); at < text.length; ) {
    const next = step(text, at, expecting, open);
    if (next === null) return at;
    each({ start: at, end: next[0], depth: open.length, isKey: next[1] === 'colon' });
    expecting = next[1];
    at = endOf(BLANK, text, next[0]);
  }
  return text.length;
}

/** The offset at which a text stops being JSON; engines often keep it to themselves. The text's length when it breaks off. */
export const syntaxErrorOffset = (text: string): number => readTokens(text, () => {});

/** An offset as people find it in an editor. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Keys that an object of a JSON text has twice: `JSON.parse` keeps the last and drops the others without a word. */
export function repeatedKeys(text: string): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const open: Set<string>[] = [];
  readTokens(text, ({ start, end, isKey }) => {
    const token = text[start];
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    if (!isKey) return;
    const key = String(JSON.parse(text.slice(start, end)));
    const known = open.at(-1);
    if (known?.has(key)) {
      problems.push({ where: placeOf(text, start), message: `the key "${key.slice(0, 80)}" is there twice` });
    }
    known?.add(key);
  });
  return problems;
}

/** The engine's message without its own account of the place, and without a piece of the file. */
const shortened = (message: string): string =>
  message.replace(/ in JSON at position.*$|, (\.{3})?".* is not valid JSON$| \(line .*\)$/s, '').slice(0, 200);

/** Where and why `JSON.parse` refused a text: by the engine's own message if it says so. */
export function syntaxProblem(text: string, error: unknown): FileProblem {
  const message = error instanceof Error ? error.message : String(error);
  const found = /position (\d+)/.exec(message)?.[1];
  const offset = found === undefined ? syntaxErrorOffset(text) : Math.min(Number(found), text.length);
  return { where: placeOf(text, offset), message: shortened(message) };
}
