import { useEffect, useState } from 'react';

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

function focusNearest(trail: readonly Element[]): void {
  const nearest = trail.find((each) => each.isConnected && (each === trail[0] || each.querySelector(FOCUSABLE)));
  const target = nearest === trail[0] ? nearest : nearest?.querySelector(FOCUSABLE);
  if (target instanceof HTMLElement || target instanceof SVGElement) target.focus({ preventScroll: true });
}

/** True when nothing has taken the focus since it was lost. */
const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Gives the focus back to what had it before the component came, or what is nearest to where that was. */
export function useReturnFocus(): void {
  const [trail] = useState(() => trailOf(opener()));
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
