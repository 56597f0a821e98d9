import { useEffect, useRef, useState } from 'react';
import type { Item } from '../element.ts';
import { backToCanvas } from '../focusInspector.ts';
import { NoteField } from './NoteField.tsx';
import { NoteView } from './NoteView.tsx';

type Way = 'byKey' | 'byLeaving';

/** Free words about an element, or about several alike, in Markdown, saved with the diagram: as they read, or to be written. */
export function NotesTab({ items }: { readonly items: readonly Item[] }) {
  const [editing, setEditing] = useState(false);
  const view = useRef<HTMLButtonElement>(null);
  const [left, setLeft] = useState<Way | null>(null);
  useEffect(() => {
    // Who leaves by a key has the focus where the note is opened again. One that is still empty has no such place.
    if (editing || left !== 'byKey') return;
    if (view.current) view.current.focus();
    else backToCanvas();
  }, [editing, left]);
  const onEnd = (way: Way) => {
    setEditing(false);
    setLeft(way);
  };
  const [first = ''] = items.map((item) => item.note);
  const note = items.every((item) => item.note === first) ? first : null;
  if (editing || note === '' || note === null) {
    const ids = items.map(({ id }) => id);
    return <NoteField ids={ids} note={note} opened={editing} onBegin={() => setEditing(true)} onEnd={onEnd} />;
  }
  return <NoteView note={note} edit={view} onEdit={() => setEditing(true)} />;
}
