import type { MouseEvent } from 'react';
import { showContextMenu } from '../state/store.ts';

/** Opens the menu of a finding where the pointer is; a text that is selected there keeps the browser's own menu. */
export function openFindingMenu(event: MouseEvent, finding: string): void {
  if (window.getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  showContextMenu({ context: 'finding', x: event.clientX, y: event.clientY, finding });
}
