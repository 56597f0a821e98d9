import { useEffect } from 'react';
import { COMMANDS, type Command, type CommandId } from '../../shared/commands.ts';
import { isReviewing } from '../review/session.ts';
import { isAsking } from '../state/questions.ts';
import { useStore } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';
import { runCommand } from './runCommand.ts';
import { commandOf, IS_MAC } from './shortcuts.ts';
import type { CommandContext } from './table/entry.ts';

const TEXT = ['input:not([type=checkbox],[type=radio],[type=button])', 'textarea', '[contenteditable=true]'].join();

const focusIn = (selector: string): boolean => document.activeElement?.closest(selector) != null;

/** True when keys belong to the text field that has the focus. */
export const isTyping = (): boolean => focusIn(TEXT);

/** True when the focus is on the canvas or nowhere: only then may a bare key, such as Delete, change the diagram. */
export const isOnCanvas = (): boolean => document.activeElement === document.body || focusIn('[data-canvas]');

const isInOutline = (): boolean => focusIn('[data-outline]:not([data-typing])');

const isBare = (event: KeyboardEvent): boolean => !(event.ctrlKey || event.metaKey) && !/^F\d/.test(event.key);

/** True while a dialog is open, or the pointer drags on the canvas: nothing else may change what is behind or in hand. */
export const isBusy = (): boolean =>
  canvasPort()?.isDragging() === true ||
  useStore.getState().dialog !== null ||
  isAsking() ||
  document.querySelector('[role=dialog][aria-modal=true]') !== null;

/** True when a bare key may run a command where the focus is now. */
function isHeard({ anywhere, inOutline, inReview }: Command): boolean {
  if (anywhere || isOnCanvas()) return true;
  return isInOutline() ? inOutline === true : inReview === true && isReviewing();
}

const commandOfId = (id: CommandId): Command => COMMANDS[id];

const isLeftToTextFields = (id: CommandId): boolean => commandOfId(id).leaveToTextFields === true;

function onKey(event: KeyboardEvent, context: CommandContext): void {
  if (event.isComposing) return;
  const id = commandOf(event, IS_MAC);
  if (id === null || commandOfId(id).byBrowser || (commandOfId(id).ofDesktop && context.host.kind !== 'web')) return;
  const bare = isBare(event);
  if ((bare || isLeftToTextFields(id)) && (isTyping() || isBusy())) return;
  if (bare && !isHeard(commandOfId(id))) return;
  // The page is asked before the native menu, and a key that it takes does not reach the menu: nothing runs twice.
  // In a browser this keeps the browser's own dialogs (save page, open file) away.
  event.preventDefault();
  if (!isBusy()) runCommand(id, context);
}

/** Runs commands by their keys while the component is there. */
export function useKeyboard(context: CommandContext): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event, context);
    // In the capture phase: what a field does with a key must not keep Ctrl+S from saving.
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [context]);
}

/** What the native menu's Edit commands do in a text field that has the focus. */
const IN_TEXT: Partial<Readonly<Record<CommandId, string>>> = {
  undo: 'undo',
  redo: 'redo',
  selectAll: 'selectAll',
  delete: 'delete',
};

/** Runs a command chosen in the native menu, in the text field that has the focus if it means that. */
export function runFromMenu(id: CommandId, context: CommandContext): void {
  if (isLeftToTextFields(id) && isTyping()) {
    const inText = IN_TEXT[id];
    // The one way to reach a text field's own undo.
    if (inText !== undefined) document.execCommand(inText);
  } else if (!isBusy()) runCommand(id, context);
}
