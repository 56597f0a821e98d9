import type { ClipboardEvent } from 'react';
import { tell } from './tell.ts';

const count = (characters: number): string => characters.toLocaleString('en');

/** For a field of at most `most` characters: what does not fit as a whole is not pasted, instead of being cut in silence. */
export const pasteWhole =
  (most: number) =>
  (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0);
    const length = value.length - replaced + event.clipboardData.getData('text/plain').length;
    if (length <= most) return;
    event.preventDefault();
    tell(`Nothing was pasted: ${count(length)} characters, and at most ${count(most)} can be kept here.`, 'warning');
  };
