import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepRecovery, type RecoveryKeeper } from '../../../renderer/files/recovery.ts';
import { startVisit, typeText } from '../../../renderer/state/drafts.ts';
import {
  commit,
  markSaved,
  markUnsaved,
  openDocument,
  present,
  undo,
  useStore,
} from '../../../renderer/state/store.ts';
import { renameDiagram } from '../../../shared/diagram/edit/add.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';
import { fakeHost } from './fakeHost.ts';

vi.mock('../../../renderer/state/tell.ts', () => ({ tell: vi.fn() }));

const file = { id: '6f1c9a52-7a0e-4d57-8a44-2f4f6c1f0b01', name: 'a.parapet', location: null };
const edit = (name: string) => commit('Rename diagram', (diagram) => renameDiagram(diagram, name));
const fresh = () => {
  const diagram = emptyDiagram('Mine');
  openDocument(diagram, { file: null, saved: diagram });
  return useStore.getState().documentId;
};

let keeper: RecoveryKeeper;
let calls: ReturnType<typeof fakeHost>['calls'];
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', new EventTarget());
  fresh();
  const fake = fakeHost({ 'recovery:put': () => true, 'recovery:drop': () => undefined });
  calls = fake.calls;
  keeper = keepRecovery(fake.host);
});
afterEach(() => {
  keeper.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const channels = () => calls.map(([channel]) => channel);

describe('recovery', () => {
  it('keeps unsaved work within a second of a step, once for several', async () => {
    edit('A');
    edit('B');
    await vi.advanceTimersByTimeAsync(500);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(channels()).toEqual(['recovery:put']);
    expect(calls[0]?.[1]).toMatchObject({ name: 'B', fileId: null, text: expect.stringContaining('"B"') });
  });

  it('does not wait for the end of steady work', async () => {
    for (let i = 0; i < 40; i++) {
      edit(`Name ${i}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(channels()).toEqual(Array(5).fill('recovery:put'));
  });

  it('keeps what is being typed', async () => {
    const visit = startVisit('Mine');
    for (const text of ['H', 'Ha', 'Half typ']) {
      typeText(visit, text, (name, merge) => commit('Rename', (diagram) => renameDiagram(diagram, name), merge));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(calls[0]?.[1]).toMatchObject({ name: 'Half typ' });
  });

  it('keeps at once a document whose file is gone, though nothing was edited', async () => {
    markUnsaved();
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toMatchObject([['recovery:put', { name: 'Mine' }]]);
    markUnsaved();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(channels()).toEqual(['recovery:put']);
    markSaved(present(), file);
    await vi.advanceTimersByTimeAsync(0);
    expect(channels()).toEqual(['recovery:put', 'recovery:drop']);
  });

  it('drops what is kept when it is saved', async () => {
    edit('A');
    await vi.advanceTimersByTimeAsync(2_000);
    markSaved(present(), file);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(channels()).toEqual(['recovery:put', 'recovery:drop']);
  });

  it('keeps nothing when the step is undone before', async () => {
    edit('A');
    undo();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(channels()).not.toContain('recovery:put');
  });

  it('drops the work of a document that was given up for another one', async () => {
    const documentId = useStore.getState().documentId;
    edit('A');
    await vi.advanceTimersByTimeAsync(2_000);
    fresh();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls.at(-1)).toEqual(['recovery:drop', documentId]);
  });

  it('does not drop what was taken up again', async () => {
    openDocument(emptyDiagram('Restored'), { file: null, saved: null });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(calls).toEqual([]);
  });
});
