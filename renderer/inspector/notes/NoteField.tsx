import { Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { setNote } from '../../../shared/diagram/edit/answer.ts';
import { LIMITS } from '../../../shared/diagram/schema.ts';
import { useDraft } from '../../state/drafts.ts';
import { nameOf } from '../../state/names.ts';
import { commit, present } from '../../state/store.ts';
import type { Item } from '../element.ts';
import classes from '../summary.module.css';

const CLASSES = { description: classes.hint ?? '' };

interface NoteFieldProps {
  readonly item: Item;
  /** True when somebody asked to write: then it takes the focus. */
  readonly opened: boolean;
  readonly onBegin: () => void;
  readonly onEnd: (way: 'byKey' | 'byLeaving') => void;
}

/** The note to be written. All that is typed in one visit is one step. */
export function NoteField({ item, opened, onBegin, onEnd }: NoteFieldProps) {
  const draft = useDraft(item.note, (text, merge) =>
    commit(`Note on ${nameOf(present(), item.id)}`, (diagram) => setNote(diagram, item.id, text), merge),
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
      description="In Markdown, saved with the diagram. Nothing here is checked. Ctrl+Enter shows it as it reads."
      size="xs"
      autosize
      minRows={6}
      maxRows={24}
      maxLength={LIMITS.note}
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
