import { flushSync } from 'react-dom';
import { closeExposure } from '../exposure/session.ts';
import { openPanel } from '../state/panels.ts';
import { setSession, useStore } from '../state/store.ts';
import { canvasPort } from '../state/viewport.ts';

const aside = (): HTMLElement | null => document.querySelector<HTMLElement>('aside[data-part]');

function showInspector(): void {
  closeExposure();
  openPanel('inspector');
}

/** Puts the focus into the inspector: on the tab that is in front, else on its first field. */
export function focusInspector(): void {
  flushSync(showInspector);
  const target = ['[role=tab][aria-selected=true]', 'input, button, select, textarea']
    .map((selector) => aside()?.querySelector<HTMLElement>(selector))
    .find((element) => element != null);
  target?.focus();
}

/** Shows the note of what is selected, and puts the focus where it is written. */
export function focusNote(): void {
  flushSync(() => {
    showInspector();
    setSession({ inspectorTab: 'notes' });
  });
  const shown = aside()?.querySelector('[role=tab][aria-selected=true]')?.getAttribute('aria-controls');
  const panel = document.getElementById(shown ?? '');
  const field = panel?.querySelector<HTMLElement>('textarea');
  if (field) field.focus();
  else panel?.querySelector<HTMLElement>('button')?.click(); // a note that is there is opened
}

/** Puts the focus back onto the canvas, where one came from. */
export function backToCanvas(): void {
  const [only] = useStore.getState().selection;
  const focused = only !== undefined && canvasPort()?.focusElement(only);
  if (!focused) document.querySelector<HTMLElement>('[data-canvas]')?.focus();
}
