import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commit, redo, startHistory, undo } from '../../../renderer/state/history.ts';
import { anyDiagram } from '../../support/arbitraries.ts';
import { applyStep, type Choices, idMaker, steps } from '../../support/edits.ts';

const CHOICES: Choices = {
  services: ['s3', 'kms', 'lambda'],
  kinds: ['vpc', 'private-subnet'],
  controls: ['s3.versioning'],
  properties: ['versioning', 'tls'],
};

describe('history', () => {
  it('gives the first document back after undoing every step, and the last one after redoing them', () => {
    fc.assert(
      fc.property(anyDiagram, fc.array(steps, { maxLength: 12 }), (first, list) => {
        const newId = idMaker();
        let history = startHistory(first);
        for (const step of list) {
          history = commit(history, 'Edit', applyStep(history.present, step, CHOICES, newId));
        }
        const last = history.present;
        const made = history.past.length;
        for (let i = 0; i < made; i++) history = undo(history);
        expect(history.present).toBe(first);
        for (let i = 0; i < made; i++) history = redo(history);
        expect(history.present).toBe(last);
      }),
      { numRuns: 60 },
    );
  });

  it('makes no step of an edit that changes nothing', () => {
    const [first] = fc.sample(anyDiagram, 1);
    if (!first) throw new Error('no sample');
    expect(commit(startHistory(first), 'Nothing', first).past).toEqual([]);
  });

  it('joins steps with the same key only while nothing came between', () => {
    const [a, b, c, d] = fc.sample(anyDiagram, 4);
    if (!a || !b || !c || !d) throw new Error('no samples');
    const nudged = commit(commit(startHistory(a), 'Move', b, 'nudge'), 'Move', c, 'nudge');
    expect(nudged.past.length).toBe(1);
    expect(undo(nudged).present).toBe(a);
    const other = commit(commit(nudged, 'Rename', d), 'Move', c, 'nudge');
    expect(other.past.map((step) => step.label)).toEqual(['Move', 'Rename', 'Move']);
  });

  it('forgets what could be redone once something new is done', () => {
    const [a, b, c] = fc.sample(anyDiagram, 3);
    if (!a || !b || !c) throw new Error('no samples');
    const history = commit(undo(commit(startHistory(a), 'First', b)), 'Second', c);
    expect(history.future).toEqual([]);
    expect(redo(history)).toBe(history);
  });
});
