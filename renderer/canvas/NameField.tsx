import { type KeyboardEvent, useEffect, useRef } from 'react';
import { rename } from '../../shared/diagram/edit/answer.ts';
import { LIMITS } from '../../shared/diagram/schema.ts';
import { useDraft } from '../state/drafts.ts';
import { pasteWhole } from '../state/pasteWhole.ts';
import { commit, setSession } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';
import classes from './NameField.module.css';

/** Edits a name in place. Enter and leaving the field keep it, Escape takes it back. */
export function NameField({ id, name }: { readonly id: string; readonly name: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const draft = useDraft(`name of ${id}`, name, (text, merge) =>
    commit(`Rename ${name || 'element'}`, (diagram) => rename(diagram, id, text.trim()), merge),
  );
  const close = () => setSession({ renaming: null });
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    if (event.key === 'Enter') draft.finish();
    else draft.cancel();
    close();
    canvasPort()?.focusElement(id);
  };
  return (
    <input
      ref={field}
      className={`${classes.field} nodrag nopan`}
      aria-label="Name"
      value={draft.text}
      maxLength={LIMITS.name}
      onPaste={pasteWhole(LIMITS.name)}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        draft.finish();
        close();
      }}
    />
  );
}
