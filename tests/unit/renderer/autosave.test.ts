import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepSaving } from '../../../renderer/files/autosave.ts';
import { answer, useQuestions } from '../../../renderer/state/questions.ts';
import { useSettings } from '../../../renderer/state/settings.ts';
import { commit, isDirty, openDocument, useStore } from '../../../renderer/state/store.ts';
import { renameDiagram } from '../../../shared/diagram/edit/add.ts';
import { emptyDiagram } from '../../../shared/diagram/schema.ts';
import type { SaveResult } from '../../../shared/ipc/contract.ts';
import { fakeHost } from './fakeHost.ts';

vi.mock('../../../renderer/state/tell.ts', () => ({ tell: vi.fn() }));

const FILE = { id: '6f1c9a52-7a0e-4d57-8a44-2f4f6c1f0b01', name: 'a.parapet', location: null };
const edit = (name: string) => commit('Rename diagram', (diagram) => renameDiagram(diagram, name));
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

let end = () => {};
function open(file: typeof FILE | null, result: SaveResult = { state: 'saved', name: 'a.parapet' }) {
  const diagram = emptyDiagram('Mine');
  openDocument(diagram, { file, saved: diagram });
  const { host, calls } = fakeHost({ 'file:save': () => result });
  end = keepSaving(host, 4_000);
  return calls;
}

beforeEach(() => {
  vi.useFakeTimers();
  useQuestions.setState({ asked: [] });
  useSettings.setState({ autosave: true });
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

it('saves some seconds after the last step, once', async () => {
  const calls = open(FILE);
  edit('a');
  await pass(3_000);
  edit('b');
  await pass(3_000);
  expect(calls).toEqual([]);
  await pass(2_000);
  expect(calls.map(([channel]) => channel)).toEqual(['file:save']);
  expect(isDirty(useStore.getState())).toBe(false);
  await pass(60_000);
  expect(calls).toHaveLength(1);
});

it('saves nothing that has no file, and nothing until it is set', async () => {
  const unnamed = open(null);
  edit('a');
  await pass(60_000);
  expect(unnamed).toEqual([]);
  end();
  useSettings.setState({ autosave: false });
  const calls = open(FILE);
  edit('a');
  await pass(60_000);
  expect(calls).toEqual([]);
  useSettings.setState({ autosave: true });
  await pass(5_000);
  expect(calls).toHaveLength(1);
});

it('asks once about what it cannot save, not at each step', async () => {
  const calls = open(FILE, { state: 'failed', reason: 'diskFull', detail: '' });
  edit('a');
  await pass(5_000);
  expect(useQuestions.getState().asked).toHaveLength(1);
  answer('close');
  await pass(0);
  edit('b');
  await pass(60_000);
  expect(calls).toHaveLength(1);
  expect(isDirty(useStore.getState())).toBe(true);
});
