import { TextInput, type TextInputProps } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { type CommitText, useDraft } from '../state/drafts.ts';
import { pasteWhole } from '../state/pasteWhole.ts';

/** Why a text does not count; `isIncomplete` while the browser takes it for no whole value, as of a date half typed. */
export type ProblemOf = (text: string, isIncomplete: boolean) => string | null;

interface DraftInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'error'> {
  /** Names what is typed here, for as long as it does not count. */
  readonly field: string;
  readonly value: string;
  readonly onCommit: CommitText;
  readonly problemOf?: ProblemOf;
}

const NO_PROBLEM: ProblemOf = () => null;

/**
 * A text field. What is typed until it is left or Enter is pressed is one step; Escape takes it back. What does not
 * count is said at the field, and waits there until it is mended or taken back.
 */
export function DraftInput({ field, value, onCommit, problemOf = NO_PROBLEM, ...input }: DraftInputProps) {
  const draft = useDraft(field, value, onCommit);
  const read = ({ value: text, validity }: HTMLInputElement) => draft.change(text, problemOf(text, validity.badInput));
  const finish = (element: HTMLInputElement) => {
    // A date that is half typed into an empty field changes nothing that the page is told of.
    if (element.validity.badInput) read(element);
    draft.finish();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish(event.currentTarget);
    if (event.key === 'Escape') {
      // This press has done its work here: it does not close what is around the field as well.
      if (draft.isTyping) event.stopPropagation();
      if (event.currentTarget.validity.badInput) event.currentTarget.value = '';
      draft.cancel();
    }
  };
  return (
    <TextInput
      {...input}
      value={draft.text}
      error={draft.problem}
      onChange={({ currentTarget }) => read(currentTarget)}
      onBlur={({ currentTarget }) => finish(currentTarget)}
      onKeyDown={onKeyDown}
      {...(input.maxLength === undefined ? {} : { onPaste: pasteWhole(input.maxLength) })}
    />
  );
}
