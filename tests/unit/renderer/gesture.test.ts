import { beforeEach, describe, expect, it } from 'vitest';
import {
  cancelPreview,
  commit,
  isGestureRunning,
  openDocument,
  present,
  preview,
  shown,
  undo,
  useStore,
} from '../../../renderer/state/store.ts';
import { renameDiagram } from '../../../shared/diagram/edit/add.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';

const rename = (name: string) => preview((diagram) => renameDiagram(diagram, name));
const steps = () => useStore.getState().history.past.length;

beforeEach(() => openDocument(emptyDiagram('Mine'), { file: null, saved: null }));

describe('a gesture', () => {
  it('is shown and leaves the document alone, each step made from the document', () => {
    const before = present();
    const { history } = useStore.getState();
    rename('A');
    rename('B');
    expect([shown().name, isGestureRunning()]).toEqual(['B', true]);
    expect(present()).toBe(before);
    expect(useStore.getState().history).toBe(history);
  });

  it('ends without a trace', () => {
    rename('A');
    cancelPreview();
    expect([shown(), isGestureRunning()]).toEqual([present(), false]);
    expect(steps()).toBe(0);
  });

  it('ends with a step, one with nothing to change, an undo, or another document', () => {
    const ends = [
      () => commit('Rename', (diagram) => renameDiagram(diagram, 'C')),
      () => commit('Nothing', (diagram) => diagram),
      undo,
      () => openDocument(emptyDiagram('Other'), { file: null, saved: null }),
    ];
    for (const end of ends) {
      rename('A');
      end();
      expect([shown(), isGestureRunning()]).toEqual([present(), false]);
    }
  });
});
