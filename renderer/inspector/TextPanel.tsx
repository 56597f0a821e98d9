import { Textarea } from '@mantine/core';
import { setText, setTextStyle } from '../../shared/diagram/edit/text.ts';
import { LIMITS, type TextBox } from '../../shared/diagram/schema.ts';
import { useDraft } from '../state/drafts.ts';
import { textName } from '../state/names.ts';
import { pasteWhole } from '../state/pasteWhole.ts';
import { commit } from '../state/store.ts';
import { Segments } from './Segments.tsx';
import classes from './summary.module.css';

const STYLES = [
  { value: 'title', label: 'Title' },
  { value: 'note', label: 'Note' },
] as const;

/** A text on the canvas: its words, and whether it is a title or a note. Nothing is checked on it. */
export function TextPanel({ text }: { readonly text: TextBox }) {
  const draft = useDraft(`text of ${text.id}`, text.text, (words, merge) =>
    commit(`Write ${textName(text)}`, (diagram) => setText(diagram, text.id, words), merge),
  );
  return (
    <div className={classes.panel}>
      <h2 className={classes.title}>{text.style === 'title' ? 'Title' : 'Note'} on the canvas</h2>
      <Segments
        label="Look"
        segments={STYLES}
        value={text.style}
        onChange={(style) =>
          commit(`Make ${textName(text)} a ${style}`, (diagram) => setTextStyle(diagram, text.id, style))
        }
      />
      <Textarea
        label="Text"
        size="sm"
        mt="sm"
        autosize
        minRows={4}
        maxRows={24}
        dir="auto"
        maxLength={LIMITS.answer}
        onPaste={pasteWhole(LIMITS.answer)}
        value={draft.text}
        onChange={({ currentTarget }) => draft.change(currentTarget.value)}
        onBlur={draft.finish}
      />
      <p className={classes.quiet}>It is drawn in every picture of the diagram. Nothing in it is checked.</p>
    </div>
  );
}
