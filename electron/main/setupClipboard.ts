import type { BrowserWindow, Clipboard } from 'electron';
import { MAX_FILE_BYTES } from '../../shared/ipc/contract.ts';
import type { Handlers } from './setupIpc.ts';

/**
 * Gives the words of the clipboard to a page whose person chose Paste in one of its menus: a page may not read it by
 * itself. Only the window in front is answered, and only with what can be a diagram.
 */
export const setupClipboard = (
  clipboard: Pick<Clipboard, 'readText'>,
  window: () => Pick<BrowserWindow, 'isFocused'> | null,
): Handlers<'clipboard:read'> => ({
  'clipboard:read': async () => {
    if (!window()?.isFocused()) return null;
    const text = await clipboard.readText();
    return text.length > MAX_FILE_BYTES ? null : text;
  },
});
