import { oneLine } from '../../shared/diagram/oneLine.ts';
import type { ParsedDiagram } from '../../shared/diagram/parse.ts';
import type { ComparedReview } from '../../shared/export/comparison.ts';
import {
  type EventPayload,
  type Host,
  MAX_EXPORT_BYTES,
  type OpenFailure,
  type SaveFailure,
} from '../../shared/ipc/contract.ts';
import { shortText } from '../state/drafts.ts';
import type { Question } from '../state/questions.ts';
import type { Refused } from '../state/store.ts';

type Unreadable = Extract<ParsedDiagram, { ok: false }>;

const quoted = (name: string): string => (name === '' ? 'The file' : `“${oneLine(name)}”`);
const UNTOUCHED = 'The diagram that you have open is untouched.';
const NOT_LOST = 'Nothing is lost: your changes are still here.';
const said = (detail: string): readonly string[] => (detail === '' ? [] : [`The system says: ${detail}`]);

const OPEN_ADVICE: Readonly<Record<OpenFailure['reason'], string>> = {
  notFound: 'It is no longer there. It may have been moved, renamed or deleted: find it with Open….',
  tooLarge: 'It is larger than a diagram can be. Check that it is the file that you meant.',
  notText: 'It is not a text file, so it is not a diagram. Check that it is the file that you meant.',
  notAFile: 'It is a folder or a device, not a file. Choose a file whose name ends in .parapet.',
  noPermission: 'It may not be read. Ask for the right to read it, or copy it to a place where you may.',
  other: 'Try again; if it still fails, copy the file to another place and open it there.',
};

/** More than these are counted, not listed. */
const MOST_WAITING = 5;

const CLOSE = [{ answer: 'close', label: 'Close' }] as const;

/** A file that could not be read from the disk. */
export const openFailed = ({ reason, name, detail }: OpenFailure): Question<'close'> => ({
  title: `${quoted(name)} could not be opened`,
  message: [OPEN_ADVICE[reason], ...said(detail), UNTOUCHED],
  choices: CLOSE,
  dismissed: 'close',
});

const DROP_ADVICE: Readonly<Record<EventPayload<'drop:refused'>['reason'], string>> = {
  folder: 'It is a folder. Drop the diagrams in it.',
  wrongKind: 'Only diagrams (.parapet) and pictures that Parapet has exported (.svg, .png) can be opened.',
  tooMany: 'These are too many at once. Drop a few at a time; in a browser, one at a time.',
};

/** Something that was dropped on the window and cannot be opened. */
export const dropRefused = ({ name, reason }: EventPayload<'drop:refused'>): Question<'close'> => ({
  title: `${quoted(name)} could not be opened`,
  message: [DROP_ADVICE[reason], UNTOUCHED],
  choices: CLOSE,
  dismissed: 'close',
});

const PARSE_ADVICE: Readonly<Record<Unreadable['reason'], string>> = {
  notJson: 'Open it in a text editor at the place named below, or go back to an earlier version of the file.',
  notParapet: 'Choose a file that Parapet has saved, or add the line "format": "parapet".',
  newerVersion: 'It was saved by a newer Parapet. Update Parapet, or ask for the file in the older format.',
  invalid: 'Correct these places in a text editor, or go back to an earlier version of the file.',
};

/** A file that is no diagram, or one that contradicts itself. */
export const notADiagram = (name: string, { reason, message, problems }: Unreadable): Question<'close'> => ({
  title: `${quoted(name)} could not be opened`,
  message: [message, PARSE_ADVICE[reason], UNTOUCHED],
  problems,
  choices: CLOSE,
  dismissed: 'close',
});

const SAVE_ADVICE: Readonly<Record<SaveFailure['reason'], string>> = {
  diskFull: 'The disk is full. Make room and save again, or save to another disk.',
  readOnly: 'The file is read-only. Save under another name, or take the protection off and save again.',
  noPermission: 'It may not be written there. Save to another place, or ask for the right to write.',
  notFound: 'The file or its folder is no longer there. Save it again in another place.',
  pathTooLong: 'The name of the file, with its folders, is too long for this system. Save under a shorter name.',
  locked: 'Another program has the file open. Close it there and save again, or save under another name.',
  unreachable:
    'The disk or network share cannot be reached, or does not work as it should. Save to another disk; there may still be the old version on this one.',
  other: 'Try again, or save to another place.',
};

/** A save that did not succeed. */
export const saveFailed = (name: string, { reason, detail }: SaveFailure): Question<'saveAs' | 'close'> => ({
  title: `${quoted(name)} was not saved`,
  message: [SAVE_ADVICE[reason], ...said(detail), NOT_LOST],
  choices: [
    { answer: 'saveAs', label: 'Save as…' },
    { answer: 'close', label: 'Close', look: 'plain' },
  ],
  dismissed: 'close',
});

/** An export that did not succeed. */
export const exportFailed = ({ reason, detail }: SaveFailure): Question<'again' | 'close'> => ({
  title: 'The file was not exported',
  message: [reason === 'other' ? 'Try again, or choose another place.' : SAVE_ADVICE[reason], ...said(detail)],
  choices: [
    { answer: 'again', label: 'Choose another place…' },
    { answer: 'close', label: 'Close', look: 'plain' },
  ],
  dismissed: 'close',
});

/** Why an export is refused that is larger than hosts write, and what to do. */
export const TOO_LARGE = [
  `It would have more than ${MAX_EXPORT_BYTES / 1024 / 1024} MiB.`,
  'Export a smaller picture, or only a part of the diagram.',
] as const;

/** An export that could not be made; says why and what to do. */
export const exportRefused = (message: readonly string[]): Question<'close'> => ({
  title: 'The file was not exported',
  message,
  choices: [{ answer: 'close', label: 'Close' }],
  dismissed: 'close',
});

/** Printing did not succeed. */
export const printFailed = (detail: string): Question<'close'> => ({
  title: 'The diagram was not printed',
  message: ['Check the printer and try again, or export a PDF and print that.', ...said(detail)],
  choices: CLOSE,
  dismissed: 'close',
});

/** Texts that wait in their fields are about to be lost: they are in no document. */
export const leaveTexts = (waiting: readonly Refused[]): Question<'back' | 'discard'> => ({
  title: waiting.length === 1 ? 'Leave a text behind?' : `Leave ${waiting.length} texts behind?`,
  message: [
    'They were not taken over, wait in their fields, and are lost with this diagram.',
    ...waiting.slice(0, MOST_WAITING).map(({ text, problem }) => `${quoted(shortText(text))}: ${problem}`),
  ],
  choices: [
    { answer: 'back', label: 'Back to the diagram' },
    { answer: 'discard', label: 'Leave behind', look: 'danger' },
  ],
  dismissed: 'back',
});

/** Another document is about to take the place of one with unsaved changes. */
export const unsavedChanges = (name: string): Question<'save' | 'discard' | 'cancel'> => ({
  title: `Save the changes to ${quoted(name)}?`,
  message: ['They are lost if you do not save them.'],
  choices: [
    { answer: 'save', label: 'Save' },
    { answer: 'discard', label: 'Don’t save', look: 'danger' },
    { answer: 'cancel', label: 'Cancel', look: 'plain' },
  ],
  dismissed: 'cancel',
});

const HERE = { answer: 'here', label: 'Open it here too' } as const;

/** Another window has the file open; a page of a browser cannot bring another one to the front. */
export const openElsewhere = (name: string, host: Host['kind']): Question<'goTo' | 'here' | 'cancel'> => ({
  title: `${quoted(name)} is also open in another window`,
  message: [
    ...(host === 'web' ? ['Look for it among the tabs and windows of your browser.'] : []),
    'If you open it here too, each window has changes of its own. What one of them saves, the other asks about.',
  ],
  choices: [
    ...(host === 'web'
      ? [HERE]
      : [{ answer: 'goTo', label: 'Go to that window' } as const, { ...HERE, look: 'plain' } as const]),
    { answer: 'cancel', label: 'Cancel', look: 'plain' },
  ],
  dismissed: 'cancel',
});

const UNREADABLE = 'What is there now cannot be read as a diagram, so it cannot be reloaded.';

/** The file on disk is not the one that was read or written last; `differences` is null when it cannot be read. */
export const conflict = (
  name: string,
  differences: ComparedReview | null,
): Question<'overwrite' | 'saveAs' | 'reload' | 'cancel'> => ({
  title: `${quoted(name)} was changed by someone else`,
  message: [
    'It is no longer the file that you opened: another program or person has saved it since.',
    differences
      ? 'Save yours under another name to keep both. “Overwrite” replaces theirs; “Reload” takes theirs, and Undo brings yours back.'
      : `Save yours under another name to keep both. “Overwrite” replaces theirs. ${UNREADABLE}`,
  ],
  differences,
  choices: [
    { answer: 'saveAs', label: 'Save as…' },
    { answer: 'overwrite', label: 'Overwrite', look: 'danger' },
    ...(differences ? [{ answer: 'reload', label: 'Reload', look: 'plain' } as const] : []),
    { answer: 'cancel', label: 'Cancel', look: 'plain' },
  ],
  dismissed: 'cancel',
});

const RELOAD = { answer: 'reload', label: 'Reload' } as const;
const KEEP = { answer: 'keep', label: 'Keep mine' } as const;
const COPY = { answer: 'copy', label: 'Save a copy…', look: 'plain' } as const;

/** The open file has changed on disk while Parapet was in the background; `differences` is null when it cannot be read. */
export const changedOutside = (
  name: string,
  dirty: boolean,
  differences: ComparedReview | null,
): Question<'reload' | 'keep' | 'copy'> => ({
  title: `${quoted(name)} has changed on disk`,
  message: [
    dirty
      ? 'Another program or person has saved it, and you have changes here that are not saved. If you reload, Undo brings yours back.'
      : 'Another program or person has saved it. Reload it to see their changes; Undo goes back.',
    ...(differences ? [] : [UNREADABLE]),
  ],
  differences,
  // The first choice is the proposed one: never the one that hides the person's own work.
  choices: [
    ...(dirty || !differences
      ? [KEEP, ...(differences ? [{ ...RELOAD, look: 'plain' } as const] : [])]
      : [RELOAD, { ...KEEP, look: 'plain' } as const]),
    COPY,
  ],
  dismissed: 'keep',
});

/** Unsaved work of an earlier time, beside the file that it belongs to. */
export const recoveredBeside = (
  name: string,
  differences: ComparedReview | null,
): Question<'restore' | 'both' | 'discard' | 'cancel'> => ({
  title: `Unsaved work of ${quoted(name)}`,
  message: [
    differences
      ? 'This is what it says differently from the file as it is on disk now.'
      : 'The file that it belongs to is gone or cannot be read.',
  ],
  differences,
  choices: [
    { answer: 'restore', label: 'Restore the work' },
    { answer: 'both', label: 'Keep both', look: 'plain' },
    { answer: 'discard', label: 'Keep the file only', look: 'danger' },
    { answer: 'cancel', label: 'Cancel', look: 'plain' },
  ],
  dismissed: 'cancel',
});
