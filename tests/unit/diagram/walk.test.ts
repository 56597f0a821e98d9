import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentsOf, readingOrder } from '../../../shared/diagram/reading.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import { walk } from '../../../shared/diagram/walk.ts';
import { anyDiagram } from '../../support/arbitraries.ts';

const resource = (id: string, x: number, y: number, inside: string | null = null) => ({
  id,
  service: 's3',
  name: id,
  inside,
  position: { x, y },
  answers: {},
  note: '',
});
const flow = (from: string, to: string) => ({ id: `${from}>${to}`, from, to, label: '', answers: {}, note: '' });
const vpc = {
  kind: 'vpc',
  name: '',
  answers: {},
  note: '',
  position: { x: 900, y: 0 },
  size: { width: 400, height: 300 },
};

/** One source with three targets, one of them in a VPC; a lone resource below the source. */
const fan: Diagram = {
  ...emptyDiagram('Fan'),
  boundaries: [{ ...vpc, id: 'vpc', inside: null }],
  resources: [
    resource('lone', 0, 600),
    resource('source', 0, 200),
    resource('low', 400, 400),
    resource('high', 400, 0),
    resource('inner', 50, 200, 'vpc'),
  ],
  flows: [flow('source', 'low'), flow('source', 'inner'), flow('source', 'high')],
};

describe('walking from element to element', () => {
  it('leads along the flows, to the topmost first, and back', () => {
    expect(walk(fan, 'source', 'forward')).toBe('high');
    expect(walk(fan, 'high', 'back')).toBe('source');
    expect(walk(fan, 'high', 'forward')).toBeNull();
    expect(walk(fan, 'source', 'back')).toBeNull();
  });

  it('leads up and down among what the same resource sends to, else through the column', () => {
    expect(walk(fan, 'high', 'down')).toBe('inner');
    expect(walk(fan, 'inner', 'down')).toBe('low');
    expect(walk(fan, 'low', 'down')).toBeNull();
    expect(walk(fan, 'low', 'up')).toBe('inner');
    expect(walk(fan, 'source', 'down')).toBe('lone');
  });

  it('leads from a flow to its ends and to the flows beside it', () => {
    expect(walk(fan, 'source>high', 'forward')).toBe('high');
    expect(walk(fan, 'source>high', 'back')).toBe('source');
    expect(walk(fan, 'source>high', 'down')).toBe('source>inner');
  });

  it('leads into a boundary and out of it', () => {
    expect(walk(fan, 'vpc', 'forward')).toBe('inner');
    expect(walk(fan, 'vpc', 'back')).toBeNull();
  });

  it('begins with the first, from nowhere and from what is gone', () => {
    expect(walk(fan, null, 'forward')).toBe('high');
    expect(walk(fan, 'gone', 'up')).toBe('high');
    expect(walk(emptyDiagram(''), null, 'next')).toBeNull();
  });

  it('reaches everything by going on, each once, whatever the diagram', () => {
    fc.assert(
      fc.property(anyDiagram, (diagram) => {
        const reached: string[] = [];
        for (let at = walk(diagram, null, 'next'); at !== null; at = walk(diagram, at, 'next')) {
          reached.push(at);
          if (reached.length > 1000) throw new Error('runs in a circle');
        }
        const all = [...diagram.boundaries, ...diagram.resources, ...diagram.texts, ...diagram.flows].map(
          ({ id }) => id,
        );
        expect(reached).toEqual(readingOrder(diagram));
        expect([...reached].sort()).toEqual(all.sort());
      }),
      { numRuns: 40 },
    );
  });

  it('reads what stands beside each other from the top, then from the left', () => {
    expect(contentsOf(fan, null).map(({ item }) => item.id)).toEqual(['high', 'vpc', 'source', 'low', 'lone']);
  });
});
