import { describe, expect, it } from 'vitest';
import { readDoc } from '../../support/docs.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** All keys that a schema speaks of, wherever they stand. */
const keysOf = ({ properties = {}, items, anyOf = [], $defs = {} }: Schema): readonly string[] => [
  ...Object.keys(properties),
  ...[...Object.values(properties), ...anyOf, ...Object.values($defs), ...(items ? [items] : [])].flatMap(keysOf),
];

describe('the page on the JSON report', () => {
  it('explains every key of its schema', () => {
    const [, text = ''] = readDoc('docs/command-line.md').split('## The JSON of check');
    const words = new Set(text.match(/`[^`]+`/g)?.map((word) => word.slice(1, -1)));
    const keys = new Set(keysOf(JSON.parse(readDoc('data/schema/report.schema.json'))));
    // Of `bySeverity`: the severities, which `--fail-on` lists.
    const severities = ['critical', 'high', 'medium', 'low', 'info'];
    expect(keys.size).toBeGreaterThan(40);
    expect([...keys].filter((key) => !words.has(key) && !severities.includes(key))).toEqual([]);
  });
});
