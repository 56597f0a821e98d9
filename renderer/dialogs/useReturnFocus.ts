import { useEffect, useState } from 'react';
import { isFocusLost } from '../state/focus.ts';

const FOCUSABLE = 'button:not([disabled]), [href], input:not([disabled]), select, textarea, [tabindex]';

/** What has the focus; for an item of a menu, which closes now, the button that the menu belongs to. */
function opener(): Element | null {
  const active = document.activeElement;
  const menu = active?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return (menu ? document.getElementById(menu) : null) ?? active;
}

/** An element and what it is in, innermost first: one of them is still there when it has gone. */
function trailOf(element: Element | null): readonly Element[] {
  const trail: Element[] = [];
  for (let each = element; each && each !== document.body; each = each.parentElement) trail.push(each);
  return trail;
}

/** Where the dialog or menu that was opened last leads back to. */
let latest: readonly Element[] = [];

function wayBack(): readonly Element[] {
  const from = opener();
  const trail = trailOf(from);
  const dialog = from?.closest('[role=dialog]');
  // What a dialog opens while it goes leads back to where that one would have.
  latest = dialog ? [...trail.slice(0, trail.indexOf(dialog) + 1), ...latest] : trail;
  return latest;
}

/** In what is walked by arrow keys, the place that they are at comes before the first one. */
function placeIn(element: Element, isOpener: boolean): Element | null {
  if (isOpener || element.matches(FOCUSABLE)) return element;
  return element.querySelector('[tabindex="0"]') ?? element.querySelector(FOCUSABLE);
}

function focusNearest(trail: readonly Element[]): void {
  for (const [index, each] of trail.entries()) {
    const place = each.isConnected ? placeIn(each, index === 0) : null;
    if (!(place instanceof HTMLElement || place instanceof SVGElement)) continue;
    place.focus({ preventScroll: true });
    return;
  }
}

/** Gives the focus back to what had it before the component came, or what is nearest to where that was. */
export function useReturnFocus(): void {
  const [trail] = useState(wayBack);
  useEffect(
    () => () => {
      // Not at once: what closes the dialog may focus something itself.
      setTimeout(() => {
        if (isFocusLost()) focusNearest(trail);
      });
    },
    [trail],
  );
}
