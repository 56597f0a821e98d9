import { indented } from '../check/spelled.ts';

/**
 * A document as `JSON.stringify` prints it, with the items of its one empty list of this name, which stands `depth` levels
 * deep, piece by piece: reports of many shards are more than one string can hold.
 */
export function* pieces(shell: object, name: string, items: Iterable<unknown>, depth: number): Generator<string> {
  // In a text of the document the quotes would be escaped.
  const [before = '', after = ''] = JSON.stringify(shell, null, 2).split(`"${name}": []`);
  const indent = '  '.repeat(depth);
  yield `${before}"${name}": [`;
  let some = false;
  for (const item of items) {
    yield `${some ? ',' : ''}\n${indent}  ${indented(item, depth + 1)}`;
    some = true;
  }
  yield `${some ? `\n${indent}` : ''}]${after}\n`;
}
