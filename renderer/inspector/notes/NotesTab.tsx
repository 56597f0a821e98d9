import { useEffect, useRef, useState } from 'react';
import type { Item } from '../element.ts';
import { NoteField } from './NoteField.tsx';
import { NoteView } from './NoteView.tsx';

type Way = 'byKey' | 'byLeaving';

/** Free words about an element, in Markdown, saved with the diagram: as they read, or to be written. */
export function NotesTab({ item }: { readonly item: Item }) {
  const [editing, setEditing] = useState(false);
  const view = useRef<HTMLButtonElement>(null);
  const [left, setLeft] = useState<Way | null>(null);
  useEffect(() => {
    // Who leaves by a key has the focus where the note is opened again.
    if (!editing && left === 'byKey') view.current?.focus();
  }, [editing, left]);
  const onEnd = (way: Way) => {
    setEditing(false);
    setLeft(way);
  };
  if (editing || item.note === '') {
    return <NoteField item={item} opened={editing} onBegin={() => setEditing(true)} onEnd={onEnd} />;
  }
  return <NoteView note={item.note} edit={view} onEdit={() => setEditing(true)} />;
}
