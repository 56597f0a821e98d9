import { type KeyboardEvent, useEffect, useRef } from 'react';
import { rename } from '../../shared/diagram/edit/answer.ts';
import { LIMITS } from '../../shared/diagram/schema.ts';
import { commit, setSession } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';
import classes from './NameField.module.css';

/** Edits a name in place. Enter and leaving the field keep it, Escape drops it. */
export function NameField({ id, name }: { readonly id: string; readonly name: string }) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);
  const finish = (keep: boolean, refocus: boolean) => {
    if (done.current) return;
    done.current = true;
    const text = field.current?.value.trim() ?? name;
    setSession({ renaming: null });
    if (keep) commit(`Rename ${name || 'element'}`, (diagram) => rename(diagram, id, text));
    if (refocus) canvasPort()?.focusElement(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') finish(true, true);
    if (event.key === 'Escape') finish(false, true);
  };
  return (
    <input
      ref={field}
      className={`${classes.field} nodrag nopan`}
      aria-label="Name"
      defaultValue={name}
      maxLength={LIMITS.name}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true, false)}
    />
  );
}
