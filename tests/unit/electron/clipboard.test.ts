import { expect, it, vi } from 'vitest';
import { setupClipboard } from '../../../electron/main/setupClipboard.ts';
import { MAX_FILE_BYTES } from '../../../shared/ipc/contract.ts';

const read = (text: string, window: { isFocused(): boolean } | null) => {
  const readText = vi.fn(async () => text);
  return { readText, answer: setupClipboard({ readText }, () => window)['clipboard:read']() };
};
const inFront = { isFocused: () => true };

it('the window in front gets the words of the clipboard, if they can be a diagram', async () => {
  expect(await read('words', inFront).answer).toBe('words');
  expect(await read('x'.repeat(MAX_FILE_BYTES + 1), inFront).answer).toBeNull();
});

it.each([null, { isFocused: () => false }])('for any other the clipboard is not even read', async (window) => {
  const { answer, readText } = read('secret', window);
  expect(await answer).toBeNull();
  expect(readText).not.toHaveBeenCalled();
});
