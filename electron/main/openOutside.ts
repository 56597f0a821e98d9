import type { BrowserWindow, Dialog, Shell } from 'electron';
import { externalUrl } from './trust.ts';

/** Opens an address in the system's browser, once the person has seen its host and agreed; false where that is refused. */
export type OpenOutside = (url: string, window: BrowserWindow | null) => Promise<boolean>;

const LONGEST = 300;
const OPEN = 0;
const CANCEL = 1;

/**
 * The question is main's own: a page that was taken over could open what it likes if the page asked. Cancel is the
 * default, so that a key that is held down agrees to nothing. One question at a time; no answer is remembered.
 */
export function createOpenOutside(
  dialog: Pick<Dialog, 'showMessageBox'>,
  shell: Pick<Shell, 'openExternal'>,
): OpenOutside {
  let asking = false;

  async function agrees({ host, href }: URL, window: BrowserWindow): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: `Open ${host} in your browser?`,
      detail: href.length > LONGEST ? `${href.slice(0, LONGEST)}…` : href,
      buttons: ['Open', 'Cancel'],
      defaultId: CANCEL,
      cancelId: CANCEL,
      noLink: true,
    });
    return response === OPEN;
  }

  return async (text, window) => {
    const url = externalUrl(text);
    if (url === null || window === null || asking) return false;
    asking = true;
    try {
      if (!(await agrees(url, window))) return false;
    } finally {
      asking = false;
    }
    await shell.openExternal(url.href);
    return true;
  };
}
