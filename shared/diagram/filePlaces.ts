import { type JsonToken, readTokens } from './jsonSyntax.ts';

/** A stretch of a text file. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where things stand in the text of a diagram file. */
export interface FilePlaces {
  /** Boundaries, resources and flows by id. */
  readonly elements: ReadonlyMap<string, Region>;
  /** Decisions by control and element, as `control@element`. */
  readonly decisions: ReadonlyMap<string, Region>;
}

interface Entry {
  readonly start: number;
  readonly end: number;
}

/** The objects in each list at the top of a JSON text. A list that is named twice counts as JSON reads it: the last. */
function entriesByList(text: string): ReadonlyMap<string, readonly Entry[]> {
  const lists = new Map<string, Entry[]>();
  let list: Entry[] = [];
  let start = 0;
  readTokens(text, (token: JsonToken) => {
    if (token.isKey && token.depth === 1) {
      list = [];
      lists.set(JSON.parse(text.slice(token.start, token.end)), list);
    } else if (token.depth === 3 && text[token.start] === '{') start = token.start;
    else if (token.depth === 2 && text[token.start] === '}') list.push({ start, end: token.end });
  });
  return lists;
}

/** Turns offsets of a text into lines and columns. */
function regionsIn(text: string): (entry: Entry) => Region {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineOf = (offset: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const place = (offset: number) => {
    const line = lineOf(offset);
    return [line + 1, offset - (starts[line] ?? 0) + 1] as const;
  };
  return ({ start, end }) => {
    const [[startLine, startColumn], [endLine, endColumn]] = [place(start), place(end)];
    return { startLine, startColumn, endLine, endColumn };
  };
}

/** Finds elements and decisions in the text of a diagram file that `parseDiagram` reads. */
export function filePlaces(file: string): FilePlaces {
  const text = file.replace(/^\uFEFF/, '');
  const lists = entriesByList(text);
  const regionOf = regionsIn(text);
  const found = (names: readonly string[], keyOf: (value: Readonly<Record<string, unknown>>) => string) =>
    new Map(
      names
        .flatMap((name) => lists.get(name) ?? [])
        .map((entry) => [keyOf(JSON.parse(text.slice(entry.start, entry.end))), regionOf(entry)]),
    );
  return {
    elements: found(['boundaries', 'resources', 'flows'], ({ id }) => String(id)),
    decisions: found(['suppressions'], ({ control, element }) => `${control}@${element}`),
  };
}
