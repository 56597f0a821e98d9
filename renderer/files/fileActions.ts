import { type Diagram, emptyDiagram } from '../../shared/diagram/schema.ts';
import type { DiagramFile, EventPayload, Host, OpenResult, Recovery } from '../../shared/ipc/contract.ts';
import { flushDrafts } from '../state/drafts.ts';
import { ask } from '../state/questions.ts';
import {
  announce,
  isDirty,
  markSaved,
  markUnsaved,
  openDocument,
  present,
  useStore,
  waitingTexts,
} from '../state/store.ts';
import { tell } from '../state/tell.ts';
import { type Accepted, acceptFile, acceptText, openBroke } from './acceptFile.ts';
import { documentName } from './documentName.ts';
import { changedOutside, leaveTexts, openElsewhere, recoveredBeside, unsavedChanges } from './fileMessages.ts';
import { discardRecovery, forgetRecovery } from './recovery.ts';
import { differences, isSameText, readAgain, type Theirs, takeTheirs } from './reload.ts';
import { save, saveAs } from './saveActions.ts';

/** Asks what is to become of unsaved changes. True when another document may take this one's place. */
async function mayReplace(host: Host): Promise<boolean> {
  flushDrafts();
  const state = useStore.getState();
  if (!isDirty(state)) return true;
  const choice = await ask(unsavedChanges(documentName(state)));
  // Once more after the save: something may have been drawn while it ran.
  if (choice === 'save') return (await save(host)) && mayReplace(host);
  return choice === 'discard';
}

/** Asks about texts that do not count where they were typed. True when none is lost, or may be. */
export async function mayLeaveTexts(): Promise<boolean> {
  flushDrafts();
  const waiting = waitingTexts(useStore.getState());
  return waiting.length === 0 || (await ask(leaveTexts(waiting))) === 'discard';
}

type Options = Parameters<typeof openDocument>[1];

async function replaceDocument(host: Host, diagram: Diagram, options: Options): Promise<boolean> {
  if (!((await mayLeaveTexts()) && (await mayReplace(host)))) return false;
  openDocument(diagram, options);
  announce(`Opened ${diagram.name || options.file?.name || 'diagram'}`);
  return true;
}

/** Asks about a file that another window has open. True when it is to be opened here all the same. */
async function mayOpenTwice(host: Host, { file, elsewhere }: Accepted): Promise<boolean> {
  if (!elsewhere || file === null) return true;
  const choice = await ask(openElsewhere(file.name, host.kind));
  if (choice !== 'goTo') return choice === 'here';
  // It may have been closed meanwhile.
  return !(await host.call('window:goTo', file.id));
}

async function openAccepted(host: Host, accepted: Accepted | null): Promise<void> {
  if (!accepted || !(await mayOpenTwice(host, accepted))) return;
  const { diagram, file, readOnly } = accepted;
  const opened = await replaceDocument(host, diagram, { file, saved: diagram });
  if (opened && file && readOnly) {
    tell(`${file.name} is read-only. To keep changes, save it under another name with Save as….`, 'warning');
  }
}

/** Starts an empty diagram. */
export async function newDiagram(host: Host): Promise<void> {
  const diagram = emptyDiagram('Untitled diagram');
  await replaceDocument(host, diagram, { file: null, saved: diagram });
}

/**
 * Opens what a host has read. The question of unsaved changes comes after a file was chosen and understood: a file that
 * cannot be opened costs no answer, and a browser opens its dialog only right after a click or a key.
 */
export const openResult = async (host: Host, result: OpenResult): Promise<void> =>
  openAccepted(host, await acceptFile(result));

/** Lets the person choose a file, and opens it. */
export const openFile = async (host: Host): Promise<void> =>
  openResult(host, await host.call('file:open').catch((error: unknown) => openBroke('', error)));

/** Opens a file of the list of recent ones. */
export const openRecent = async (host: Host, id: string, name: string): Promise<void> =>
  openResult(host, await host.call('file:openRecent', id).catch((error: unknown) => openBroke(name, error)));

/** Opens a text as a document that has no file yet, or the one given. */
export async function openText(
  host: Host,
  name: string,
  text: string,
  file: DiagramFile | null = null,
): Promise<boolean> {
  const diagram = await acceptText(name, text);
  return diagram !== null && replaceDocument(host, diagram, { file, saved: diagram });
}

/** Takes unsaved work up again; it stays kept until it is saved or given up. */
export async function restore(host: Host, { documentId, name, text, file }: Recovery): Promise<void> {
  const diagram = await acceptText(name, text);
  if (diagram === null) return;
  if (!(await host.call('recovery:take', documentId))) {
    tell('Another window has taken this work up.');
    forgetRecovery(documentId);
  } else if (await replaceDocument(host, diagram, { file, saved: null, documentId })) forgetRecovery(documentId);
}

/** Shows what unsaved work says differently from its file, and lets the person keep either or both. */
export async function compareRecovery(host: Host, recovery: Recovery, file: DiagramFile): Promise<void> {
  const work = await acceptText(recovery.name, recovery.text);
  if (work === null) return;
  const theirs = await readAgain(host, file);
  const names = { before: 'the file on disk', after: 'the unsaved work' };
  switch (await ask(recoveredBeside(file.name, theirs && differences(theirs.diagram, work, names)))) {
    case 'restore':
      return restore(host, recovery);
    case 'both':
      // Without a file of its own, saving it asks for a new one.
      return restore(host, { ...recovery, file: null });
    case 'discard':
      return discardRecovery(host, recovery.documentId);
    case 'cancel':
  }
}

/** Milliseconds after which a program that writes a file in place has ended. */
const WRITTEN = 300;

/** What the file holds now; one that cannot be read may be being written, and is read once more. */
async function readWhenWritten(host: Host, file: DiagramFile): Promise<Theirs | null> {
  const theirs = await readAgain(host, file);
  if (theirs) return theirs;
  await new Promise((done) => setTimeout(done, WRITTEN));
  return readAgain(host, file);
}

/** Says that the open file is no longer as it was read, and offers to take it as it is now. */
async function tellChangedOutside(host: Host, change: EventPayload<'file:changedOutside'>): Promise<void> {
  const state = useStore.getState();
  const { file } = state;
  if (file?.id !== change.id) return;
  if (change.kind === 'removed') {
    markUnsaved();
    tell(`${file.name} is no longer where it was. Save the diagram to keep it.`, 'warning');
    return;
  }
  const theirs = await readWhenWritten(host, file);
  if (theirs && takesNothing(theirs)) return;
  const names = { before: 'yours', after: 'the file on disk' };
  const told = theirs && differences(present(), theirs.diagram, names);
  const choice = await ask(changedOutside(file.name, isDirty(state), told));
  if (choice === 'reload' && theirs) takeTheirs(theirs);
  else {
    markUnsaved();
    if (choice === 'copy') await saveAs(host);
  }
}

let telling: Promise<void> = Promise.resolve();

/** One change after the other: what comes while one is looked at may be about the file as that one left it. */
export function onChangedOutside(host: Host, change: EventPayload<'file:changedOutside'>): Promise<void> {
  const next = telling.then(() => tellChangedOutside(host, change));
  telling = next.catch(() => {});
  return next;
}

/** True when the file holds what is open, or what was saved: then it is only known under a new id from now on. */
function takesNothing({ diagram, file }: Theirs): boolean {
  const { saved } = useStore.getState();
  if (isSameText(diagram, present())) markSaved(present(), file);
  else if (saved && isSameText(diagram, saved)) markSaved(saved, file);
  else return false;
  return true;
}
