import { TextInput, type TextInputProps } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { type CommitText, useDraft } from '../state/drafts.ts';

interface DraftInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> {
  readonly value: string;
  readonly onCommit: CommitText;
}

/** A text field. What is typed until it is left or Enter is pressed is one step; Escape takes it back. */
export function DraftInput({ value, onCommit, ...input }: DraftInputProps) {
  const draft = useDraft(value, onCommit);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') draft.finish();
    if (event.key === 'Escape') draft.cancel();
  };
  return (
    <TextInput
      {...input}
      value={draft.text}
      onChange={({ currentTarget }) => draft.change(currentTarget.value)}
      onBlur={draft.finish}
      onKeyDown={onKeyDown}
    />
  );
}
