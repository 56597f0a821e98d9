import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { setNote } from '../../../shared/diagram/edit/answer.ts';
import { LIMITS } from '../../../shared/diagram/schema.ts';
import { useDraft } from '../../state/drafts.ts';
import { namesOf } from '../../state/names.ts';
import { pasteWhole } from '../../state/pasteWhole.ts';
import { commit, present } from '../../state/store.ts';
import classes from '../summary.module.css';
import noteClasses from './Notes.module.css';

const CLASSES = { description: classes.hint ?? '', input: noteClasses.field ?? '' };

const ABOUT = 'In Markdown, saved with the diagram. Nothing here is checked. Ctrl+Enter shows it as it reads.';
const MIXED = 'Mixed: the elements have different notes. What you write takes the place of all of them.';

interface NoteFieldProps {
  readonly ids: readonly string[];
  /** What all have; null where they differ. */
  readonly note: string | null;
  /** True when somebody asked to write: then it takes the focus. */
  readonly opened: boolean;
  readonly onBegin: () => void;
  readonly onEnd: (way: 'byKey' | 'byLeaving') => void;
}

/** The note of one element, or of all, to be written. All that is typed in one visit is one step. */
export function NoteField({ ids, note, opened, onBegin, onEnd }: NoteFieldProps) {
  const draft = useDraft(`note of ${ids.join(' ')}`, note ?? '', (text, merge) =>
    commit(`Note on ${namesOf(present(), ids)}`, (diagram) => setNote(diagram, ids, text), merge),
  );
  const end = (way: 'byKey' | 'byLeaving') => {
    draft.finish();
    onEnd(way);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      event.stopPropagation(); // one press closes one thing
      end('byKey');
    }
  };
  return (
    <Textarea
      label="Notes"
      classNames={CLASSES}
      description={note === null ? MIXED : ABOUT}
      placeholder={note === null ? 'Mixed' : undefined}
      size="xs"
      rows={6}
      maxLength={LIMITS.note}
      onPaste={pasteWhole(LIMITS.note)}
      autoFocus={opened}
      value={draft.text}
      onFocus={onBegin}
      onChange={({ currentTarget }) => draft.change(currentTarget.value)}
      onBlur={({ currentTarget }) => {
        // When the whole window is left, the field still has the focus in it.
        if (document.activeElement === currentTarget) draft.finish();
        else end('byLeaving');
      }}
      onKeyDown={onKeyDown}
    />
  );
}
