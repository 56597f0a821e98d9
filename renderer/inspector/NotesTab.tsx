import { Textarea } from '@mantine/core';
import { setNote } from '../../shared/diagram/edit/answer.ts';
import { LIMITS } from '../../shared/diagram/schema.ts';
import { useDraft } from '../state/drafts.ts';
import { nameOf } from '../state/names.ts';
import { commit, present } from '../state/store.ts';
import type { Item } from './element.ts';
import classes from './summary.module.css';

const CLASSES = { description: classes.hint ?? '' };

/** Free words about an element, saved with the diagram. */
export function NotesTab({ item }: { readonly item: Item }) {
  const draft = useDraft(item.note, (text, merge) =>
    commit(`Note on ${nameOf(present(), item.id)}`, (diagram) => setNote(diagram, item.id, text), merge),
  );
  return (
    <Textarea
      label="Notes"
      classNames={CLASSES}
      description="Saved with the diagram. Nothing here is checked."
      size="xs"
      autosize
      minRows={6}
      maxRows={24}
      maxLength={LIMITS.note}
      value={draft.text}
      onChange={({ currentTarget }) => draft.change(currentTarget.value)}
      onBlur={draft.finish}
    />
  );
}
