import { TextInput, type TextInputProps } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useDraft } from '../state/drafts.ts';

interface DraftInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> {
  readonly value: string;
  readonly onCommit: (text: string) => void;
}

/** A text field whose text counts when it is left or Enter is pressed; Escape forgets what was typed. */
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
