import { type KeyboardEvent, useEffect, useRef } from 'react';
import { setText } from '../../shared/diagram/edit/text.ts';
import { LIMITS } from '../../shared/diagram/schema.ts';
import { TEXT_LOOKS } from '../../shared/export/textBox.ts';
import { leaveText } from '../state/addText.ts';
import { useDraft } from '../state/drafts.ts';
import { textName } from '../state/names.ts';
import { pasteWhole } from '../state/pasteWhole.ts';
import { commit, setSession } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';
import classes from './TextNode.module.css';
import type { TextNode } from './types.ts';

interface Props {
  readonly id: string;
  readonly data: TextNode['data'];
}

/** Enter ends a title; a note has lines, and ends with Ctrl+Enter. */
const ends = ({ key, ctrlKey, metaKey }: KeyboardEvent, style: TextNode['data']['style']): boolean =>
  key === 'Enter' && (style === 'title' || ctrlKey || metaKey);

/** Edits a text in place. Leaving the field keeps what was written, Escape takes it back. */
export function TextField({ id, data }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const draft = useDraft(`text of ${id}`, data.text, (text, merge) =>
    commit(`Write ${textName(data)}`, (diagram) => setText(diagram, id, text), merge),
  );
  const close = () => {
    setSession({ renaming: null });
    leaveText(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape' && !ends(event, data.style)) return;
    event.preventDefault();
    if (event.key === 'Escape') draft.cancel();
    else draft.finish();
    close();
    canvasPort()?.focusElement(id);
  };
  const { font, line, padding } = TEXT_LOOKS[data.style];
  return (
    <textarea
      ref={field}
      className={`${classes.field} nodrag nopan nowheel`}
      style={{
        padding: `${padding.y}px ${padding.x}px`,
        fontSize: font.size,
        lineHeight: `${line}px`,
      }}
      dir="auto"
      aria-label={data.style === 'title' ? 'Title' : 'Note'}
      placeholder={data.style === 'title' ? 'Title' : 'Note'}
      value={draft.text}
      maxLength={LIMITS.answer}
      onPaste={pasteWhole(LIMITS.answer)}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        draft.finish();
        close();
      }}
    />
  );
}
