import { COMMANDS } from '../../../shared/commands.ts';
import { canCopy, copySelection, cutSelection } from '../../clipboard/clipboard.ts';
import { copyPicture } from '../../clipboard/copyPicture.ts';
import { forgetPastes, pasteText } from '../../clipboard/paste.ts';
import { writeText } from '../../clipboard/writeText.ts';
import { isDrawing, useStore } from '../../state/store.ts';
import { tell } from '../../state/tell.ts';
import { canvasPort } from '../../state/viewport.ts';
import { IS_MAC, shortcutText } from '../shortcuts.ts';
import type { CommandContext, Entry } from './entry.ts';

/** Said where a page may not touch the clipboard but in answer to its keys. */
const askForKey = (id: 'cut' | 'copy' | 'paste'): void =>
  tell(`Press ${shortcutText(COMMANDS[id].shortcut, IS_MAC)}: the clipboard is closed to menus here.`);

async function copy(): Promise<void> {
  const text = copySelection();
  if (text !== null && !(await writeText(text))) askForKey('copy');
}

async function cut(): Promise<void> {
  const text = copySelection();
  if (text === null) return;
  if (!(await writeText(text))) askForKey('cut');
  else {
    cutSelection();
    forgetPastes(text);
  }
}

async function paste({ host }: CommandContext): Promise<void> {
  const { contextMenu } = useStore.getState();
  const point = contextMenu && (canvasPort()?.toDiagram(contextMenu) ?? null);
  const text = await host.call('clipboard:read').catch(() => null);
  if (text === null) askForKey('paste');
  else if (text !== '') pasteText(text, point);
}

/** What the clipboard's commands do when a menu or the command palette runs them; their keys are the browser's events. */
export const CLIPBOARD = {
  cut: { run: cut, enabled: canCopy },
  copy: { run: copy, enabled: canCopy },
  copyPicture: { run: copyPicture, enabled: isDrawing },
  paste: { run: paste, enabled: isDrawing },
} as const satisfies Record<string, Entry>;
