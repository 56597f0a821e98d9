import { create } from 'zustand';
import { formatDiagram } from '../../shared/diagram/format.ts';
import type { DiagramFile, Host, SaveAsResult, SaveFailure, SaveResult } from '../../shared/ipc/contract.ts';
import { flushDrafts } from '../state/drafts.ts';
import { ask } from '../state/questions.ts';
import { announce, markSaved, present, useStore } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { documentName } from './documentName.ts';
import { conflict, saveFailed } from './fileMessages.ts';
import { differences, isSameText, readAgain, takeTheirs } from './reload.ts';

/** True while a save runs. */
export const useSaving = create<{ readonly saving: boolean }>()(() => ({ saving: false }));

/** What a host says when it could not even try. */
export const saveBroke = (error: unknown): SaveFailure => ({
  state: 'failed',
  reason: 'other',
  detail: error instanceof Error ? error.message : String(error),
});

async function whileSaving<T>(work: () => Promise<T>): Promise<T | SaveFailure> {
  useSaving.setState({ saving: true });
  try {
    return await work();
  } catch (error) {
    return saveBroke(error);
  } finally {
    useSaving.setState({ saving: false });
  }
}

/** The document as it is at this moment: what is drawn while it is being written stays unsaved. */
const snapshot = () => {
  flushDrafts();
  const diagram = present();
  return { diagram, documentId: useStore.getState().documentId, text: formatDiagram(diagram) };
};

function noteSaved({ diagram, documentId }: ReturnType<typeof snapshot>, file: DiagramFile): true {
  // Another document may have come while this one was being written.
  if (useStore.getState().documentId === documentId) markSaved(diagram, file);
  announce(`Saved ${file.name}`);
  return true;
}

async function saveNew(host: Host): Promise<boolean> {
  const taken = snapshot();
  const suggestedName = documentName(useStore.getState());
  const result: SaveAsResult = await whileSaving(() => host.call('file:saveAs', { suggestedName, text: taken.text }));
  switch (result.state) {
    case 'saved':
      tell(`Saved as ${result.file.name}`);
      return noteSaved(taken, result.file);
    case 'cancelled':
      return false;
    case 'failed':
      return (await ask(saveFailed(suggestedName, result))) === 'saveAs' ? saveNew(host) : false;
  }
}

async function resolveConflict(host: Host, file: DiagramFile): Promise<boolean> {
  const theirs = await readAgain(host, file);
  // Only the bytes are other ones: somebody formatted the file, or saved the same.
  const { saved } = useStore.getState();
  if (theirs && saved && isSameText(theirs.diagram, saved)) return saveTo(host, theirs.file, false);
  const names = { before: 'yours', after: 'the file on disk' };
  switch (await ask(conflict(file.name, theirs && differences(present(), theirs.diagram, names)))) {
    case 'overwrite':
      return saveTo(host, file, true);
    case 'saveAs':
      return saveNew(host);
    case 'reload':
      if (theirs) takeTheirs(theirs);
      return false;
    case 'cancel':
      return false;
  }
}

async function saveTo(host: Host, file: DiagramFile, overwrite: boolean): Promise<boolean> {
  const taken = snapshot();
  const result: SaveResult = await whileSaving(() =>
    host.call('file:save', { id: file.id, text: taken.text, overwrite }),
  );
  switch (result.state) {
    case 'saved':
      return noteSaved(taken, { ...file, name: result.name });
    case 'conflict':
      return resolveConflict(host, file);
    case 'failed':
      return (await ask(saveFailed(file.name, result))) === 'saveAs' ? saveNew(host) : false;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One save at a time, in the order in which they were asked for. */
function inOrder(work: () => Promise<boolean>): Promise<boolean> {
  const next = last.then(work, work);
  last = next;
  return next;
}

/** Saves to the document's file, or asks for one. True when it is on disk; else the person knows why not. */
export const save = (host: Host): Promise<boolean> =>
  inOrder(() => {
    const { file } = useStore.getState();
    return file === null ? saveNew(host) : saveTo(host, file, false);
  });

/** Saves to a file that the person names. True when it is on disk. */
export const saveAs = (host: Host): Promise<boolean> => inOrder(() => saveNew(host));
