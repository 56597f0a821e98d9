import type { HelpNote } from '../../../shared/catalog/schema.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { useSubject } from '../element.ts';
import { HelpNoteText } from '../settings/HelpNotes.tsx';

const NONE: readonly HelpNote[] = [];

/** What is worth knowing about the very facts that a control stands on. */
export function useNotesOn({ compiled, element }: Assessment): readonly HelpNote[] {
  const help = useSubject(element.id)?.help ?? NONE;
  const facts = new Set(compiled.control.sources.facts);
  return help.filter((note) => note.then !== undefined && note.facts.some((fact) => facts.has(fact)));
}

/** Notes on a control: how it is now, and what the notes of 2019 said. */
export function ThenAndNow({ notes }: { readonly notes: readonly HelpNote[] }) {
  return notes.map((note) => <HelpNoteText key={note.title} note={note} />);
}
