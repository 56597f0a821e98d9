import { Accordion } from '@mantine/core';
import { memo } from 'react';
import type { HelpNote } from '../../../shared/catalog/schema.ts';
import { ExternalLink } from '../ExternalLink.tsx';
import classes from './Settings.module.css';

const STATUS: Readonly<Record<NonNullable<HelpNote['status']>, string>> = {
  'still-true': 'still true',
  changed: 'changed',
  renamed: 'renamed',
  retired: 'retired',
  wrong: 'was wrong',
};

const CLASSES = {
  control: classes.noteControl ?? '',
  label: classes.noteLabel ?? '',
  content: classes.noteContent ?? '',
};

/** One note: how it is now, what the notes of 2019 said, and where that is written. */
export function HelpNoteText({ note }: { readonly note: HelpNote }) {
  return (
    <>
      <p>
        {note.then && <b>Now: </b>}
        {note.now}
      </p>
      {note.then && (
        <p className={classes.then}>
          <b>The 2019 notes said: </b>
          {note.then}
        </p>
      )}
      {note.pages.map(({ url, title }) => (
        <p key={url}>
          <ExternalLink url={url} title={title} />
        </p>
      ))}
    </>
  );
}

/** What is worth knowing and never scored; what the notes of 2019 said stands beside how it is now. */
export const HelpNotes = memo(function HelpNotes({ notes }: { readonly notes: readonly HelpNote[] }) {
  return (
    <section aria-label="Good to know">
      <h3 className={classes.heading}>Good to know</h3>
      <Accordion multiple variant="default" chevronSize={14} order={4} keepMounted={false} classNames={CLASSES}>
        {notes.map((note, index) => (
          // The value becomes part of an id, in which blanks have no place.
          <Accordion.Item key={note.title} value={String(index)}>
            <Accordion.Control>
              {note.title} {note.status && <span className={classes.status}>{STATUS[note.status]}</span>}
            </Accordion.Control>
            <Accordion.Panel>
              <HelpNoteText note={note} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
});
