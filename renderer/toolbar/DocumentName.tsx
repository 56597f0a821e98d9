import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { renameDiagram } from '../../shared/diagram/edit/add.ts';
import { oneLine } from '../../shared/diagram/oneLine.ts';
import { LIMITS } from '../../shared/diagram/schema.ts';
import { documentName } from '../files/documentName.ts';
import { useDraft } from '../state/drafts.ts';
import { pasteWhole } from '../state/pasteWhole.ts';
import { commit, isDirty, present, useStore } from '../state/store.ts';
import classes from './Toolbar.module.css';

interface FieldProps {
  readonly name: string;
  readonly onDone: (byKey: boolean) => void;
}

function NameField({ name, onDone }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const [before] = useState(() => present().name);
  const draft = useDraft('name of the diagram', name, (text, merge) =>
    commit('Rename diagram', (diagram) => renameDiagram(diagram, text.trim() || before), merge),
  );
  // A name that was deleted and not replaced stays.
  const finish = () => (draft.text.trim() === '' ? draft.cancel() : draft.finish());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') draft.cancel();
    else if (event.key === 'Enter') finish();
    else return;
    event.preventDefault(); // else Enter would press the button that takes the field's place
    onDone(true);
  };
  return (
    <input
      ref={field}
      className={classes.nameField}
      aria-label="Diagram name"
      value={draft.text}
      maxLength={LIMITS.name}
      onPaste={pasteWhole(LIMITS.name)}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        finish();
        onDone(false);
      }}
    />
  );
}

/** The name of the diagram, which a click edits; the file's name; and a mark while something is not saved. */
export function DocumentName() {
  const name = useStore(documentName);
  const fileName = useStore((state) => (state.file === null ? null : oneLine(state.file.name)));
  const dirty = useStore(isDirty);
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const refocus = useRef(false);
  useEffect(() => {
    if (!editing && refocus.current) button.current?.focus();
    refocus.current = false;
  }, [editing]);
  const done = (byKey: boolean) => {
    refocus.current = byKey;
    setEditing(false);
  };
  return (
    <span className={classes.document}>
      {editing ? (
        <NameField name={name} onDone={done} />
      ) : (
        <button
          ref={button}
          type="button"
          className={classes.name}
          title={`${name}: rename the diagram`}
          data-testid="document-name"
          onClick={() => setEditing(true)}
        >
          {name}
        </button>
      )}
      {fileName !== null && (
        <span className={classes.fileName} data-testid="file-name" title={fileName}>
          {fileName}
        </span>
      )}
      {dirty && (
        <span className={classes.unsaved} data-testid="unsaved" role="img" aria-label="Unsaved changes">
          ●
        </span>
      )}
    </span>
  );
}
