import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { rename } from '../../shared/diagram/edit/answer.ts';
import { LIMITS } from '../../shared/diagram/schema.ts';
import { onSettle } from '../state/settle.ts';
import { commit, setSession } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';
import classes from './NameField.module.css';

/** One visit of the field is one step, also when a command such as Save has the name committed on the way. */
const keep = (id: string, before: string, text: string): void =>
  commit(`Rename ${before || 'element'}`, (diagram) => rename(diagram, id, text.trim()), `rename ${id} ${before}`);

/** Edits a name in place. Enter and leaving the field keep it, Escape drops it. */
export function NameField({ id, name: current }: { readonly id: string; readonly name: string }) {
  // What it was called when the visit began: a save on the way changes it.
  const [name] = useState(current);
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);
  useEffect(() => onSettle(() => keep(id, name, field.current?.value ?? name)), [id, name]);
  const finish = (kept: boolean, refocus: boolean) => {
    if (done.current) return;
    done.current = true;
    setSession({ renaming: null });
    if (kept) keep(id, name, field.current?.value ?? name);
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
