import { useEffect } from 'react';
import { isBusy, isTyping } from '../commands/keyboard.ts';
import { flushDrafts } from '../state/drafts.ts';
import { isDrawing, useStore } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';
import { copySelection, cutSelection } from './clipboard.ts';
import { forgetPastes, pasteText } from './paste.ts';

/** True when the clipboard's events mean the diagram: nobody types, nothing else is going on, and no words are selected. */
function isForDiagram(): boolean {
  if (!isDrawing(useStore.getState()) || isTyping() || isBusy()) return false;
  return window.getSelection()?.isCollapsed !== false || document.activeElement?.closest('[data-canvas]') != null;
}

function onCopy(event: ClipboardEvent): void {
  if (!isForDiagram()) return;
  flushDrafts();
  const cut = event.type === 'cut';
  const text = cut ? cutSelection() : copySelection();
  if (text === null) return;
  if (cut) forgetPastes(text);
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
}

function onPaste(event: ClipboardEvent): void {
  if (!isForDiagram()) return;
  flushDrafts();
  event.preventDefault();
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text !== '') pasteText(text, canvasPort()?.pointer() ?? null);
}

/** Has the clipboard's own events copy, cut and paste elements, so that it works from window to window, and as text. */
export function useClipboard(): void {
  useEffect(() => {
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, []);
}
