import { IconPencil } from '@tabler/icons-react';
import { type Ref, useDeferredValue, useMemo } from 'react';
import { Markdown } from './Markdown.tsx';
import classes from './Notes.module.css';
import { splitNote } from './splitNote.ts';

interface NoteViewProps {
  readonly note: string;
  readonly edit: Ref<HTMLButtonElement>;
  readonly onEdit: () => void;
}

/** A note as it reads. The button lies under the words: a click anywhere but on a link opens the note for writing. */
export function NoteView({ note, edit, onEdit }: NoteViewProps) {
  // In the background, so that a long note holds nothing up.
  const shown = useDeferredValue(note, '');
  const parts = useMemo(() => splitNote(shown), [shown]);
  return (
    <section aria-label="Note" className={classes.note}>
      <button ref={edit} type="button" className={classes.edit} aria-label="Edit note" onClick={onEdit}>
        <IconPencil size={14} aria-hidden="true" />
      </button>
      <div className={classes.words}>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and none ever moves
          <Markdown key={index} part={part} />
        ))}
      </div>
    </section>
  );
}
