import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filePlaces, type Region } from '../../../shared/diagram/filePlaces.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { diagramIn } from '../../support/exports.ts';
import { samplePaths } from '../../support/shipped.ts';

/** The piece of a text that a region names. */
function cut(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const lines = text.split('\n').slice(startLine - 1, endLine);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, endColumn - 1);
  lines[0] = (lines[0] ?? '').slice(startColumn - 1);
  return lines.join('\n');
}

const SPELLINGS: Readonly<Record<string, (text: string) => string>> = {
  'as it was saved': (text) => text,
  'written by Parapet': (text) => formatDiagram(diagramIn(text)),
  'on one line': (text) => JSON.stringify(JSON.parse(text)),
  'with other indentation': (text) => JSON.stringify(JSON.parse(text), null, '\t'),
  'with line ends of Windows and a byte order mark': (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`,
};

describe('places in a diagram file', () => {
  for (const [spelling, spell] of Object.entries(SPELLINGS)) {
    it(`are found for every element and decision of the samples ${spelling}`, () => {
      for (const file of samplePaths()) {
        const text = spell(readFileSync(file, 'utf8'));
        const { elements, decisions } = filePlaces(text);
        const { boundaries, resources, flows, suppressions } = diagramIn(text);
        const all = [...boundaries, ...resources, ...flows];
        expect(elements.size).toBe(all.length);
        for (const { id } of all) {
          const region = elements.get(id);
          expect(JSON.parse(cut(text.replace(/^\uFEFF/, ''), region as Region)).id).toBe(id);
        }
        expect([...decisions.keys()]).toEqual(suppressions.map(({ control, element }) => `${control}@${element}`));
      }
    });
  }

  it('are not misled by braces and keys inside texts, nested objects, or a list that is named twice', () => {
    const text = `{"resources": [{"id": "old"}], "name": "\\"resources\\": [{", "other": {"resources": [{"id": "x"}]},
"r\\u0065sources": [
  {"id": "a}", "answers": {"k": ["{", "]"]}},  {"answers": {}, "id": "b"}]}`;
    const { elements } = filePlaces(text);
    expect([...elements.keys()]).toEqual(['a}', 'b']);
    expect(elements.get('b')).toEqual({ startLine: 3, startColumn: 48, endLine: 3, endColumn: 74 });
  });

  it('count columns as editors do, in UTF-16 code units', () => {
    const { elements } = filePlaces('{"name": "💧é", "flows": [{"id": "f"}]}');
    expect(elements.get('f')?.startColumn).toBe(27);
  });
});
