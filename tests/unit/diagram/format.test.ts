import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { parseDiagram } from '../../../shared/diagram/parse.ts';
import { anyDiagram } from '../../support/arbitraries.ts';

describe('the diagram file', () => {
  it('gives back the diagram that was saved', () => {
    fc.assert(
      fc.property(anyDiagram, (diagram) => {
        expect(parseDiagram(formatDiagram(diagram))).toEqual({ ok: true, diagram });
      }),
    );
  });

  it('is the same text when it is opened and saved again', () => {
    fc.assert(
      fc.property(anyDiagram, (diagram) => {
        const text = formatDiagram(diagram);
        const opened = parseDiagram(text);
        expect(opened.ok && formatDiagram(opened.diagram)).toBe(text);
      }),
    );
  });

  it('is the text of what is there now, whatever was written before', () => {
    fc.assert(
      fc.property(anyDiagram, (before) => {
        formatDiagram(before);
        const after = {
          ...before,
          resources: before.resources.map((each, i) => (i % 2 ? each : { ...each, name: 'new' })),
        };
        expect(formatDiagram(after)).toBe(formatDiagram(structuredClone(after)));
      }),
    );
  });

  it('has one line for each answer and for each position, so that it merges well', () => {
    const text = formatDiagram({
      name: 'Lines',
      boundaries: [],
      resources: [
        {
          id: 'a',
          service: 's3',
          name: 'raw',
          inside: null,
          position: { x: 8, y: -16 },
          answers: { versioning: true, encryption: 'kms' },
          note: '',
        },
      ],
      flows: [],
      suppressions: [],
      texts: [],
    });
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines).toContain('"position": { "x": 8, "y": -16 },');
    expect(lines.slice(lines.indexOf('"answers": {') + 1).slice(0, 2)).toEqual([
      '"encryption": "kms",',
      '"versioning": true',
    ]);
  });
});
