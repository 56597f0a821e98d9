import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  compareRecovery,
  newDiagram,
  onChangedOutside,
  openFile,
  openText,
  restore,
} from '../../../renderer/files/fileActions.ts';
import { save, saveAs } from '../../../renderer/files/saveActions.ts';
import { answer, useQuestions } from '../../../renderer/state/questions.ts';
import { commit, isDirty, openDocument, present, refuse, undo, useStore } from '../../../renderer/state/store.ts';
import { addResource, renameDiagram } from '../../../shared/diagram/edit/add.ts';
import { formatDiagram } from '../../../shared/diagram/format.ts';
import { type Diagram, emptyDiagram } from '../../../shared/diagram/schema.ts';
import type { DiagramFile, OpenResult } from '../../../shared/ipc/contract.ts';
import { fakeHost } from './fakeHost.ts';

vi.mock('../../../renderer/state/tell.ts', () => ({ tell: vi.fn() }));

const file: DiagramFile = { id: '6f1c9a52-7a0e-4d57-8a44-2f4f6c1f0b01', name: 'a.parapet', location: null };
const other: DiagramFile = { id: '7f1c9a52-7a0e-4d57-8a44-2f4f6c1f0b02', name: 'b.parapet', location: null };
const theirDiagram = emptyDiagram('Theirs');
const theirs = formatDiagram(theirDiagram);
const withBucket = addResource(theirDiagram, {
  id: 'lake',
  service: 's3',
  name: 'lake',
  inside: null,
  position: { x: 0, y: 0 },
});
const opened = (text: string, of = other): OpenResult => ({
  state: 'opened',
  file: { ...of, text, readOnly: false },
});
const edit = (name = 'Edited') => commit('Rename diagram', (diagram) => renameDiagram(diagram, name));

/** Answers the next question once it is asked; the title comes back. */
async function reply(choice: string): Promise<string> {
  await vi.waitFor(() => expect(useQuestions.getState().asked).toHaveLength(1));
  const title = useQuestions.getState().asked[0]?.question.title ?? '';
  answer(choice);
  return title;
}
const dirty = () => isDirty(useStore.getState());

beforeEach(() => {
  useQuestions.setState({ asked: [] });
  const diagram = emptyDiagram('Mine');
  openDocument(diagram, { file, saved: diagram });
});

describe('opening', () => {
  it('takes the place of a document without unsaved changes at once', async () => {
    const { host } = fakeHost({ 'file:open': () => opened(theirs) });
    await openFile(host);
    expect(present().name).toBe('Theirs');
    expect(useStore.getState().file).toEqual(other);
    expect(dirty()).toBe(false);
  });

  it('asks about unsaved changes, and leaves all as it is when cancelled', async () => {
    edit();
    const { host } = fakeHost({ 'file:open': () => opened(theirs) });
    const done = openFile(host);
    expect(await reply('cancel')).toBe('Save the changes to “Edited”?');
    await done;
    expect(present().name).toBe('Edited');
    expect(dirty()).toBe(true);
  });

  it('asks about texts that wait in their fields, since they are in no document', async () => {
    refuse('owner of lake', { text: 'x'.repeat(60), problem: 'Too long.', value: '' });
    refuse('created on', { text: '', problem: 'No whole date.', value: '' });
    const { host } = fakeHost({ 'file:open': () => opened(theirs) });
    const stayed = openFile(host);
    expect(await reply('back')).toBe('Leave a text behind?');
    await stayed;
    expect(present().name).toBe('Mine');
    expect(useStore.getState().refused.get('owner of lake')?.text).toBe('x'.repeat(60));
    const left = openFile(host);
    await reply('discard');
    await left;
    expect(present().name).toBe('Theirs');
    expect(useStore.getState().refused.size).toBe(0);
  });

  it('saves first when asked to, and stays when the save fails', async () => {
    edit();
    const { host, calls } = fakeHost({
      'file:open': () => opened(theirs),
      'file:save': () => ({ state: 'failed', reason: 'diskFull', detail: 'ENOSPC' }),
    });
    const done = openFile(host);
    await reply('save');
    expect(await reply('close')).toBe('“a.parapet” was not saved');
    await done;
    expect(calls.map(([channel]) => channel)).toEqual(['file:open', 'file:save']);
    expect(present().name).toBe('Edited');
    expect(dirty()).toBe(true);
  });

  it('gives unsaved changes up when asked to', async () => {
    edit();
    const { host } = fakeHost({});
    const done = newDiagram(host);
    await reply('discard');
    await done;
    expect(present().name).toBe('Untitled diagram');
    expect(useStore.getState().file).toBeNull();
  });

  it('says what is wrong with a file and where, and leaves the open diagram untouched', async () => {
    edit();
    const { host } = fakeHost({
      'file:open': () => opened('{"format":"parapet","version":1,"flows":[{"id":"f","from":"x","to":"y"}]}'),
    });
    const done = openFile(host);
    await vi.waitFor(() => expect(useQuestions.getState().asked).toHaveLength(1));
    const question = useQuestions.getState().asked[0]?.question;
    expect(question?.title).toBe('“b.parapet” could not be opened');
    expect(question?.problems?.map(({ where }) => where)).toContain('flows[0].from');
    answer('close');
    await done;
    expect(present().name).toBe('Edited');
  });

  it.each(['notFound', 'tooLarge', 'notText', 'notAFile', 'noPermission', 'other'] as const)(
    'has a message for a file that is %s',
    async (reason) => {
      const { host } = fakeHost({
        'file:open': () => ({ state: 'failed', reason, name: 'big.parapet', detail: 'the detail' }),
      });
      const done = openFile(host);
      await vi.waitFor(() => expect(useQuestions.getState().asked).toHaveLength(1));
      expect(useQuestions.getState().asked[0]?.question.message.join(' ')).toContain('the detail');
      answer('close');
      await done;
      expect(present().name).toBe('Mine');
    },
  );

  it('opens a sample as a copy that has no file and nothing unsaved', async () => {
    const { host } = fakeHost({});
    await openText(host, 'Sample', theirs);
    expect(useStore.getState().file).toBeNull();
    expect(dirty()).toBe(false);
  });

  it('takes unsaved work up again as unsaved, in its own file', async () => {
    const { host } = fakeHost({ 'recovery:take': () => true });
    const documentId = '8f1c9a52-7a0e-4d57-8a44-2f4f6c1f0b03';
    await restore(host, { documentId, name: 'Theirs', savedAt: '2026-11-21T10:00:00Z', text: theirs, file: other });
    expect(useStore.getState()).toMatchObject({ documentId, file: other });
    expect(dirty()).toBe(true);
  });

  it('leaves unsaved work alone that another window has taken up', async () => {
    const { host } = fakeHost({ 'recovery:take': () => false });
    const documentId = '8f1c9a52-7a0e-4d57-8a44-2f4f6c1f0b03';
    await restore(host, { documentId, name: 'Theirs', savedAt: '2026-11-21T10:00:00Z', text: theirs, file: other });
    expect(present().name).toBe('Mine');
  });

  it.each([
    ['cancel', 'Mine'],
    ['here', 'Theirs'],
  ])('asks about a file that another window has open; after %s, %s is open', async (choice, name) => {
    const { host } = fakeHost({
      'file:open': () => ({
        state: 'opened',
        file: { ...other, text: theirs, readOnly: false, elsewhere: true },
      }),
    });
    const done = openFile(host);
    expect(await reply(choice)).toBe('“b.parapet” is also open in another window');
    await done;
    expect(present().name).toBe(name);
  });
});

describe('saving', () => {
  it('says "saved" only once it is', async () => {
    edit();
    let finish = (): void => {};
    const { host } = fakeHost({
      'file:save': () =>
        new Promise((resolve) => {
          finish = () => resolve({ state: 'saved', name: 'a.parapet' });
        }),
    });
    const done = save(host);
    await vi.waitFor(() => expect(finish).not.toBeUndefined());
    expect(dirty()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve));
    finish();
    expect(await done).toBe(true);
    expect(dirty()).toBe(false);
    undo();
    expect(dirty()).toBe(true);
  });

  it('keeps as unsaved what was drawn while it ran', async () => {
    edit('First');
    const { host, calls } = fakeHost({
      'file:save': () => {
        edit('Second');
        return { state: 'saved', name: 'a.parapet' };
      },
    });
    await save(host);
    expect(calls[0]?.[1]).toMatchObject({ text: expect.stringContaining('"First"') });
    expect(dirty()).toBe(true);
    undo();
    expect(dirty()).toBe(false);
  });

  it('does not call another document saved that came meanwhile', async () => {
    edit();
    const { host } = fakeHost({
      'file:save': () => {
        openDocument(emptyDiagram('Other'), { file: null, saved: null });
        return { state: 'saved', name: 'a.parapet' };
      },
    });
    await save(host);
    expect(useStore.getState().file).toBeNull();
    expect(dirty()).toBe(true);
  });

  it('asks for a name when there is no file, and changes nothing when cancelled', async () => {
    openDocument(emptyDiagram('New one'), { file: null, saved: null });
    const { host, calls } = fakeHost({ 'file:saveAs': () => ({ state: 'cancelled' }) });
    expect(await save(host)).toBe(false);
    expect(calls[0]).toMatchObject(['file:saveAs', { suggestedName: 'New one' }]);
    expect(dirty()).toBe(true);
  });

  it('goes on in the file that it was saved as', async () => {
    edit();
    const { host } = fakeHost({ 'file:saveAs': () => ({ state: 'saved', file: other }) });
    expect(await saveAs(host)).toBe(true);
    expect(useStore.getState().file).toEqual(other);
    expect(dirty()).toBe(false);
  });

  it('does not overwrite a file that someone else changed unless told to', async () => {
    edit();
    const { host, calls } = fakeHost({
      'file:save': ({ overwrite }) => (overwrite ? { state: 'saved', name: 'a.parapet' } : { state: 'conflict' }),
    });
    const first = save(host);
    expect(await reply('cancel')).toBe('“a.parapet” was changed by someone else');
    expect(await first).toBe(false);
    expect(dirty()).toBe(true);
    const second = save(host);
    await reply('overwrite');
    expect(await second).toBe(true);
    const saves = calls.filter(([channel]) => channel === 'file:save');
    expect(saves.map(([, input]) => (input as { overwrite: boolean }).overwrite)).toEqual([false, false, true]);
  });

  it('offers another place when it fails', async () => {
    edit();
    const { host } = fakeHost({
      'file:save': () => ({ state: 'failed', reason: 'readOnly', detail: '' }),
      'file:saveAs': () => ({ state: 'saved', file: other }),
    });
    const done = save(host);
    await reply('saveAs');
    expect(await done).toBe(true);
    expect(useStore.getState().file).toEqual(other);
  });

  it('a host that breaks is a save that failed', async () => {
    edit();
    const { host } = fakeHost({});
    const done = save(host);
    expect(await reply('close')).toBe('“a.parapet” was not saved');
    expect(await done).toBe(false);
  });
});

describe('a file that changes on disk', () => {
  const now = (diagram: Diagram) => ({ 'file:openAgain': () => opened(formatDiagram(diagram)) });
  const changed = { id: file.id, kind: 'changed' } as const;
  const shownDifferences = () => useQuestions.getState().asked[0]?.question.differences;

  it('is told with what differs, and reloaded as a step that can be undone', async () => {
    edit();
    const { host } = fakeHost(now(withBucket));
    const done = onChangedOutside(host, changed);
    await expect.poll(shownDifferences).toMatchObject({ added: [{ name: 'lake' }] });
    await reply('reload');
    await done;
    expect(present().name).toBe('Theirs');
    expect(dirty()).toBe(false);
    undo();
    expect(present().name).toBe('Edited');
    expect(dirty()).toBe(true);
  });

  it('is read once more where another program is still writing it', async () => {
    const texts = ['', formatDiagram(withBucket)];
    const { host } = fakeHost({ 'file:openAgain': () => opened(texts.shift() ?? '') });
    const done = onChangedOutside(host, changed);
    await expect.poll(shownDifferences).toMatchObject({ added: [{ name: 'lake' }] });
    await reply('keep');
    await done;
  });

  it('counts as unsaved when the person keeps what is open', async () => {
    const { host } = fakeHost(now(theirDiagram));
    const done = onChangedOutside(host, changed);
    await reply('keep');
    await done;
    expect(present().name).toBe('Mine');
    expect(dirty()).toBe(true);
  });

  it('can be kept beside a copy of what is open', async () => {
    edit();
    const copy = { ...other, name: 'copy.parapet' };
    const { host } = fakeHost({ ...now(theirDiagram), 'file:saveAs': () => ({ state: 'saved', file: copy }) });
    const done = onChangedOutside(host, changed);
    await reply('copy');
    await done;
    expect(useStore.getState().file).toEqual(copy);
    expect(present().name).toBe('Edited');
    expect(dirty()).toBe(false);
  });

  it('is nothing to ask about when it holds what was saved, and can then be saved', async () => {
    const saved = present();
    edit();
    const { host, calls } = fakeHost({ ...now(saved), 'file:save': () => ({ state: 'saved', name: 'a.parapet' }) });
    await onChangedOutside(host, changed);
    expect(useQuestions.getState().asked).toEqual([]);
    expect(dirty()).toBe(true);
    await save(host);
    expect(calls.at(-1)).toMatchObject(['file:save', { id: other.id }]);
  });

  it('is said to be unreadable when it is damaged, and not offered', async () => {
    const { host } = fakeHost({
      'file:openAgain': () => ({ state: 'opened', file: { ...other, text: '{', readOnly: false } }),
    });
    const done = onChangedOutside(host, changed);
    await expect.poll(() => useQuestions.getState().asked.length).toBe(1);
    expect(useQuestions.getState().asked[0]?.question.choices.map((each) => each.answer)).toEqual(['keep', 'copy']);
    await reply('keep');
    await done;
    expect(dirty()).toBe(true);
  });

  it('counts as unsaved when it is gone', async () => {
    const { host } = fakeHost({});
    await onChangedOutside(host, { id: file.id, kind: 'removed' });
    expect(dirty()).toBe(true);
  });

  it('is nobody’s business when it is not the open one', async () => {
    const { host } = fakeHost({});
    await onChangedOutside(host, { id: other.id, kind: 'changed' });
    expect(useQuestions.getState().asked).toEqual([]);
  });
});

describe('unsaved work beside its file', () => {
  const kept = {
    documentId: '8f1c9a52-7a0e-4d57-8a44-2f4f6c1f0b03',
    name: 'Mine',
    savedAt: '2026-11-22T10:00:00Z',
    text: formatDiagram(withBucket),
    file,
  };

  it.each([
    ['restore', file],
    ['both', null],
  ] as const)('%s: opens the work with the file that it may be saved to', async (choice, expected) => {
    const { host } = fakeHost({ 'file:openAgain': () => opened(theirs), 'recovery:take': () => true });
    const done = compareRecovery(host, kept, file);
    await expect
      .poll(() => useQuestions.getState().asked[0]?.question.differences)
      .toMatchObject({ added: [{ name: 'lake' }] });
    await reply(choice);
    await done;
    expect(present().resources).toHaveLength(1);
    expect(useStore.getState().file).toEqual(expected);
    expect(dirty()).toBe(true);
  });

  it('is given up for the file only when the person says so', async () => {
    const { host, calls } = fakeHost({ 'file:openAgain': () => opened(theirs), 'recovery:drop': () => undefined });
    const done = compareRecovery(host, kept, file);
    await reply('discard');
    await done;
    expect(calls.at(-1)).toEqual(['recovery:drop', kept.documentId]);
    expect(present().name).toBe('Mine');
  });
});

it('a resource added after a save makes the document unsaved', async () => {
  const { host } = fakeHost({ 'file:save': () => ({ state: 'saved', name: 'a.parapet' }) });
  await save(host);
  commit('Add', (diagram) =>
    addResource(diagram, { id: 'r', service: 's3', name: '', inside: null, position: { x: 0, y: 0 } }),
  );
  expect(dirty()).toBe(true);
});
